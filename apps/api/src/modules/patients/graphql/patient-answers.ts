import { Injectable } from '@nestjs/common';
import type { Result } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import type { Done } from '../../../platform/records/patient-records.ts';
import { AccessService } from '../../../access/access.service.ts';
import { PatientQueries } from '../application/patient.queries.ts';

/** Answers every command about a patient: with the patient as it is now, under the rights of now, or with the refusal. */
@Injectable()
export class PatientAnswers {
  constructor(
    private readonly patients: PatientQueries,
    private readonly access: AccessService,
  ) {}

  async to(request: RequestContext, change: Promise<Result<Done, Refusal>>) {
    const result = await change;
    await request.renew();
    if (!result.ok) return publishRefusal(result.error);
    // The answer can show the whole chart, so it is an opening of the chart like any other.
    await this.access.require(request, 'patient:read', result.value.patientId);
    return this.patients.byId(request, result.value.patientId);
  }
}
