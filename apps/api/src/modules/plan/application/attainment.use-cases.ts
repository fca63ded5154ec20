import { Injectable } from '@nestjs/common';
import { type AttainmentLevel, type Day, type Rater, type Result, checkRating, checkRatingWithdrawal, ok, tidy, tidyOptional } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { GOAL, GOAL_RATING } from '../persistence/plan.entities.ts';

export interface RateGoal extends Command {
  readonly goalId: string;
  readonly rater: Rater;
  readonly level: number;
  /** The descriptor of the level as its author read it. */
  readonly words: string;
  readonly ratedOn: Day;
  readonly note?: string | null;
}

export interface WithdrawRating extends Command {
  readonly ratingId: string;
  readonly reason: string;
}

/** A rating is a row of its own: the next one does not overwrite it, and it keeps the words under which it was given. */
@Injectable()
export class RateGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RateGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.rate', action: 'plan:write', command }, async (record) => {
      const goal = await record.load(GOAL, command.goalId);
      const checked = checkRating(goal, command, actor.today);
      if (!checked.ok) return checked;
      const rating = {
        id: newId(), patientId: record.patientId, goalId: goal.id, rater: command.rater, level: command.level as AttainmentLevel, words: tidy(command.words),
        ratedOn: command.ratedOn, note: tidyOptional(command.note), recordedById: actor.personId, status: 'active' as const,
      };
      await record.add(GOAL_RATING, rating);
      return ok({ entityId: rating.id });
    });
  }
}

/** Entered in error: it stays in the history with the reason. */
@Injectable()
export class WithdrawRatingUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: WithdrawRating): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.withdraw-rating', action: 'plan:write', command, reason: command.reason }, async (record) => {
      const rating = await record.load(GOAL_RATING, command.ratingId);
      const checked = checkRatingWithdrawal(rating, command.reason);
      if (!checked.ok) return checked;
      await record.edit(GOAL_RATING, rating, { status: 'entered-in-error' });
      return ok({ entityId: rating.id });
    });
  }
}
