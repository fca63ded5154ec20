import { crisisLine } from '@plexus/catalogue/crisis-line';
import type { CopyPageQuery } from '../../../../gql/index.ts';
import { calledName } from '../../../../shared/patient-name.ts';
import type { Text } from '../../../../shared/text.ts';
import { isOpenGoal } from '../shape-plan.ts';
import type { Group, Sheet } from './sheet.ts';
import { fitsOnePage } from './sheet-look.ts';

export type CopyPatient = CopyPageQuery['patient'];

/** Who stands at the edges of every page. */
export interface Edges {
  readonly head: string;
  readonly foot: string;
}

export interface PatientSheetFacts extends Edges {
  readonly patient: CopyPatient;
  /** What the patient does this week, in the words that the clinician has left them. */
  readonly things: readonly string[];
  /** The clinic's telephone, which the record does not know; empty: a line to write it on. */
  readonly phone: string;
  /** The day of the next review in full; null when none is set. */
  readonly reviewDay: string | null;
  readonly discipline: (id: string | null) => string | null;
}

export interface PatientSheet {
  readonly sheet: Sheet;
  /** Open goals that one page had no room for. */
  readonly goalsLeftOut: number;
  /** Also without them it is longer than a page. */
  readonly isTooLong: boolean;
}

const LINE_TO_WRITE_ON = '_'.repeat(24);

/** One page, in the plan's own words: what does not fit is left out from the last goal on, and the sheet says how many. */
export function patientSheet(facts: PatientSheetFacts, text: Text): PatientSheet {
  const goals = facts.patient.plan.goals.filter(isOpenGoal).map(({ words }) => words);
  for (let shown = goals.length; ; shown -= 1) {
    const sheet = sheetWith(facts, text, goals.slice(0, shown), goals.length - shown);
    const fits = fitsOnePage(sheet);
    if (fits || shown <= 1) return { sheet, goalsLeftOut: goals.length - shown, isTooLong: !fits };
  }
}

function sheetWith(facts: PatientSheetFacts, text: Text, goals: readonly string[], leftOut: number): Sheet {
  const { patient, things, reviewDay, head, foot } = facts;
  const heading = (words: string) => ({ kind: 'heading', level: 2, words }) as const;
  const title = text('copy.patient.title', { name: calledName(patient) });
  const groups: Group[] = [
    [{ kind: 'heading', level: 1, words: title }],
    goals.length === 0 ? [] : [
      heading(text('copy.patient.goals')),
      { kind: 'list', items: goals.map((words) => ({ lines: [text('goal.quote', { words })] })) },
      ...(leftOut > 0 ? [{ kind: 'paragraph', words: text('copy.patient.moreGoals', { count: leftOut }) } as const] : []),
    ],
    things.length === 0 ? [] : [heading(text('copy.patient.things', { count: things.length })), { kind: 'list', isNumbered: true, items: things.map((words) => ({ lines: [words] })) }],
    patient.plan.agreedMessage === null ? [] : [heading(text('copy.patient.message')), { kind: 'paragraph', words: patient.plan.agreedMessage }],
    reviewDay === null ? [] : [heading(text('copy.patient.review')), { kind: 'paragraph', words: reviewDay }],
    [heading(text('copy.patient.call')), { kind: 'list', items: whoToCall(facts, text).map((words) => ({ lines: [words] })) }],
    [heading(text('copy.patient.crisis', { country: crisisLine.country })), ...crisisLine.lines.map((words) => ({ kind: 'paragraph', look: 'loud', words }) as const)],
    [{ kind: 'paragraph', look: 'quiet', words: text('copy.patient.record') }],
  ];
  return { title, type: 'large', head, foot, groups: groups.filter((group) => group.length > 0) };
}

export const leadOf = ({ team }: CopyPatient) => team.find(({ role, period }) => role === 'LEAD' && period === 'CURRENT');
export const coordinatorOf = ({ team }: CopyPatient) => team.find(({ discipline, period }) => discipline === 'care-coordinator' && period === 'CURRENT');

/** The lead and the coordinator by name; once, when they are the same person. */
function whoToCall({ patient, discipline, phone }: PatientSheetFacts, text: Text): string[] {
  const [lead, coordinator] = [leadOf(patient), coordinatorOf(patient)];
  return [
    ...(lead ? [text('copy.patient.lead', { name: lead.person.name, discipline: discipline(lead.discipline)?.toLowerCase() })] : []),
    ...(coordinator && coordinator.id !== lead?.id ? [text('copy.patient.coordinator', { name: coordinator.person.name })] : []),
    text('copy.patient.phone', { phone: phone.trim() || LINE_TO_WRITE_ON }),
  ];
}
