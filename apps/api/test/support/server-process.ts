import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './database.ts';
import { testLogFile } from './logs.ts';
import { eventually } from './record-patience.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The server as it is started for people, with what it prints and how it ends. */
export class ServerProcess {
  /** Both outputs. */
  printed = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  private constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    this.ended = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }));
  }

  static async start(database: TestDatabase, env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH, DATABASE_URL: database.appUrl, DATABASE_ADMIN_URL: database.adminUrl, PLEXUS_RECORD_KEY: process.env.PLEXUS_TEST_RECORD_KEY, HOST: '127.0.0.1', PORT: '0',
        PLEXUS_EMBEDDED: '1', PLEXUS_DEMO: '0', PLEXUS_DOCUMENTS: 'any', PLEXUS_WEB_ROOT: '', PLEXUS_LOG_LEVEL: 'debug', PLEXUS_LOG_FILE: testLogFile(),
        // It ends with us, however we end.
        PLEXUS_EXIT_WITH_PARENT: '1',
        ...env,
      },
    });
    const server = new ServerProcess(child);
    await eventually('the server to be ready', async () => {
      if (child.exitCode !== null) throw new Error(`The server ended: ${server.printed}`);
      return server.port;
    }, 180_000);
    return server;
  }

  get port(): string | undefined {
    return /Plexus is ready: http:\/\/localhost:(\d+)/.exec(this.printed)?.[1];
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it for good, when the test has not. */
  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
