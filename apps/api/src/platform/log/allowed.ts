import { isId } from '../ids.ts';
import { JOBS, type JobName } from '../jobs/job-names.ts';

/**
 * Every sentence that a line of the log may carry. A log is read by people who treat nobody, and copied to machines that nobody here looks after:
 * what does not stand on this page is not written, whoever asks for it.
 */
export const MESSAGES = [
  'request',
  'fault',
  'A job failed; it is tried again.',
  'A library complained.',
  'A message could not be sent.',
  'A message was not sent: set PLEXUS_SMTP_URL.',
  'A reset link could not be made.',
  'An error was not caught; the server ends.',
  'Node.js warned.',
  'Not everything came to its end in time; the server ends all the same.',
  'Something was written past the log and is not shown.',
  'The connection of the access log was lost.',
  'The connection that hears of changes was lost; connecting again.',
  'The queue of jobs could not be reached; it is tried again in a moment.',
  'The server is ending: what was asked is answered, nothing new is taken.',
] as const;
export type Message = (typeof MESSAGES)[number];

/** Names of things in code and in the database's catalogue: no spaces, no signs, no digits alone. */
const NAME = /^[A-Za-z_$][\w$]{0,62}$/;
const CATALOGUE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
/** SQLSTATE, Node's and our own codes. */
const CODE = /^[A-Z0-9_]{3,50}$/;
/** A place in code, as a stack names it: `at name (file:line:column)`. */
export const FRAME = /^at (?:async )?(?:[\w$.<>#[\] ]{1,100} \()?(?:file:\/\/|node:|\/)[^\s()]{1,300}:\d+:\d+\)?$/;

const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const count = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const list = (isItem: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isItem);

/** Every field that a line may have, and the looks of its value. */
export const FIELDS = {
  requestId: (value: unknown) => typeof value === 'string' && isId(value),
  /** A name of a trusted document, or "other": the log asks for it itself. */
  operation: text(NAME),
  milliseconds: count,
  statements: count,
  codes: list(text(CODE)),
  job: (value: unknown) => (JOBS as readonly unknown[]).includes(value),
  /** The class of an error. */
  error: text(NAME),
  code: text(CODE),
  constraint: text(CATALOGUE_NAME),
  table: text(CATALOGUE_NAME),
  /** PostgreSQL's own function that complained. */
  routine: text(NAME),
  frames: list(text(FRAME)),
} as const;

export interface Fields {
  readonly requestId?: string;
  readonly operation?: string;
  readonly milliseconds?: number;
  readonly statements?: number;
  readonly codes?: readonly string[];
  readonly job?: JobName;
  readonly error?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly routine?: string;
  readonly frames?: readonly string[];
}

/** The types hold for our own code; this holds for everything that only claims to be of such a type. */
export const allowed = (fields: object): Fields => Object.fromEntries(Object.entries(fields).filter(([name, value]) => FIELDS[name as keyof typeof FIELDS]?.(value)));

export const isMessage = (message: unknown): message is Message => (MESSAGES as readonly unknown[]).includes(message);
