import { Injectable } from '@nestjs/common';
import { catalogueItemById } from '@plexus/catalogue';
import { stands } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { ACTIVITY_ROWS, type ActivityRow, type ActivityView, DISSENT_ROWS, type DissentRow, type DissentView, GOAL_ROWS, type GoalRow, type GoalView, PLAN_ROWS, type PlanRow, type PlanView, activityViews, goalViews, planView } from './plan-views.ts';

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
    const [row] = await this.rows<PlanRow>(request, patientId, PLAN_ROWS);
    if (!row) throw notFound();
    return planView(row);
  }

  goals(request: RequestContext, patientId: string): Promise<GoalView[]> {
    return request.once(`goals ${patientId}`, async () => goalViews(await this.rows<GoalRow>(request, patientId, `${GOAL_ROWS} AND g.status <> 'entered-in-error'`)));
  }

  activities(request: RequestContext, patientId: string): Promise<ActivityView[]> {
    return request.once(`activities ${patientId}`, async () => activityViews(await this.rows<ActivityRow>(request, patientId, `${ACTIVITY_ROWS} AND a.status <> 'entered-in-error'`)));
  }

  /** Of the message that stands, the oldest first. What was said of other words is settled, and in the history. */
  async dissents(request: RequestContext, { patientId, agreedMessage }: PlanView): Promise<DissentView[]> {
    if (agreedMessage === null) return [];
    const rows = await this.rows<DissentRow>(request, patientId, `${DISSENT_ROWS} ORDER BY d.id`);
    return rows.filter((row) => stands(row, agreedMessage));
  }

  private rows<Row>(request: RequestContext, patientId: string, sql: string): Promise<Row[]> {
    return request.reading.about<Row>(patientId, sql, [request.actor.organizationId, patientId]);
  }

  private async names(request: RequestContext, patientId: string, sql: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(patientId, sql, [request.actor.organizationId, patientId, ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
