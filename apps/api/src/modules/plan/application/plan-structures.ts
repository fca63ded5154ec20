import { Injectable } from '@nestjs/common';
import { planTemplateById } from '@plexus/catalogue';
import { type PlanStructure, type StructurePart, isOpenActivity, isOpenGoal } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import { badInput } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { PlanQueries } from './plan.queries.ts';

/** Where a structure comes from: exactly one of both. */
export interface StructureSource {
  readonly templateId?: string | null;
  readonly fromPatientId?: string | null;
}

export interface NamedStructure extends PlanStructure {
  /** What the history may say of where it came from: never whose plan it was. */
  readonly name: string | null;
}

@Injectable()
export class PlanStructures {
  constructor(
    private readonly plans: PlanQueries,
    private readonly access: AccessService,
  ) {}

  async from(request: RequestContext, { templateId, fromPatientId }: StructureSource): Promise<NamedStructure> {
    if ((templateId == null) === (fromPatientId == null)) throw badInput('templateId', 'Choose a template or another patient, one of both.');
    if (fromPatientId != null) {
      await this.access.require(request, 'plan:read', fromPatientId);
      return { ...(await this.ofPatient(request, fromPatientId)), name: null };
    }
    const template = planTemplateById(templateId!);
    if (!template) throw badInput('templateId', 'The catalogue has no such template. Choose one of its list.', 'TEMPLATE_UNKNOWN');
    return template;
  }

  /** What is open in a patient's plan, without words, people, doses, dates and reasons. Who asks must be known to read that plan. */
  async ofPatient(request: RequestContext, patientId: string): Promise<PlanStructure> {
    const [goals, activities] = await Promise.all([this.plans.goals(request, patientId), this.plans.activities(request, patientId)]);
    const open = goals.filter(isOpenGoal);
    const ids = new Set(open.map(({ id }) => id));
    const parts = new Map<string, StructurePart>();
    for (const { catalogueId, discipline, goalIds } of activities.filter(isOpenActivity)) {
      const before = parts.get(catalogueId);
      const served = goalIds.filter((id) => ids.has(id));
      parts.set(catalogueId, { catalogueId, discipline: before?.discipline ?? discipline, goals: [...new Set([...(before?.goals ?? []), ...served])] });
    }
    return { goals: open.map(({ id, domain, scope, target }) => ({ key: id, domain, scope, measure: target?.measure ?? null })), parts: [...parts.values()] };
  }
}
