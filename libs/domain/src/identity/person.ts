import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { checkText } from '../text/text.ts';

export const PERSON_STATUSES = ['invited', 'active', 'deactivated'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

const TITLES = /^(dr|prof|mr|mrs|ms|mx)\.?$/i;

/** Two letters for the avatar: "Dr. Ingrid Vasquez-Thorne" → IV, "Lucia Ferrante, PT" → LF. */
export function initialsOf(name: string): string {
  const words = (name.split(',')[0] ?? name).split(/\s+/).filter((word) => word !== '' && !TITLES.test(word));
  const letter = (word: string | undefined): string | undefined => [...(word ?? '')][0];
  const first = letter(words[0]) ?? '?';
  const last = words.length > 1 ? (letter(words.at(-1)) ?? '') : '';
  return (first + last).toUpperCase();
}

const E_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** How an address is stored and looked up: addresses differ in case only on paper. */
export const emailKey = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

export function checkEmail(field: string, email: string): Violation | null {
  return checkText(field, email, 'line', { required: true }) ?? (E_MAIL.test(email.trim()) ? null : violation('EMAIL_INVALID', 'This is not an e-mail address.', field));
}

export const checkPerson = (
  given: { name?: string; email?: string; discipline?: string | null },
  knownDiscipline: (id: string) => boolean,
): Result<void, RuleViolation> =>
  unless([
    given.name === undefined ? null : checkText('name', given.name, 'name', { required: true }),
    given.email === undefined ? null : checkEmail('email', given.email),
    given.discipline != null && !knownDiscipline(given.discipline) ? violation('DISCIPLINE_UNKNOWN', 'The catalogue has no such discipline.', 'discipline') : null,
  ]);

/** NIST SP 800-63B-4: at least 15 characters where a password stands alone, no composition rules, a list of bad ones. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

export function checkPassword(password: string, own: readonly string[]): Violation | null {
  if (password.length < PASSWORD_MIN) return violation('PASSWORD_SHORT', 'At least {min} characters. A sentence is good.', 'password', { min: String(PASSWORD_MIN) });
  if (password.length > PASSWORD_MAX) return violation('PASSWORD_LONG', 'At most {max} characters.', 'password', { max: String(PASSWORD_MAX) });
  if (!password.isWellFormed()) return violation('TEXT_ILL_FORMED', 'This text contains half a character. Type it again.', 'password');
  // Capitals and signs between the letters make a word no harder to guess; signs alone are as good as letters.
  const bare = bareOf(password).length < 6 ? password.toLowerCase() : bareOf(password);
  const guessable = new Set(bare).size < 5 || /^(.{1,6})\1+$/u.test(bare) || 'abcdefghijklmnopqrstuvwxyz0123456789012345678901234567890'.includes(bare);
  const known = [...own.flatMap((words) => [words, ...words.split(/[^\p{L}\p{N}]+/u)]).map(bareOf), ...COMMON].filter((word) => word.length >= 4);
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), bare);
  return guessable || left.length < 6 ? violation('PASSWORD_GUESSABLE', 'This is easy to guess. Take a sentence of your own.', 'password') : null;
}

const bareOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What long passwords that appear in leaked lists are made of. */
const COMMON = ['password', 'passwort', 'qwertyuiop', 'qwerty', 'letmein', 'welcome', 'iloveyou', 'administrator', 'admin', 'monkey', 'dragon', 'plexus', 'changeme', '1234567890', '123456789', '12345678', '123456'];

/** Seconds without activity after which a session locks, and after which it ends whatever happens. */
export const SESSION_IDLE_SECONDS = 15 * 60;
export const SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60;
/** Seconds for which the links of a reset and of an invitation work. */
export const RESET_LINK_SECONDS = 60 * 60;
export const INVITATION_LINK_SECONDS = 7 * 24 * 60 * 60;

export type SessionState = 'active' | 'locked' | 'expired' | 'ended';

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastActiveAt: Date;
  readonly lockedAt: Date | null;
  readonly endedAt: Date | null;
}

/** What a session is at a moment. Ended wins over expired, expired over locked. */
export function sessionState(session: SessionTimes, now: Date): SessionState {
  const seconds = (since: Date) => (now.getTime() - since.getTime()) / 1000;
  if (session.endedAt !== null) return 'ended';
  if (seconds(session.createdAt) >= SESSION_ABSOLUTE_SECONDS) return 'expired';
  if (session.lockedAt !== null || seconds(session.lastActiveAt) >= SESSION_IDLE_SECONDS) return 'locked';
  return 'active';
}
