import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { treatments } from '@plexus/catalogue';
import { reconciliationState } from '@plexus/domain';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { MedicineQueries } from '../../patients/application/medicine.queries.ts';
import { PatientQueries } from '../../patients/application/patient.queries.ts';
import { ReconciliationType } from '../../patients/graphql/medicine.type.ts';
import { PatientType } from '../../patients/graphql/patient.type.ts';

const MEDICINES = treatments.filter(({ kind }) => kind === 'medication').map(({ id }) => id);

/** What is taken stands in two places, the list and the plan; only here both are known. */
@Resolver(() => PatientType)
export class PatientReconciliationResolver {
  constructor(
    private readonly patients: PatientQueries,
    private readonly medicines: MedicineQueries,
  ) {}

  @ResolveField(() => ReconciliationType, { nullable: true, description: 'Null when the viewer’s part does not include medicines (peer mentors).' })
  async reconciliation(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<ReconciliationType | null> {
    if ((await this.patients.details(request, patient.id)) === null) return null;
    const { last, changed } = await this.medicines.listCheck(request, patient.id);
    const [plan] = await request.reading.about<{ changed: number }>(
      patient.id,
      `SELECT coalesce(max(a.revision), 0) AS changed FROM plexus.activity a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.catalogue_id = ANY ($3) HAVING count(*) > 0`,
      [request.actor.organizationId, patient.id, MEDICINES],
    );
    return { state: reconciliationState(last, Math.max(changed, plan?.changed ?? 0), request.actor.today), on: last?.on ?? null, byId: last?.byId ?? null };
  }
}
