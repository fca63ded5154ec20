import { type Violation, violation } from '../result.ts';

/** How long a text of each kind may be, in UTF-16 units after trimming. */
export const TEXT_LIMITS = { name: 100, line: 200, paragraph: 2_000, address: 400 } as const;
export type TextKind = keyof typeof TEXT_LIMITS;

// NUL cannot be stored; other control characters are invisible, and right-to-left overrides can make a dose read as another one.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
// Zero-width characters and the like have no place to be seen in: a text of them alone is empty to everybody who reads it.
const BLANK = /^[\s\p{Cf}]*$/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** The text as it is stored: composed (NFC) and without space around it. Ill-formed text is returned as it came, for `checkText` to refuse. */
export const tidy = (text: string): string => (text.isWellFormed() ? text.normalize('NFC').trim() : text);

/** As `tidy`; null, absent and blank all mean that there is none. */
export const tidyOptional = (text: string | null | undefined): string | null => (text == null || BLANK.test(text) ? null : tidy(text));

/** What is wrong with one text, or null. HTML is no error: text is shown as text everywhere. */
export function checkText(field: string, text: string, kind: TextKind, options: { required?: boolean } = {}): Violation | null {
  if (!text.isWellFormed()) return violation('TEXT_ILL_FORMED', 'This text contains half a character. Type it again.', field);
  if (UNPRINTABLE.test(text)) return violation('TEXT_UNPRINTABLE', 'This text contains an invisible control character. Type it again.', field);
  const tidied = tidy(text);
  if (options.required && BLANK.test(tidied)) return violation('REQUIRED', 'This cannot be empty.', field);
  const limit = TEXT_LIMITS[kind];
  if (tidied.length > limit) return violation('TOO_LONG', 'At most {limit} characters.', field, { limit: String(limit) });
  if (kind !== 'paragraph' && kind !== 'address' && LINE_BREAK.test(tidied)) return violation('ONE_LINE', 'This must be one line.', field);
  return null;
}

/** Several texts at once: `[field, text, kind]`; absent ones are left out by passing undefined or null. */
export const checkTexts = (
  required: boolean,
  ...texts: readonly (readonly [field: string, text: string | null | undefined, kind: TextKind])[]
): (Violation | null)[] => texts.map(([field, text, kind]) => (text == null ? null : checkText(field, text, kind, { required })));

/** Fields of an edit that were given as null, "clear it", although something must stand there always. */
export const checkCleared = <F extends string>(given: Readonly<Partial<Record<F, unknown>>>, ...fields: readonly F[]): (Violation | null)[] =>
  fields.map((field) => (given[field] === null ? violation('REQUIRED', 'This cannot be empty.', field) : null));
