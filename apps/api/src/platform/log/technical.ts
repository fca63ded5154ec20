import { FRAME, type Fields } from './allowed.ts';

const MOST_FRAMES = 12;

/**
 * Technical names of an error, which cannot carry what a patient's record says: its class, PostgreSQL's code, constraint and table, and places in
 * code. Never its message, nor detail, hint, query or parameters.
 */
export function technical(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table, routine } = ((error as { driverError?: object }).driverError ?? error) as Record<string, string | undefined>;
  return { error: error.constructor.name, code, constraint, table, routine, frames: framesOf(error) } as Fields;
}

/** The stack begins with the message, and a line of a message may look like a place: "at night". */
function framesOf({ stack = '', message }: Error): string[] {
  const places = stack.slice(stack.indexOf(message) + message.length);
  return places.split('\n').map((line) => line.trim()).filter((line) => FRAME.test(line)).slice(0, MOST_FRAMES);
}

/** SQLSTATE classes of errors about data: their message repeats a value. */
const ABOUT_DATA = /^(22|23|44|P0)/;

/** Why the server does not start, for whoever starts it. A migration may fail on a patient's values; those are not repeated. */
export function startProblem(error: unknown): string {
  const { code, table, constraint } = technical(error);
  if (code !== undefined && ABOUT_DATA.test(code)) return `The database refused a migration: ${[code, table, constraint].filter(Boolean).join(' ')}. Its log says more.`;
  return error instanceof Error ? error.message : String(error);
}
