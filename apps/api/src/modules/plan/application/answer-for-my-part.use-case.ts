import { Injectable } from '@nestjs/common';
import { type AgreementAnswer, type Result, checkAgreement, ok, tidyOptional } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { AGREEMENT } from '../persistence/plan.entities.ts';

export interface AnswerForMyPart extends Command {
  /** The version of the plan that its author read: nobody agrees to what they have not seen. */
  readonly planVersion: number;
  readonly answer: AgreementAnswer;
  readonly reason?: string | null;
}

/** Says for the discipline in which the actor treats the patient that its part of the plan is right, or why not. A stand-in answers for the member. */
@Injectable()
export class AnswerForMyPartUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AnswerForMyPart): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'plan.answer', action: 'plan:write', command }, async (record) => {
      const { planVersion, answer } = command;
      const reason = tidyOptional(command.reason ?? null);
      const treats = record.reach.filter(({ role, through }) => role !== 'observer' && through !== 'coordinator');
      const { discipline = null } = treats.find(({ through }) => through === 'member') ?? treats[0] ?? {};
      const checked = checkAgreement({ planVersion, answer, reason }, discipline, record.planVersion);
      if (!checked.ok) return checked;
      const agreement = { id: newId(), patientId: record.patientId, discipline: discipline!, answer, reason, planVersion, personId: actor.personId, answeredOn: actor.today };
      await record.add(AGREEMENT, agreement);
      return ok({ entityId: agreement.id });
    });
  }
}
