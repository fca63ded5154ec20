import { EditActivityUseCase, PlanActivityUseCase } from '../modules/plan/application/activities.use-cases.ts';
import { DecideActivityUseCase, MoveActivityUseCase, RecordPastTreatmentUseCase } from '../modules/plan/application/activity-trials.use-cases.ts';
import { RateGoalUseCase } from '../modules/plan/application/attainment.use-cases.ts';
import { EditGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from '../modules/plan/application/goals.use-cases.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import { contactName } from './play-patient.ts';
import { detailsOf } from './story-details.ts';
import type { ActivityStep, ActivityStory, Deed, GoalStep, GoalStory, GoalTarget, PatientStory, StartWords } from './story.types.ts';

const goalName = (goal: string): string => `goal ${goal}`;
const activityName = (activity: string): string => `activity ${activity}`;

const inContact = (clinic: Clinic, patient: string, name: string, deed: Deed) => clinic.command(patient, name, clinic.ids.get(`${patient}/${contactName(deed.day, deed.by)}`));

export function goalEvents(clinic: Clinic, story: PatientStory): Event[] {
  return story.goals.flatMap((goal) => goal.steps.map((step, i): Event => ({ deed: step, order: 4, play: (actor) => playGoal(clinic, story.key, goal, step, i, actor) })));
}

const target = (clinic: Clinic, given: GoalTarget | null) =>
  given && { measure: given.measure, baseline: given.baseline, value: given.value, unit: given.unit, date: clinic.day(given.day) };

function playGoal(clinic: Clinic, patient: string, goal: GoalStory, step: GoalStep, index: number, actor: Parameters<Event['play']>[0]) {
  const { app } = clinic;
  const name = index === 0 ? goalName(goal.key) : `${goalName(goal.key)} ${index}`;
  const command = inContact(clinic, patient, name, step);
  const people = (keys: readonly string[]) => keys.map((key) => clinic.personId(key));
  if (step.do === 'propose') {
    return clinic.keep(patient, name, app.get(ProposeGoalUseCase).execute(actor, {
      ...command, words: goal.words, restatement: goal.restatement, scope: goal.scope, domain: goal.domain, participantIds: people(goal.participants), target: target(clinic, goal.target),
      ...(goal.owner ? { ownerId: clinic.personId(goal.owner) } : {}),
    }));
  }
  const goalId = clinic.id(patient, goalName(goal.key));
  if (step.do === 'edit') {
    return clinic.keep(patient, name, app.get(EditGoalUseCase).execute(actor, {
      ...command, goalId, reason: step.reason,
      ...(step.words === undefined ? {} : { words: step.words }),
      ...(step.restatement === undefined ? {} : { restatement: step.restatement }),
      ...(step.owner === undefined ? {} : { ownerId: clinic.personId(step.owner) }),
      ...(step.participants === undefined ? {} : { participantIds: people(step.participants) }),
      ...(step.target === undefined ? {} : { target: target(clinic, step.target) }),
    }));
  }
  if (step.do === 'scale') return clinic.keep(patient, name, app.get(EditGoalUseCase).execute(actor, { ...command, goalId, scale: step.scale }));
  if (step.do === 'rate') {
    const { rater, level, note } = step;
    const words = scaleAt(goal, index)[level + 2]!;
    return clinic.keep(patient, name, app.get(RateGoalUseCase).execute(actor, { ...command, goalId, rater, level, words, ratedOn: actor.today, note: note ?? null }));
  }
  if (step.do === 'achievement') {
    return clinic.keep(patient, name, app.get(EditGoalUseCase).execute(actor, { ...command, goalId, achievement: step.achievement, reason: step.reason }));
  }
  return clinic.keep(patient, name, app.get(MoveGoalUseCase).execute(actor, {
    ...command, goalId, verb: step.do, ...('reason' in step ? { reason: step.reason } : {}), ...('achievement' in step ? { achievement: step.achievement } : {}),
  }));
}

/** The descriptors that stood at a step. */
const scaleAt = (goal: GoalStory, index: number): readonly string[] => goal.steps.slice(0, index).reduce<readonly string[]>((scale, step) => (step.do === 'scale' ? step.scale : scale), []);

export function activityEvents(clinic: Clinic, story: PatientStory): Event[] {
  const tried = (story.tried ?? []).map((past, i): Event => ({
    deed: past,
    order: 5,
    play: (actor) => {
      const name = `tried ${i}`;
      const { catalogueId, discipline, outcome, reason, endedDay } = past;
      return clinic.keep(story.key, name, clinic.app.get(RecordPastTreatmentUseCase).execute(actor, {
        ...inContact(clinic, story.key, name, past), catalogueId, discipline, outcome, reason, ...(endedDay === undefined ? {} : { endedOn: clinic.day(endedDay) }),
      }));
    },
  }));
  return [...tried, ...story.activities.flatMap((activity) => activity.steps.map((step, i): Event => ({ deed: step, order: 5, play: (actor) => playActivity(clinic, story.key, activity, step, i, actor) })))];
}

const dates = (clinic: Clinic, step: { startsDay?: number; reviewDay?: number; endsDay?: number }) => ({
  ...(step.startsDay === undefined ? {} : { startsOn: clinic.day(step.startsDay) }),
  ...(step.reviewDay === undefined ? {} : { reviewOn: clinic.day(step.reviewDay) }),
  ...(step.endsDay === undefined ? {} : { endsOn: clinic.day(step.endsDay) }),
});

async function playActivity(clinic: Clinic, patient: string, activity: ActivityStory, step: ActivityStep, index: number, actor: Parameters<Event['play']>[0]) {
  const { app } = clinic;
  const name = index === 0 ? activityName(activity.key) : `${activityName(activity.key)} ${index}`;
  const command = inContact(clinic, patient, name, step);
  const goals = (keys: readonly string[]) => keys.map((key) => clinic.id(patient, goalName(key)));
  if (step.do === 'plan') {
    return clinic.keep(patient, name, app.get(PlanActivityUseCase).execute(actor, {
      ...command, catalogueId: activity.catalogueId, discipline: activity.discipline, ownerId: activity.owner === null ? null : clinic.personId(activity.owner),
      goalIds: goals(activity.goals), doseText: activity.doseText ?? null, reason: step.reason ?? null, ...dates(clinic, step), details: detailsOf(clinic, activity.details),
    }));
  }
  const activityId = clinic.id(patient, activityName(activity.key));
  if (step.do === 'edit') {
    return clinic.keep(patient, name, app.get(EditActivityUseCase).execute(actor, {
      ...command, activityId, changeReason: step.reason, ...dates(clinic, step),
      ...(step.doseText === undefined ? {} : { doseText: step.doseText }),
      ...(step.details === undefined ? {} : { details: detailsOf(clinic, step.details) }),
      ...(step.nextStep === undefined ? {} : { nextStep: step.nextStep }),
      ...(step.goals === undefined ? {} : { goalIds: goals(step.goals) }),
      ...(step.owner === undefined ? {} : { ownerId: step.owner === null ? null : clinic.personId(step.owner) }),
    }));
  }
  if (step.do === 'decide') {
    return clinic.keep(patient, name, app.get(DecideActivityUseCase).execute(actor, {
      ...command, activityId, decision: step.decision, reason: step.reason, ...(step.outcome ? { outcome: step.outcome } : {}), ...(step.reviewDay === undefined ? {} : { reviewOn: clinic.day(step.reviewDay) }),
    }));
  }
  const edits = (what: string, fields: object) => {
    const edit = `${name} ${what}`;
    return clinic.keep(patient, edit, app.get(EditActivityUseCase).execute(actor, { ...inContact(clinic, patient, edit, step), activityId, ...fields }));
  };
  // What is meant for a short time says until when before it starts, and what ends says first what came of it; what the patient brought along began before it was written down.
  const { startsDay, reviewDay, endsDay, details, goals: served }: Deed & StartWords = step;
  if (reviewDay !== undefined || endsDay !== undefined || details !== undefined) await edits('first', { ...dates(clinic, { reviewDay, endsDay }), ...(details ? { details: detailsOf(clinic, details) } : {}) });
  const moved = await clinic.keep(patient, name, app.get(MoveActivityUseCase).execute(actor, {
    ...command, activityId, verb: step.do, ...(step.reason === undefined ? {} : { reason: step.reason }), ...('outcome' in step && step.outcome ? { outcome: step.outcome } : {}),
  }));
  if (startsDay === undefined && served === undefined) return moved;
  return edits('then', { ...dates(clinic, { startsDay }), ...(served === undefined ? {} : { goalIds: goals(served) }) });
}
