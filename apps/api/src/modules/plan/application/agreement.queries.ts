import { Injectable } from '@nestjs/common';
import { type Agreement, type ChangedThing, type Day, type OpenQuestion, REGISTRY, openQuestion } from '@plexus/domain';
import { disciplines } from '@plexus/catalogue';
import { AccessService } from '../../../access/access.service.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import type { Moment } from '../../../platform/records/moments.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { TeamQueries, type TeamMemberView } from '../../care-team/application/team.queries.ts';
import { PlanQueries } from './plan.queries.ts';
import type { ActivityView, GoalView, PlanView } from './plan-views.ts';

export interface AgreementView extends Agreement {
  readonly id: string;
  readonly personId: string;
}

export interface ChangedPartView {
  readonly entity: ChangedThing['entity'];
  readonly id: string;
  /** As it is called now. */
  readonly name: string;
}

export interface DisciplineAgreementView extends Pick<OpenQuestion, 'isAsked' | 'isReview'> {
  readonly discipline: string;
  /** What others changed since it answered: goals, and its own parts. */
  readonly changed: readonly ChangedPartView[];
  readonly last: AgreementView | null;
}

/** The plan that is answered for, and the day from which it is seen. */
interface PlanThen {
  readonly plan: PlanView;
  readonly team: readonly TeamMemberView[];
  readonly goals: readonly GoalView[];
  readonly activities: readonly ActivityView[];
  readonly day: Day;
}

interface Standing {
  readonly last: ReadonlyMap<string, AgreementView>;
  readonly changes: readonly ChangeRow[];
}

type ChangeRow = Pick<ChangedThing, 'entity' | 'id' | 'revision'> & { readonly personId: string };

const planFields = (entity: 'goal' | 'activity'): string[] => Object.entries(REGISTRY[entity].fields).flatMap(([name, spec]) => (spec.plan ? [name] : []));
const ORDER = disciplines.map(({ id }) => id as string);

/** Who stands behind the plan as it is now, discipline by discipline. */
@Injectable()
export class AgreementQueries {
  constructor(
    private readonly plans: PlanQueries,
    private readonly team: TeamQueries,
    private readonly access: AccessService,
    names: RecordNames,
  ) {
    names.register('agreement', async (request, patientId, ids) => {
      const rows = await request.reading.about<{ id: string; discipline: string }>(
        patientId,
        'SELECT a.id, a.discipline FROM plexus.agreement a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = ANY ($3)',
        [request.actor.organizationId, patientId, ids],
      );
      return new Map(rows.map(({ id, discipline }) => [id, disciplines.find((one) => one.id === discipline)?.name ?? discipline]));
    });
  }

  /** One entry for each discipline that is on the team today, in the order of the catalogue. Empty for a reader who is no clinician of the team. */
  async ofPlan(request: RequestContext, plan: PlanView): Promise<DisciplineAgreementView[]> {
    const { patientId } = plan;
    const [may, standing, team, goals, activities] = await Promise.all([
      this.access.may(request, patientId), this.upTo(request, patientId, Number.MAX_SAFE_INTEGER),
      this.team.ofPatient(request, patientId), this.plans.goals(request, patientId), this.plans.activities(request, patientId),
    ]);
    return may.includes('history:read') ? entries(standing, { plan, team, goals, activities, day: request.actor.today }) : [];
  }

  /** As it stood at a moment, beside the plan of then. The reader must be known to read the history. */
  async asOf(request: RequestContext, { revision, day }: Moment, then: Omit<PlanThen, 'day'>): Promise<DisciplineAgreementView[]> {
    return entries(await this.upTo(request, then.plan.patientId, revision), { ...then, day });
  }

  private async upTo(request: RequestContext, patientId: string, revision: number): Promise<Standing> {
    const [last, changes] = await Promise.all([this.latest(request, patientId, revision), this.changes(request, patientId, revision)]);
    return { last: new Map(last.map((row) => [row.discipline, row])), changes };
  }

  private latest(request: RequestContext, patientId: string, revision: number): Promise<AgreementView[]> {
    return request.reading.about<AgreementView>(
      patientId,
      `SELECT DISTINCT ON (a.discipline) a.id, a.discipline, a.answer, a.reason, a.plan_version AS "planVersion", a.revision, a.answered_on AS "answeredOn", a.person_id AS "personId"
         FROM plexus.agreement a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.revision <= $3 ORDER BY a.discipline, a.revision DESC`,
      [request.actor.organizationId, patientId, revision],
    );
  }

  /** What was changed of goals and parts, since the oldest of the disciplines' latest answers, that makes the plan another version: by thing and author, the newest. */
  private changes(request: RequestContext, patientId: string, revision: number): Promise<ChangeRow[]> {
    return request.reading.about<ChangeRow>(
      patientId,
      `SELECT c.entity, c.entity_id AS id, r.person_id AS "personId", max(c.number) AS revision
         FROM plexus.change c
         JOIN plexus.revision r ON r.organization_id = c.organization_id AND r.patient_id = c.patient_id AND r.number = c.number
        WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number <= $3
          AND c.number > (SELECT min(l.revision) FROM (SELECT max(a.revision) AS revision FROM plexus.agreement a
                                                        WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.revision <= $3 GROUP BY a.discipline) l)
          AND (c.entity = 'goal' AND c.field = ANY ($4) OR c.entity = 'activity' AND c.field = ANY ($5))
        GROUP BY c.entity, c.entity_id, r.person_id`,
      [request.actor.organizationId, patientId, revision, planFields('goal'), planFields('activity')],
    );
  }
}

function entries({ last, changes }: Standing, { plan, team, goals, activities, day }: PlanThen): DisciplineAgreementView[] {
  const disciplineOf = new Map(team.map(({ personId, discipline }) => [personId, discipline]));
  const names = new Map([...goals.map(({ id, words }) => [id, words] as const), ...activities.map(({ id, name }) => [id, name] as const)]);
  const ownerOf = new Map(activities.map(({ id, discipline }) => [id, discipline]));
  // What was taken back is in nobody's plan any more.
  const things = changes.filter(({ id }) => names.has(id)).map(({ personId, ...row }): ChangedThing => ({ ...row, discipline: ownerOf.get(row.id) ?? null, changedBy: disciplineOf.get(personId) ?? null }));
  const present = new Set(team.filter(({ period, role }) => period === 'current' && role !== 'observer').map(({ discipline }) => discipline));
  return [...present]
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map((discipline) => {
      const { changed, isReview, isAsked } = openQuestion(discipline, last.get(discipline), plan, things, day);
      return { discipline, isAsked, isReview, last: last.get(discipline) ?? null, changed: changed.map(({ entity, id }) => ({ entity, id, name: names.get(id) ?? '' })) };
    });
}
