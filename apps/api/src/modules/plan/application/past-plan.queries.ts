import { Injectable } from '@nestjs/common';
import { type EntityName, stands } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { type Moment, type MomentAsked, Moments } from '../../../platform/records/moments.ts';
import { netChanges } from '../../../platform/records/net-changes.ts';
import { rowsAsOf } from '../../../platform/records/rows-as-of.ts';
import { TeamQueries, type TeamMemberView } from '../../care-team/application/team.queries.ts';
import { ACTIVITY, DISSENT, GOAL, GOAL_RATING, PLAN } from '../persistence/plan.entities.ts';
import { AgreementQueries, type DisciplineAgreementView } from './agreement.queries.ts';
import { GOALS_SERVED, PARTICIPANTS } from './plan-links.ts';
import { ACTIVITY_ROWS, type ActivityRow, type ActivityView, DISSENT_ROWS, type DissentRow, type DissentView, GOAL_ROWS, type GoalRow, type GoalView, PLAN_ROWS, type PlanRow, type PlanView, activityViews, goalViews, planView } from './plan-views.ts';
import { RATING_ROWS, type RatingRow, type RatingView, ratingViews } from './ratings.queries.ts';

/** What stood in a plan of the past, carried by the plan itself so that the same types read it. */
export interface PastPlan {
  readonly goals: (GoalView & { readonly pastRatings: readonly RatingView[] })[];
  readonly activities: ActivityView[];
  readonly ratings: RatingView[];
  readonly dissents: DissentView[];
  readonly agreements: DisciplineAgreementView[];
}

export interface PlanAsOfView extends Moment {
  readonly plan: PlanView & { readonly past: PastPlan };
  readonly team: TeamMemberView[];
}

/** Kinds of things of which the plan's page is made. */
const KINDS: readonly EntityName[] = ['plan', 'goal', 'goal-rating', 'activity', 'dissent', 'team-member', 'stand-in'];

interface Written {
  readonly id: string;
  readonly revision: number;
  readonly at: Date;
}

/**
 * The plan as it stood: what stands now, with everything undone that came later. Rights are those of today. Names of people, treatments and measures
 * are today's, because nothing else is kept of them. What a rule says of a day (late, due) follows from the day of the moment.
 */
@Injectable()
export class PastPlanQueries {
  constructor(
    private readonly moments: Moments,
    private readonly teams: TeamQueries,
    private readonly agreements: AgreementQueries,
  ) {}

  async ofPatient(request: RequestContext, patientId: string, asked: MomentAsked): Promise<PlanAsOfView> {
    const moment = await this.moments.of(request, patientId, asked, 'moment');
    const { revision } = moment;
    const rows = <Row>(sql: string) => request.reading.about<Row>(patientId, sql, [request.actor.organizationId, patientId]);
    const changing = netChanges(request, patientId, revision, Number.MAX_SAFE_INTEGER, KINDS);
    const [changes, plans, goals, activities, ratings, dissents] = await Promise.all([
      changing, rows<PlanRow>(PLAN_ROWS), rows<GoalRow>(GOAL_ROWS), rows<ActivityRow>(ACTIVITY_ROWS), rows<RatingRow>(RATING_ROWS), rows<DissentRow>(DISSENT_ROWS),
    ]);
    const [team, written] = await Promise.all([this.teams.asOf(request, patientId, moment, changes), this.lastWritten(request, patientId, revision, [...goals, ...activities])]);

    const [plan] = rowsAsOf(PLAN, plans, revision, changes);
    if (!plan) throw notFound();
    const ratingsThen = ratingViews(rowsAsOf(GOAL_RATING, ratings, revision, changes));
    const goalsThen = rowsAsOf(GOAL, goals, revision, changes, [PARTICIPANTS.field, 'participantIds']).map((row) => ({ ...row, revision: written.get(row.id)?.revision ?? row.revision }));
    const activitiesThen = rowsAsOf(ACTIVITY, activities, revision, changes, [GOALS_SERVED.field, 'goalIds']).map((row) => {
      const then = written.get(row.id);
      return then ? { ...row, revision: then.revision, changedAt: then.at } : row;
    });
    const then = { plan: planView(plan), team, goals: goalViews(goalsThen), activities: activityViews(activitiesThen) };
    return {
      ...moment,
      team,
      plan: {
        ...then.plan,
        past: {
          goals: then.goals.map((goal) => ({ ...goal, pastRatings: ratingsThen.filter(({ goalId }) => goalId === goal.id) })),
          activities: then.activities,
          agreements: await this.agreements.asOf(request, moment, then),
          ratings: ratingsThen,
          dissents: rowsAsOf(DISSENT, dissents, revision, changes).filter((row) => stands(row, plan.agreedMessage)).sort((a, b) => (a.id < b.id ? -1 : 1)),
        },
      },
    };
  }

  /** When goals and parts that were written since had been written last until then. What only ties them to others does not count, as in their rows. */
  private async lastWritten(request: RequestContext, patientId: string, revision: number, rows: readonly { readonly id: string; readonly revision: number }[]): Promise<Map<string, Written>> {
    const since = rows.filter((row) => row.revision > revision).map(({ id }) => id);
    if (since.length === 0) return new Map();
    const found = await request.reading.about<Written>(
      patientId,
      `SELECT thing.id, r.number AS revision, r.at
         FROM unnest($4::uuid[]) thing (id)
        CROSS JOIN LATERAL (SELECT max(c.number) AS number FROM plexus.change c
                             WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity IN ('goal', 'activity') AND c.entity_id = thing.id AND c.number <= $3
                               AND NOT c.field = ANY ($5)) last
         JOIN plexus.revision r ON r.organization_id = $1 AND r.patient_id = $2 AND r.number = last.number`,
      [request.actor.organizationId, patientId, revision, since, [PARTICIPANTS.field, GOALS_SERVED.field]],
    );
    return new Map(found.map((row) => [row.id, row]));
  }
}
