import { Injectable } from '@nestjs/common';
import { catalogueItemById, columnOfItem, formOfItem, measureById } from '@plexus/catalogue';
import { type ActivityDetails, type ActivityForm, type ActivityStatus, type ActivityVerb, type Day, type Dissent, type GoalAchievement, type GoalDomain, type GoalScope, type GoalStatus, type GoalVerb, type PlanStatus, type PlanVerb, type ScaleFields, activityTransitions, goalTransitions, planTransitions, scaleOf, stands } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

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

type GoalRow = Omit<GoalView, 'target' | 'transitions' | 'scale'> & ScaleFields & Record<'targetMeasure' | 'targetUnit' | 'targetDate', string | null> & Record<'targetBaseline' | 'targetValue', number | null>;

@Injectable()
export class PlanQueries {
  constructor(names: RecordNames) {
    names.register('plan', (request, patientId, ids) => this.names(request, patientId, 'SELECT p.id, p.title AS name FROM plexus.plan p WHERE p.organization_id = $1 AND p.patient_id = $2 AND p.id = ANY ($3)', ids));
    names.register('goal', (request, patientId, ids) => this.names(request, patientId, 'SELECT g.id, g.words AS name FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.id = ANY ($3)', ids));
    names.register('activity', async (request, patientId, ids) => {
      const items = await this.names(request, patientId, 'SELECT a.id, a.catalogue_id AS name FROM plexus.activity a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = ANY ($3)', ids);
      return new Map([...items].map(([id, item]) => [id, catalogueItemById(item)?.name ?? item]));
    });
    names.register('dissent', (request, patientId, ids) => this.names(request, patientId, 'SELECT d.id, d.message AS name FROM plexus.dissent d WHERE d.organization_id = $1 AND d.patient_id = $2 AND d.id = ANY ($3)', ids));
  }

  async ofPatient(request: RequestContext, patientId: string): Promise<PlanView> {
    const [row] = await request.reading.about<Omit<PlanView, 'transitions'>>(
      patientId,
      `SELECT p.id, p.patient_id AS "patientId", p.title, p.summary, p.status, p.review_date AS "reviewDate", p.agreed_message AS "agreedMessage", p.agreed_on AS "agreedOn"
         FROM plexus.plan p WHERE p.organization_id = $1 AND p.patient_id = $2`,
      [request.actor.organizationId, patientId],
    );
    if (!row) throw notFound();
    return { ...row, transitions: planTransitions(row) };
  }

  /** Open goals first, in the order in which they were proposed. What was entered in error is no part of the plan. */
  goals(request: RequestContext, patientId: string): Promise<GoalView[]> {
    return request.once(`goals ${patientId}`, () => this.readGoals(request, patientId));
  }

  activities(request: RequestContext, patientId: string): Promise<ActivityView[]> {
    return request.once(`activities ${patientId}`, () => this.readActivities(request, patientId));
  }

  /** Of the message that stands, the oldest first. What was said of other words is settled, and in the history. */
  async dissents(request: RequestContext, { patientId, agreedMessage }: PlanView): Promise<DissentView[]> {
    if (agreedMessage === null) return [];
    const rows = await request.reading.about<DissentView & Dissent>(
      patientId,
      `SELECT d.id, d.person_id AS "personId", d.message, d.reason, d.status, d.at FROM plexus.dissent d WHERE d.organization_id = $1 AND d.patient_id = $2 ORDER BY d.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.filter((row) => stands(row, agreedMessage));
  }

  private async names(request: RequestContext, patientId: string, sql: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(patientId, sql, [request.actor.organizationId, patientId, ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  private async readGoals(request: RequestContext, patientId: string): Promise<GoalView[]> {
    const rows = await request.reading.about<GoalRow>(
      patientId,
      `SELECT g.id, g.patient_id AS "patientId", g.revision, g.words, g.restatement, g.scope, g.domain, g.status, g.achievement, g.owner_id AS "ownerId",
              ARRAY(SELECT gp.person_id FROM plexus.goal_participant gp WHERE gp.organization_id = $1 AND gp.patient_id = $2 AND gp.goal_id = g.id ORDER BY gp.person_id)
                AS "participantIds",
              g.target_measure AS "targetMeasure", g.target_baseline AS "targetBaseline", g.target_value AS "targetValue", g.target_unit AS "targetUnit",
              g.target_date AS "targetDate", g.started_on AS "startedOn", g.ended_on AS "endedOn", g.end_reason AS "endReason",
              g.scale_minus2 AS "scaleMinus2", g.scale_minus1 AS "scaleMinus1", g.scale_zero AS "scaleZero", g.scale_plus1 AS "scalePlus1", g.scale_plus2 AS "scalePlus2"
         FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.status <> 'entered-in-error' ORDER BY g.status IN ('completed', 'cancelled'), g.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => ({ ...row, target: targetOf(row), scale: scaleOf(row), transitions: goalTransitions(row) }));
  }

  private async readActivities(request: RequestContext, patientId: string): Promise<ActivityView[]> {
    const rows = await request.reading.about<Omit<ActivityView, 'name' | 'column' | 'form' | 'transitions'>>(
      patientId,
      `SELECT a.id, a.revision, a.catalogue_id AS "catalogueId", a.discipline, a.owner_id AS "ownerId", a.status, a.status_reason AS "statusReason", a.dose_text AS "doseText", a.reason,
              a.next_step AS "nextStep", r.at AS "changedAt", a.starts_on AS "startsOn", a.review_on AS "reviewOn", a.ends_on AS "endsOn", a.details,
              ARRAY(SELECT ag.goal_id FROM plexus.activity_goal ag WHERE ag.organization_id = $1 AND ag.patient_id = $2 AND ag.activity_id = a.id ORDER BY ag.goal_id) AS "goalIds"
         FROM plexus.activity a
         LEFT JOIN plexus.revision r ON r.organization_id = $1 AND r.patient_id = $2 AND r.number = a.revision
        WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.status <> 'entered-in-error' ORDER BY a.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => {
      const item = catalogueItemById(row.catalogueId);
      return { ...row, name: item?.name ?? row.catalogueId, form: item ? formOfItem(item) : null, transitions: activityTransitions(row), column: (item && columnOfItem(item, row.discipline)?.id) ?? 'self-care' };
    });
  }
}

function targetOf(row: GoalRow): GoalTargetView | null {
  const { targetMeasure: measure, targetBaseline: baseline, targetValue: value, targetUnit: unit, targetDate: date } = row;
  if (measure === null && baseline === null && value === null && unit === null && date === null) return null;
  return { measure, measureName: measure === null ? null : (measureById(measure)?.shortName ?? measure), baseline, value, unit, date };
}
