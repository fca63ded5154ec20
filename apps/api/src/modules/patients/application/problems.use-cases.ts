import { Injectable } from '@nestjs/common';
import { problemById } from '@plexus/catalogue';
import { type Day, type Result, checkProblem, checkReason, ok, refuse, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { PATIENT, PROBLEM } from '../persistence/patient.entities.ts';

export interface AddProblem extends Command {
  readonly catalogueId: string;
  readonly since?: Day | null;
  readonly note?: string | null;
}

export interface ResolveProblem extends Command {
  readonly problemId: string;
  readonly reason: string;
}

@Injectable()
export class AddProblemUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AddProblem): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'problem.add', action: 'patient:edit', command }, async (record) => {
      const patient = await record.load(PATIENT, record.patientId);
      const checked = checkProblem(command, problemById(command.catalogueId) !== undefined, patient.birthDate, actor.today);
      if (!checked.ok) return checked;
      const known = await record.all(PROBLEM);
      if (known.some((problem) => problem.catalogueId === command.catalogueId && problem.status === 'active')) {
        return refuse(violation('PROBLEM_LISTED', 'This problem is on the list already.', 'catalogueId'));
      }
      const problem = { id: newId(), patientId: record.patientId, catalogueId: command.catalogueId, since: command.since ?? null, note: tidyOptional(command.note), status: 'active' as const };
      await record.add(PROBLEM, problem);
      return ok({ entityId: problem.id });
    });
  }
}

@Injectable()
export class ResolveProblemUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ResolveProblem): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'problem.resolve', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const problem = await record.load(PROBLEM, command.problemId);
      const checked = unless([
        checkReason(command.reason),
        problem.status === 'active' ? null : violation('PROBLEM_NOT_ACTIVE', 'This problem is not active any more.', 'problemId'),
      ]);
      if (!checked.ok) return checked;
      await record.checkConflicts(PROBLEM, problem, { status: 'resolved' });
      await record.edit(PROBLEM, problem, { status: 'resolved' });
      return ok({ entityId: problem.id });
    });
  }
}
