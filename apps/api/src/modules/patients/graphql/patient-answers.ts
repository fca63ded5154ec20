import { Injectable } from '@nestjs/common';
import type { Result } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { mentionsIn, publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import type { Done } from '../../../platform/records/patient-records.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { AccessService } from '../../../access/access.service.ts';
import { PatientQueries } from '../application/patient.queries.ts';

/** Of a command that makes a new patient there is no id yet. */
interface Asked {
  readonly patientId?: string;
}

/** Answers every command about a patient: with the patient as it is now, under the rights of now, or with the refusal. */
@Injectable()
export class PatientAnswers {
  constructor(
    private readonly patients: PatientQueries,
    private readonly access: AccessService,
    private readonly names: RecordNames,
  ) {}

  async to(request: RequestContext, asked: Asked, change: Promise<Result<Done, Refusal>>) {
    const result = await this.settled(request, asked, change);
    return 'done' in result ? this.patients.byId(request, result.done.patientId) : result;
  }

  /** What a command came to: that it was done, or the refusal in words. */
  async settled(request: RequestContext, asked: Asked, change: Promise<Result<Done, Refusal>>) {
    const result = await change;
    await request.renew();
    if (!result.ok) return this.refusal(request, asked.patientId, result.error);
    // The answer can show the whole chart, so it is an opening of the chart like any other.
    await this.access.require(request, 'patient:read', result.value.patientId);
    return { done: result.value };
  }

  private async refusal(request: RequestContext, patientId: string | undefined, refusal: Refusal) {
    if (refusal.kind === 'rule-violation' || patientId === undefined) return publishRefusal(refusal);
    return publishRefusal(refusal, await this.names.of(request, patientId, mentionsIn(refusal)));
  }
}
