import { catalogueItemById, columnOfItem, formOfItem, measureById } from '@plexus/catalogue';
import { type ActivityDetails, type ActivityForm, type ActivityStatus, type ActivityVerb, type Day, type Dissent, type GoalAchievement, type GoalDomain, type GoalScope, type GoalStatus, type GoalVerb, type PlanStatus, type PlanVerb, type ScaleFields, activityTransitions, goalTransitions, isOpenGoal, planTransitions, scaleOf } from '@plexus/domain';

export interface PlanView {
  readonly id: string;
  readonly patientId: string;
  readonly title: string;
  readonly summary: string | null;
  readonly status: PlanStatus;
  readonly transitions: PlanVerb[];
  readonly reviewDate: Day | null;
  readonly agreedMessage: string | null;
  readonly agreedOn: Day | null;
}

export interface GoalTargetView {
  readonly measure: string | null;
  readonly measureName: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly date: Day | null;
}

export interface GoalView {
  readonly id: string;
  readonly patientId: string;
  readonly revision: number;
  readonly words: string;
  readonly restatement: string | null;
  readonly scope: GoalScope;
  readonly domain: GoalDomain;
  readonly status: GoalStatus;
  readonly achievement: GoalAchievement;
  readonly transitions: GoalVerb[];
  readonly ownerId: string | null;
  readonly participantIds: readonly string[];
  readonly target: GoalTargetView | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  readonly endReason: string | null;
  /** Five descriptors, from −2 to +2. */
  readonly scale: readonly string[] | null;
}

export interface ActivityView {
  readonly id: string;
  readonly revision: number;
  readonly catalogueId: string;
  readonly name: string;
  readonly discipline: string;
  /** The plan column in which it stands. */
  readonly column: string;
  readonly ownerId: string | null;
  readonly status: ActivityStatus;
  readonly transitions: ActivityVerb[];
  readonly statusReason: string | null;
  readonly doseText: string | null;
  readonly reason: string | null;
  readonly nextStep: string | null;
  /** When it was last written; null for a reader whose part the history is not. */
  readonly changedAt: Date | null;
  readonly startsOn: Day | null;
  readonly reviewOn: Day | null;
  readonly endsOn: Day | null;
  /** Its kind: which details it has. Null for what the catalogue does not know any more. */
  readonly form: ActivityForm | null;
  readonly details: ActivityDetails;
  readonly goalIds: readonly string[];
}

export interface DissentView {
  readonly id: string;
  readonly personId: string;
  readonly reason: string;
  readonly at: Date;
}

// The rows behind them, with what was entered in error: whoever asks says what is part of the plan.

export type PlanRow = Omit<PlanView, 'transitions'>;
export const PLAN_ROWS = `SELECT p.id, p.patient_id AS "patientId", p.title, p.summary, p.status, p.review_date AS "reviewDate", p.agreed_message AS "agreedMessage", p.agreed_on AS "agreedOn"
  FROM plexus.plan p WHERE p.organization_id = $1 AND p.patient_id = $2`;

export type GoalRow = Omit<GoalView, 'target' | 'transitions' | 'scale'> & ScaleFields & Record<'targetMeasure' | 'targetUnit' | 'targetDate', string | null> & Record<'targetBaseline' | 'targetValue', number | null>;
export const GOAL_ROWS = `SELECT g.id, g.patient_id AS "patientId", g.revision, g.words, g.restatement, g.scope, g.domain, g.status, g.achievement, g.owner_id AS "ownerId",
       ARRAY(SELECT gp.person_id FROM plexus.goal_participant gp WHERE gp.organization_id = $1 AND gp.patient_id = $2 AND gp.goal_id = g.id ORDER BY gp.person_id)
         AS "participantIds",
       g.target_measure AS "targetMeasure", g.target_baseline AS "targetBaseline", g.target_value AS "targetValue", g.target_unit AS "targetUnit",
       g.target_date AS "targetDate", g.started_on AS "startedOn", g.ended_on AS "endedOn", g.end_reason AS "endReason",
       g.scale_minus2 AS "scaleMinus2", g.scale_minus1 AS "scaleMinus1", g.scale_zero AS "scaleZero", g.scale_plus1 AS "scalePlus1", g.scale_plus2 AS "scalePlus2"
  FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2`;

export type ActivityRow = Omit<ActivityView, 'name' | 'column' | 'form' | 'transitions'>;
export const ACTIVITY_ROWS = `SELECT a.id, a.revision, a.catalogue_id AS "catalogueId", a.discipline, a.owner_id AS "ownerId", a.status, a.status_reason AS "statusReason", a.dose_text AS "doseText", a.reason,
       a.next_step AS "nextStep", r.at AS "changedAt", a.starts_on AS "startsOn", a.review_on AS "reviewOn", a.ends_on AS "endsOn", a.details,
       ARRAY(SELECT ag.goal_id FROM plexus.activity_goal ag WHERE ag.organization_id = $1 AND ag.patient_id = $2 AND ag.activity_id = a.id ORDER BY ag.goal_id) AS "goalIds"
  FROM plexus.activity a
  LEFT JOIN plexus.revision r ON r.organization_id = $1 AND r.patient_id = $2 AND r.number = a.revision
 WHERE a.organization_id = $1 AND a.patient_id = $2`;

export type DissentRow = DissentView & Dissent;
export const DISSENT_ROWS = `SELECT d.id, d.person_id AS "personId", d.message, d.reason, d.status, d.at FROM plexus.dissent d WHERE d.organization_id = $1 AND d.patient_id = $2`;

export const planView = (row: PlanRow): PlanView => ({ ...row, transitions: planTransitions(row) });

/** Open goals first, in the order in which they were proposed. What was entered in error is no part of the plan. */
export const goalViews = (rows: readonly GoalRow[]): GoalView[] => {
  const shown = rows.filter(({ status }) => status !== 'entered-in-error').sort(byId);
  return [...shown.filter(isOpenGoal), ...shown.filter((goal) => !isOpenGoal(goal))].map((row) => ({ ...row, target: targetOf(row), scale: scaleOf(row), transitions: goalTransitions(row) }));
};

/** In the order in which they were planned, without what was entered in error. Names and columns are those of today's catalogue. */
export const activityViews = (rows: readonly ActivityRow[]): ActivityView[] =>
  rows.filter(({ status }) => status !== 'entered-in-error').sort(byId).map((row) => {
    const item = catalogueItemById(row.catalogueId);
    return { ...row, name: item?.name ?? row.catalogueId, form: item ? formOfItem(item) : null, transitions: activityTransitions(row), column: (item && columnOfItem(item, row.discipline)?.id) ?? 'self-care' };
  });

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function targetOf(row: GoalRow): GoalTargetView | null {
  const { targetMeasure: measure, targetBaseline: baseline, targetValue: value, targetUnit: unit, targetDate: date } = row;
  if (measure === null && baseline === null && value === null && unit === null && date === null) return null;
  return { measure, measureName: measure === null ? null : (measureById(measure)?.shortName ?? measure), baseline, value, unit, date };
}
