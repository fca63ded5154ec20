import type { Day } from '@plexus/domain';
import { isDay } from '@plexus/domain';
import { isId } from '../ids.ts';

export const PURPOSES = ['care', 'organization-role', 'link', 'job'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who asks, why, and about whom: what every policy looks at. It grants nothing by itself; the database derives reach from its own tables. */
export interface Context {
  readonly organizationId: string;
  readonly personId: string | null;
  readonly purpose: Purpose;
  readonly today: Day;
  readonly patientId: string | null;
}

/** SET takes no parameters, so every value is checked to be nothing but an id, a day or a known word before it becomes part of the text. */
function literal(value: string, isSafe: (text: string) => boolean): string {
  if (!isSafe(value)) throw new Error('A database context must be made of ids and days.');
  return `'${value}'`;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `SET LOCAL`s for one transaction. They cannot outlive it, so a pooled connection starts every transaction without a context. */
export const setContext = (context: Context): string =>
  [
    `SET LOCAL app.organization = ${literal(context.organizationId, isId)}`,
    `SET LOCAL app.person = ${literal(context.personId ?? NOBODY, isId)}`,
    `SET LOCAL app.purpose = ${literal(context.purpose, (word) => PURPOSES.includes(word as Purpose))}`,
    `SET LOCAL app.today = ${literal(context.today, isDay)}`,
    setPatient(context.patientId),
  ].join('; ');

export const setPatient = (patientId: string | null): string => `SET LOCAL app.patient = ${patientId === null ? `''` : literal(patientId, isId)}`;
