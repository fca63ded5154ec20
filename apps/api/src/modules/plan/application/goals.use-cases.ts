import { Injectable } from '@nestjs/common';
import { measureById } from '@plexus/catalogue';
import { type Day, type GoalAchievement, type GoalDomain, type GoalScope, type GoalVerb, type Result, checkGoal, goalStatusAfter, isOpenGoal, moveGoal, ok, refuse, tidy, tidyOptional, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { checkPeople } from './plan-people.ts';
import { GOAL, GoalParticipantEntity } from '../persistence/plan.entities.ts';

export interface GoalTargetGiven {
  readonly measure?: string | null;
  readonly baseline?: number | null;
  readonly value?: number | null;
  readonly unit?: string | null;
  readonly date?: Day | null;
}

export interface ProposeGoal extends Command {
  /** In the patient's own words. */
  readonly words: string;
  readonly restatement?: string | null;
  readonly scope: GoalScope;
  readonly domain: GoalDomain;
  readonly ownerId?: string | null;
  readonly participantIds?: readonly string[];
  readonly target?: GoalTargetGiven | null;
}

/** Absent: leave. Null: clear. */
export interface EditGoal extends Command, Partial<Pick<ProposeGoal, 'words' | 'restatement' | 'scope' | 'domain' | 'ownerId' | 'participantIds' | 'target'>> {
  readonly goalId: string;
  readonly achievement?: GoalAchievement;
  readonly reason?: string | null;
}

export interface MoveGoal extends Command {
  readonly goalId: string;
  readonly verb: GoalVerb;
  readonly achievement?: GoalAchievement;
  readonly reason?: string | null;
}

const knownMeasure = (id: string): boolean => measureById(id) !== undefined;

const targetFields = (target: GoalTargetGiven | null) => ({
  targetMeasure: target?.measure ?? null,
  targetBaseline: target?.baseline ?? null,
  targetValue: target?.value ?? null,
  targetUnit: tidyOptional(target?.unit),
  targetDate: target?.date ?? null,
});

const participantsOf = async (record: OpenRecord, goalId: string): Promise<string[]> =>
  (await record.em.findBy(GoalParticipantEntity, { organizationId: record.actor.organizationId, goalId })).map((row) => row.personId).sort();

async function replaceParticipants(record: OpenRecord, goalId: string, before: readonly string[], after: readonly string[], added: boolean): Promise<void> {
  const { organizationId } = record.actor;
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  if (gone.length > 0) await record.em.query('DELETE FROM plexus.goal_participant WHERE organization_id = $1 AND goal_id = $2 AND person_id = ANY ($3)', [organizationId, goalId, gone]);
  if (come.length > 0) await record.em.insert(GoalParticipantEntity, come.map((personId) => ({ organizationId, goalId, personId, patientId: record.patientId })));
  record.noteLinks('goal', goalId, 'participants', before, after, added);
}

@Injectable()
export class ProposeGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ProposeGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.propose', action: 'plan:write', command }, async (record) => {
      const checked = checkGoal({ ...command, targetMeasure: command.target?.measure ?? null, targetUnit: command.target?.unit ?? null }, knownMeasure);
      if (!checked.ok) return checked;
      const participants = [...new Set(command.participantIds ?? [])].sort();
      const people = await checkPeople(record, [['ownerId', command.ownerId], ...participants.map((id) => ['participantIds', id] as const)]);
      if (!people.ok) return people;
      const goal = {
        id: newId(), patientId: record.patientId, words: tidy(command.words), restatement: tidyOptional(command.restatement), scope: command.scope, domain: command.domain,
        status: 'proposed' as const, achievement: 'in-progress' as const, ownerId: command.ownerId ?? null, ...targetFields(command.target ?? null),
        startedOn: null, endedOn: null, endReason: null,
      };
      await record.add(GOAL, goal);
      await replaceParticipants(record, goal.id, [], participants, true);
      return ok({ entityId: goal.id });
    });
  }
}

@Injectable()
export class EditGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.edit', action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const goal = await record.load(GOAL, command.goalId);
      const checked = checkGoal({ ...command, targetMeasure: command.target?.measure ?? null, targetUnit: command.target?.unit ?? null }, knownMeasure);
      if (!checked.ok) return checked;
      const patch = {
        ...(command.words === undefined ? {} : { words: tidy(command.words) }),
        ...(command.restatement === undefined ? {} : { restatement: tidyOptional(command.restatement) }),
        ...(command.scope === undefined ? {} : { scope: command.scope }),
        ...(command.domain === undefined ? {} : { domain: command.domain }),
        ...(command.achievement === undefined ? {} : { achievement: command.achievement }),
        ...(command.ownerId === undefined ? {} : { ownerId: command.ownerId }),
        ...(command.target === undefined ? {} : targetFields(command.target)),
      };
      const before = await participantsOf(record, goal.id);
      const after = command.participantIds ? [...new Set(command.participantIds)].sort() : before;
      await record.checkConflicts(GOAL, goal, patch, { participants: { now: before, mine: after } });
      if (!isOpenGoal(goal)) return refuse(violation('GOAL_STATUS', 'A goal that is {status} cannot do this.', 'goalId', { status: goal.status }));
      const people = await checkPeople(record, [['ownerId', command.ownerId], ...(command.participantIds ?? []).map((id) => ['participantIds', id] as const)]);
      if (!people.ok) return people;
      await record.edit(GOAL, goal, patch);
      await replaceParticipants(record, goal.id, before, after, false);
      return ok({ entityId: goal.id });
    });
  }
}

/** Activates, pauses, resumes, completes or cancels a goal. */
@Injectable()
export class MoveGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MoveGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: `goal.${command.verb}`, action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const goal = await record.load(GOAL, command.goalId);
      await record.checkConflicts(GOAL, goal, { status: goalStatusAfter(command.verb), ...(command.achievement ? { achievement: command.achievement } : {}) });
      const moved = moveGoal(goal, command.verb, command, actor.today);
      if (!moved.ok) return moved;
      await record.edit(GOAL, goal, moved.value);
      return ok({ entityId: goal.id });
    });
  }
}
