// The declarations of database.mjs, for TypeScript that starts a database of its own (fault tests, end-to-end tests).

export type Role = 'owner' | 'app' | 'superuser';

export interface Connections {
  /** The owner's, for migrations. */
  readonly adminUrl: string;
  /** The application's. */
  readonly appUrl: string;
  /** For tests and repairs only. */
  readonly superuserUrl: string;
  /** Keys the audit chain. */
  readonly recordKey: string;
  readonly port: number;
  /** The server's process. */
  readonly pid: number;
  /** Where the data really is. */
  readonly dataDir: string;
  urlFor(role: Role, database?: string): string;
}

export interface Database extends Connections {
  /** Settles when the server has ended, wanted or not. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export class ClearError extends Error {}

export function startDatabase(options?: { dataDir?: string; throwaway?: boolean; port?: number }): Promise<Database>;
export function runningDatabase(options: { dataDir: string }): Connections | null;
