import { createHash } from 'node:crypto';
import pg from 'pg';

// Rows come as the application speaks of them: a day is text (a Date would shift by the time zone), counts and revisions are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Statement names live as long as a connection: past this many different statements something builds SQL text it should not. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST_NAMES) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

interface Stream {
  cork(): void;
  uncork(): void;
  destroy(error: Error): void;
}

/**
 * Prepares every statement with parameters once a connection: TypeORM names none, and planning under policies is the larger half of a read. What is
 * asked within one turn leaves together.
 */
export class PreparingClient extends pg.Client {
  private isGathering = false;

  // pg's own overloads (config object, callback, promise) are passed on untouched.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    this.gather();
    const call = super.query.bind(this) as (...all: unknown[]) => unknown;
    const answer = name === undefined ? call(...args) : call({ name, text, values }, ...rest);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.endIfGivenUp(error));
    return answer as never;
  }

  private get stream(): Stream {
    return (this as unknown as { connection: { stream: Stream } }).connection.stream;
  }

  /** A write to the network costs more than most statements. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = this;
    stream.cork();
    setImmediate(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  /**
   * A statement that was given up on is still under way at the server, and a ROLLBACK behind it would be given up on as well: given back to the
   * pool, this connection would let the next request join, and commit, somebody else's half transaction. So it is ended.
   */
  private endIfGivenUp(error: unknown): void {
    if (!(error instanceof Error) || error.message !== 'Query read timeout') return;
    this.stream.destroy(error);
  }
}
