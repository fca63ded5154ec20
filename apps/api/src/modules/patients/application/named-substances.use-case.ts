import { Injectable } from '@nestjs/common';
import { namedSubstanceById } from '@plexus/catalogue';
import { type Result, type SubstanceAnswer, ok, refuse, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { NAMED_SUBSTANCE } from '../persistence/medicine.entities.ts';

export interface AnswerNamedSubstance extends Command {
  /** A named substance of the catalogue. */
  readonly substance: string;
  readonly answer: SubstanceAnswer;
}

/** One substance asked about by its name: what the patient said, when, and who asked. */
@Injectable()
export class AnswerNamedSubstanceUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AnswerNamedSubstance): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'allergy.answer-named', action: 'patient:edit', command }, async (record) => {
      const { substance, answer } = command;
      if (!namedSubstanceById(substance)) return refuse(violation('SUBSTANCE_UNKNOWN', 'This substance is not asked about by name. Record it as an allergy.', 'substance'));
      const answered = { answer, answeredOn: actor.today, answeredById: actor.personId };
      const known = (await record.all(NAMED_SUBSTANCE)).find((row) => row.substance === substance);
      if (!known) {
        const row = { id: newId(), patientId: record.patientId, substance, ...answered };
        await record.add(NAMED_SUBSTANCE, row);
        return ok({ entityId: row.id });
      }
      // The same answer asked for twice is no conflict, whoever asked last.
      await record.checkConflicts(NAMED_SUBSTANCE, known, { answer });
      await record.edit(NAMED_SUBSTANCE, known, answered);
      return ok({ entityId: known.id });
    });
  }
}
