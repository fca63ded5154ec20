import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Day, type Result, checkCleared, checkPlan, ok, tidy, tidyOptional, unless } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { Reactions } from '../../../platform/records/reactions.ts';
import { PLAN } from '../persistence/plan.entities.ts';

/** Absent: leave. Null: clear. */
export interface EditPlan extends Command {
  readonly title?: string;
  readonly summary?: string | null;
  readonly reviewDate?: Day | null;
  readonly agreedMessage?: string | null;
  readonly reason?: string | null;
}

@Injectable()
export class EditPlanUseCase implements OnModuleInit {
  constructor(
    private readonly records: PatientRecords,
    private readonly reactions: Reactions,
  ) {}

  /** A patient has one plan from the first moment: an empty draft says that nothing was agreed yet. */
  onModuleInit(): void {
    this.reactions.on('patient.add', async (record) => {
      await record.add(PLAN, {
        id: newId(), patientId: record.patientId, title: 'Care plan', summary: null, status: 'draft', reviewDate: null, agreedMessage: null, agreedOn: null,
      });
    });
  }

  execute(actor: Actor, command: EditPlan): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'plan.edit', action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const [plan] = await record.all(PLAN);
      if (!plan) throw notFound();
      const required = unless(checkCleared(command, 'title'));
      if (!required.ok) return required;
      const checked = checkPlan(command, actor.today);
      if (!checked.ok) return checked;
      const agreedMessage = tidyOptional(command.agreedMessage);
      const patch = {
        ...(command.title === undefined ? {} : { title: tidy(command.title) }),
        ...(command.summary === undefined ? {} : { summary: tidyOptional(command.summary) }),
        ...(command.reviewDate === undefined ? {} : { reviewDate: command.reviewDate }),
        ...(command.agreedMessage === undefined ? {} : { agreedMessage, agreedOn: agreedMessage === null ? null : actor.today }),
      };
      await record.checkConflicts(PLAN, plan, patch);
      await record.edit(PLAN, plan, patch);
      return ok({ entityId: plan.id });
    });
  }
}
