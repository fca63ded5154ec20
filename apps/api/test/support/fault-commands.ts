import { randomUUID } from 'node:crypto';
import type { EntityName } from '@plexus/domain';
import type { ShownPlan } from './plan-clinic.ts';
import { WRITTEN_FIELDS } from './record-line-check.ts';

/** A mutation that somebody means to send, and what the history must say of it afterwards. */
export interface Wish {
  readonly name: 'editPatient' | 'editPlan' | 'editGoal' | 'editActivity' | 'proposeGoal' | 'moveGoal' | 'planActivity';
  readonly input: Readonly<Record<string, unknown>>;
  readonly entity: EntityName;
  /** Null: the command makes it. */
  readonly entityId: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** What everybody works on together in one patient's record. */
export interface Shared {
  readonly patientId: string;
  readonly plan: ShownPlan;
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** Of every hundred commands, so many: mostly edits that meet each other, and some that make the plan grow. */
const SHARES: readonly (readonly [share: number, make: (shared: Shared, own: string | undefined, number: string) => Wish | null])[] = [
  [40, (shared, _own, number) => editPatient(shared, number)],
  [15, ({ plan }, _own, number) => edit('editPlan', 'plan', plan.id, {}, { [pick(['title', 'summary'])]: `v${number}` })],
  [18, ({ plan }, _own, number) => {
    const { id } = pick(plan.goals);
    return edit('editGoal', 'goal', id, { goalId: id }, { [pick(['words', 'restatement'])]: `v${number}` });
  }],
  [18, ({ plan }, _own, number) => {
    const { id } = pick(plan.activities);
    return edit('editActivity', 'activity', id, { activityId: id }, { doseText: `v${number}` });
  }],
  // Words that resemble no other goal's.
  [3, () => made('proposeGoal', 'goal', { scope: 'WHOLE_PERSON', domain: 'MOVEMENT' }, { words: randomUUID() })],
  [3, (_shared, _own, number) => made('planActivity', 'activity', { catalogueId: 'life.sleep-hygiene', discipline: 'nurse' }, { doseText: `v${number}` })],
  [3, (_shared, own) => (own === undefined ? null : { name: 'moveGoal', input: { goalId: own, verb: 'ACTIVATE' }, entity: 'goal', entityId: own, fields: { status: 'active' } })],
];

const edit = (name: Wish['name'], entity: EntityName, entityId: string, which: object, fields: Readonly<Record<string, string>>): Wish => ({ name, input: { ...which, ...fields }, entity, entityId, fields });
const made = (name: Wish['name'], entity: EntityName, given: object, fields: Readonly<Record<string, string>>): Wish => ({ name, input: { ...given, ...fields }, entity, entityId: null, fields });

/** Fields that take only what looks like one. */
const SHAPED: Readonly<Record<string, (number: string) => string>> = { email: (number) => `v${number}@post.example`, phone: (number) => `+1 312 ${number}`, language: (number) => `en-${number}` };

function editPatient({ patientId }: Shared, number: string): Wish {
  const long = number.padStart(7, '0');
  const fields: Record<string, string> = {};
  for (let many = 1 + Math.floor(Math.random() * 3); many > 0; many -= 1) {
    const field = pick(WRITTEN_FIELDS.patient);
    fields[field] = SHAPED[field]?.(long) ?? `v${number}`;
  }
  return edit('editPatient', 'patient', patientId, {}, fields);
}

/**
 * What somebody does next. Every value is the only one of its kind.
 *
 * @param own a goal that only they know of and that is not active yet: nobody is in its way
 */
export function nextWish(shared: Shared, own: string | undefined, number: number): Wish {
  let left = Math.random() * SHARES.reduce((sum, [share]) => sum + share, 0);
  const [, make] = SHARES.find(([share]) => (left -= share) < 0)!;
  return make(shared, own, String(number)) ?? editPatient(shared, String(number));
}
