import type { ShownPlan } from './plan-clinic.ts';

export type Pick = <T>(of: readonly T[]) => T;

interface Surroundings {
  readonly people: readonly string[];
  readonly revision: number;
  readonly day: (offset: number) => string;
  readonly pick: Pick;
}

type Command = readonly [name: string, input: Readonly<Record<string, unknown>>];
const SCALE = ['No walk', 'To the door', 'To the corner', 'To the shop', 'To the park'];
const WORDS = ['Walk to the library', 'Sleep through', 'Carry my bag', 'Play the piano', 'Cook for four'];

/** A command that somebody might give about a plan as it stands. Some are refused, as they are in life. */
export function randomCommand(plan: ShownPlan, { people, revision, day, pick }: Surroundings): Command {
  const goal = plan.goals.length > 0 ? pick(plan.goals) : undefined;
  const part = plan.activities.length > 0 ? pick(plan.activities) : undefined;
  const rating = goal && goal.ratings.length > 0 ? pick(goal.ratings) : undefined;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => pick([true, false]));
  const commands: Command[] = [
    ['editPlan', pick<Record<string, unknown>>([{ title: pick(WORDS) }, { summary: pick([null, 'Pacing', 'Strength']) }, { reviewDate: day(pick([7, 14, 30])) }, { agreedMessage: pick([null, 'Hurt is not harm.', 'Motion is lotion.']) }])],
    ['proposeGoal', { words: pick(WORDS), scope: pick(['WHOLE_PERSON', 'UPPER_BACK']), domain: pick(['MOVEMENT', 'SLEEP', 'SOCIAL']), ownerId: pick([null, ...people]), participantIds: some(people), distinctFrom: plan.goals.map(({ id }) => id) }],
    ['planActivity', { catalogueId: pick(['med.duloxetine', 'pt.program']), discipline: 'physical-therapist', ownerId: pick([null, ...people]), goalIds: some(plan.goals.map(({ id }) => id)), doseText: pick([null, '30 mg']), startsOn: day(pick([0, 1])) }],
    ['undoPlanChange', { revision: revision - pick([0, 0, 1]) }],
    ['recordPastTreatment', { catalogueId: 'cam.acupuncture', discipline: 'acupuncturist', outcome: pick(['PARTIAL', 'NONE']) }],
  ];
  if (plan.agreedMessage) commands.push(['dissentFromMessage', { message: plan.agreedMessage, reason: 'Not so' }]);
  if (goal) {
    const of = { goalId: goal.id };
    commands.push(
      ['editGoal', { ...of, ...pick<Record<string, unknown>>([{ words: `${pick(WORDS)} again` }, { restatement: pick([null, 'Lift 5 kg']) }, { participantIds: some(people) }, { ownerId: pick([null, ...people]) }, { target: pick([null, { baseline: 2, value: pick([5, 7]), unit: 'minutes', date: day(40) }]) }]) }],
      ['editGoal', { ...of, scale: pick([null, SCALE, SCALE]) }],
      ['moveGoal', { ...of, verb: pick(['ACTIVATE', 'ACTIVATE', 'PAUSE', 'RESUME', 'COMPLETE']), achievement: 'ACHIEVED', reason: 'So it is' }],
      ['rateGoal', { ...of, rater: pick(['CLINICIAN', 'PATIENT']), level: 0, words: SCALE[2], ratedOn: day(0) }],
    );
  }
  if (rating) commands.push(['withdrawRating', { ratingId: rating.id, reason: 'Slip' }]);
  if (part) {
    const of = { activityId: part.id };
    commands.push(
      ['editActivity', { ...of, ...pick<Record<string, unknown>>([{ doseText: pick(['30 mg', '60 mg', null]) }, { goalIds: some(plan.goals.map(({ id }) => id)) }, { nextStep: pick([null, 'Call']) }, { ownerId: pick([null, ...people]) }, { details: { timesPerDay: pick([1, 2, null]) } }]) }],
      ['moveActivity', { ...of, verb: pick(['START', 'START', 'PAUSE', 'RESUME', 'STOP']), reason: 'So it is' }],
      ['decideActivity', { ...of, decision: pick(['KEEP', 'CHANGE']), reason: 'It helps', reviewOn: day(30) }],
    );
  }
  return pick(commands);
}
