import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const PULSE = 'SELECT 1';

/**
 * What the application sends to PostgreSQL while something is done, in order, each a round trip. Seen at the driver, so that nothing can be
 * asked past the count. Only one at a time, and only while nothing else is asked of the server under test.
 */
export async function sentBy(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args;
    const statement = typeof first === 'string' ? { text: first, values: (values as unknown[] | undefined) ?? [] } : (first as Statement);
    // The pulse of the connection that listens comes whenever its time has come.
    if (statement.text !== PULSE) sent.push(statement);
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}

/** The same, without their parameters. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => (await sentBy(work)).map(({ text }) => text);

/** In words that a test can list: the table or function that a statement is about, or what it is besides. */
export function inShort(sql: string): string {
  if (/^BEGIN/.test(sql)) return 'begin';
  if (/^COMMIT|^ROLLBACK/.test(sql)) return 'end';
  if (/^SET LOCAL app\.patient = ''/.test(sql)) return 'name nobody';
  if (/^SET LOCAL app\.patient/.test(sql)) return 'name the patient';
  // What stands in brackets is only looked at on the way.
  let outer = sql;
  while (/\([^()]*\)/.test(outer)) outer = outer.replace(/\([^()]*\)/g, '');
  return /(?:FROM|SELECT) +(?:plexus\.|auth\.)?(\w+)/.exec(outer.slice(outer.search(/FROM|SELECT (?:plexus|auth)\./)))?.[1] ?? sql;
}
