import { catalogueItemLabelById, planActivityById } from '@plexus/catalogue/labels';
import { treatmentById } from '@plexus/catalogue/treatments';
import { type Command, deed, type Deed, type Given, givenOf, type Surroundings } from './deed.ts';
import { STAFF, type StaffName } from './staff.ts';

const nameOf = (catalogueId: string): string => catalogueItemLabelById(catalogueId)!.name;

const OUTCOMES = { EFFECTIVE: 'Effective', PARTIAL: 'Partly effective', NONE: 'No benefit', NOT_TOLERATED: 'Not tolerated', DECLINED: 'Declined' } as const;
type Outcome = keyof typeof OUTCOMES;
const codeOf = (outcome: Outcome): string => outcome.toLowerCase().replace('_', '-');

/** The discipline in which somebody plans an item: the catalogue must name it for that item. */
function disciplineFor(by: StaffName, catalogueId: string): string {
  const able: readonly string[] = (treatmentById(catalogueId) ?? planActivityById(catalogueId))?.disciplines ?? [];
  const { discipline } = STAFF[by];
  if (!able.includes(discipline)) throw new Error(`${catalogueId} is not what a ${discipline} does`);
  return discipline;
}

const detailsOf = (like: object): object => ('details' in like ? (like.details as object) : {});

/** The rest of a part's life: one command after the other about what the first one made. */
function followedBy(part: Deed, then: (around: Surroundings) => readonly Command[], like: object, shows: (before: readonly string[]) => readonly string[]): Deed {
  return {
    ...part,
    build: (around) => {
      const done = part.build(around);
      return { ...done, commands: [...done.commands, ...then(around).map((command) => ({ ...command, names: 'activityId' }))], like: { ...done.like, ...like, details: { ...detailsOf(done.like), ...detailsOf(like) } }, shows: shows(done.shows) };
    },
  };
}

/** One discipline's part in the plan, planned. */
export const part = (by: StaffName, catalogueId: string, given: Given, ...shows: string[]): Deed =>
  deed(by, 'PlanActivity', 'plan', 'plan.activities', (around) => ({ catalogueId, discipline: disciplineFor(by, catalogueId), ...givenOf(given, around) }), [nameOf(catalogueId), ...shows]);

const START: Command = { document: 'MoveActivity', input: { verb: 'START' } };

/** A part that runs. */
export const running = (by: StaffName, catalogueId: string, given: Given, ...shows: string[]): Deed =>
  followedBy(part(by, catalogueId, given, ...shows), () => [START], { status: 'ACTIVE' }, (before) => before);

/** A part that was tried for its time, and is gone on with. */
export const kept = (by: StaffName, catalogueId: string, given: Given, reason: string, ...shows: string[]): Deed =>
  followedBy(
    part(by, catalogueId, given, ...shows),
    ({ day }) => [START, { document: 'DecideActivity', input: { decision: 'KEEP', reason, reviewOn: day(42) } }],
    { details: { decision: 'keep', decisionReason: reason } },
    (before) => [...before, 'Kept on', reason],
  );

/** A part that did not help: among the treatments tried, with its outcome and nobody's fault. */
export const stopped = (by: StaffName, catalogueId: string, given: Given, reason: string, outcome: Outcome): Deed =>
  followedBy(
    part(by, catalogueId, given),
    () => [START, { document: 'DecideActivity', input: { decision: 'STOP', reason, outcome } }],
    { status: 'STOPPED', statusReason: reason, details: { outcome: codeOf(outcome) } },
    () => [nameOf(catalogueId), OUTCOMES[outcome], reason],
  );

/** What was tried, or offered and not wanted, before this plan. */
export const tried = (by: StaffName, catalogueId: string, outcome: Outcome, reason: string): Deed =>
  deed(by, 'RecordPastTreatment', 'plan', 'plan.activities', { catalogueId, discipline: disciplineFor(by, catalogueId), outcome, reason }, [nameOf(catalogueId), OUTCOMES[outcome]],
    () => ({ catalogueId, statusReason: reason, details: { outcome: codeOf(outcome) } }));

export const goal = (by: StaffName, words: string, given: { readonly domain: string; readonly scope?: 'UPPER_BACK'; readonly restatement?: string; readonly target?: object }, ...shows: string[]): Deed =>
  deed(by, 'ProposeGoal', 'plan', 'plan.goals', { words, scope: 'WHOLE_PERSON', ...given }, shows);

interface Chosen {
  readonly templateId: string;
  readonly goals: readonly { readonly key: string; readonly words: string }[];
  readonly parts: readonly string[];
}

/** A goal that a template brought, in the patient's words; `brings`: a part that came along. */
export const fromTemplate = (by: StaffName, chosen: Chosen, brings?: string): Deed => ({
  sheet: chosen,
  ...(brings === undefined
    ? deed(by, 'ApplyPlanTemplate', 'plan', 'plan.goals', chosen, [], () => ({ words: chosen.goals[0]!.words }))
    : { by, build: () => ({ commands: [{ document: 'ApplyPlanTemplate', input: chosen }], page: 'plan', at: 'plan.activities', like: { catalogueId: brings }, shows: [nameOf(brings)] }) }),
});

/** A part of the plan that gives a medicine, as the list of medicines has it. */
export const medicinePart = (by: StaffName, catalogueId: string, given: object, ...shows: string[]): Deed => ({
  by,
  build: (around) => ({ ...part(by, catalogueId, given).build(around), page: 'medicines', like: { catalogueId, ...given }, shows: [nameOf(catalogueId), 'Our plan', ...shows] }),
});

/** What the patient takes, whoever gives it. */
export const medicine = (by: StaffName, given: object, ...shows: string[]): Deed => deed(by, 'AddMedicine', 'medicines', 'medicines', given, shows);

