import { Injectable } from '@nestjs/common';
import { type Result, checkDissent, checkWithdrawal, ok, tidy } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { DISSENT, PLAN } from '../persistence/plan.entities.ts';

export interface DissentFromMessage extends Command {
  /** The message that its author read, word for word: nobody disagrees with words that they have not seen. */
  readonly message: string;
  readonly reason: string;
}

export interface WithdrawDissent extends Command {
  readonly dissentId: string;
}

/** Says that the actor does not agree with the agreed message, and why. Nobody can say it for another person. */
@Injectable()
export class DissentFromMessageUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: DissentFromMessage): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'dissent.say', action: 'plan:write', command }, async (record) => {
      const [plan] = await record.all(PLAN);
      if (!plan) throw notFound();
      const own = (await record.all(DISSENT)).filter(({ personId }) => personId === actor.personId);
      const checked = checkDissent(command, plan.agreedMessage, own);
      if (!checked.ok) return checked;
      const dissent = { id: newId(), patientId: record.patientId, personId: actor.personId, message: command.message, reason: tidy(command.reason), status: 'stands' as const, at: record.now };
      await record.add(DISSENT, dissent);
      return ok({ entityId: dissent.id });
    });
  }
}

@Injectable()
export class WithdrawDissentUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: WithdrawDissent): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'dissent.withdraw', action: 'plan:write', command }, async (record) => {
      const dissent = await record.load(DISSENT, command.dissentId);
      const checked = checkWithdrawal(dissent, actor.personId);
      if (!checked.ok) return checked;
      await record.edit(DISSENT, dissent, { status: 'withdrawn' });
      return ok({ entityId: dissent.id });
    });
  }
}
