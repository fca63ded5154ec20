import { Injectable } from '@nestjs/common';
import { measureById } from '@plexus/catalogue';
import { type Day, type GoalAchievement, type GoalDomain, type GoalScope, type GoalVerb, type Result, type RuleViolation, checkCleared, checkGoal, goalStatusAfter, isOpenGoal, moveGoal, ok, refuse, scaleFields, similarGoals, tidy, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { checkPeople } from './plan-people.ts';
import { PARTICIPANTS, inOrder, linksOf, replaceLinks } from './plan-links.ts';
import { GOAL } from '../persistence/plan.entities.ts';

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
  /** Open goals that resemble this one, which the author has seen: this is another wish. */
  readonly distinctFrom?: readonly string[];
}

/** Absent: leave. Null: clear. */
export interface EditGoal extends Command, Partial<Pick<ProposeGoal, 'words' | 'restatement' | 'scope' | 'domain' | 'ownerId' | 'target'>> {
  readonly goalId: string;
  readonly participantIds?: readonly string[] | null;
  readonly achievement?: GoalAchievement;
  /** The five descriptors of its attainment, from −2 to +2. */
  readonly scale?: readonly string[] | null;
  readonly reason?: string | null;
}

export interface JoinGoal extends Command {
  readonly goalId: string;
}

export interface MoveGoal extends Command {
  readonly goalId: string;
  readonly verb: GoalVerb;
  readonly achievement?: GoalAchievement;
  readonly reason?: string | null;
}

const knownMeasure = (id: string): boolean => measureById(id) !== undefined;

const check = ({ words, restatement, target, scale }: Partial<Pick<EditGoal, 'words' | 'restatement' | 'target' | 'scale'>>, today: Day): Result<void, RuleViolation> =>
  checkGoal({ words, restatement, targetMeasure: target?.measure, targetBaseline: target?.baseline, targetValue: target?.value, targetUnit: target?.unit, targetDate: target?.date, scale }, knownMeasure, today);

const targetFields = (target: GoalTargetGiven | null) => ({
  targetMeasure: target?.measure ?? null,
  targetBaseline: target?.baseline ?? null,
  targetValue: target?.value ?? null,
  targetUnit: tidyOptional(target?.unit),
  targetDate: target?.date ?? null,
});

@Injectable()
export class ProposeGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ProposeGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.propose', action: 'plan:write', command }, async (record) => {
      const checked = check(command, actor.today);
      if (!checked.ok) return checked;
      const open = await record.all(GOAL);
      const alike = similarGoals(command, open).find((goal) => !(command.distinctFrom ?? []).includes(goal.id));
      if (alike) return refuse(violation('GOAL_SIMILAR', 'The plan has a goal like this already: “{words}”. Join it, or say that yours is another one.', 'words', { words: alike.words, goalId: alike.id }));
      const participants = inOrder(command.participantIds ?? []);
      const people = await checkPeople(record, [['ownerId', command.ownerId], ...participants.map((id) => ['participantIds', id] as const)]);
      if (!people.ok) return people;
      const goal = {
        id: newId(), patientId: record.patientId, words: tidy(command.words), restatement: tidyOptional(command.restatement), scope: command.scope, domain: command.domain,
        status: 'proposed' as const, achievement: 'in-progress' as const, ownerId: command.ownerId ?? null, ...targetFields(command.target ?? null),
        startedOn: null, endedOn: null, endReason: null, ...scaleFields(null),
      };
      await record.add(GOAL, goal);
      await replaceLinks(record, PARTICIPANTS, goal.id, [], participants, true);
      return ok({ entityId: goal.id });
    });
  }
}

@Injectable()
export class EditGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.edit', action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const [goal, before] = await Promise.all([record.load(GOAL, command.goalId), linksOf(record, PARTICIPANTS, command.goalId)]);
      const required = unless(checkCleared(command, 'words', 'scope', 'domain', 'achievement'));
      if (!required.ok) return required;
      const checked = check(command, actor.today);
      if (!checked.ok) return checked;
      const patch = {
        ...(command.words === undefined ? {} : { words: tidy(command.words) }),
        ...(command.restatement === undefined ? {} : { restatement: tidyOptional(command.restatement) }),
        ...(command.scope === undefined ? {} : { scope: command.scope }),
        ...(command.domain === undefined ? {} : { domain: command.domain }),
        ...(command.achievement === undefined ? {} : { achievement: command.achievement }),
        ...(command.ownerId === undefined ? {} : { ownerId: command.ownerId }),
        ...(command.target === undefined ? {} : targetFields(command.target)),
        ...(command.scale === undefined ? {} : scaleFields(command.scale)),
      };
      const after = command.participantIds === undefined ? before : inOrder(command.participantIds ?? []);
      await record.checkConflicts(GOAL, goal, patch, { participants: { now: before, mine: after } });
      if (!isOpenGoal(goal)) return refuse(violation('GOAL_STATUS', 'A goal that is {status} cannot do this.', 'goalId', { status: goal.status }));
      const people = await checkPeople(record, [['ownerId', command.ownerId], ...(command.participantIds ?? []).map((id) => ['participantIds', id] as const)]);
      if (!people.ok) return people;
      await record.edit(GOAL, goal, patch);
      await replaceLinks(record, PARTICIPANTS, goal.id, before, after);
      return ok({ entityId: goal.id });
    });
  }
}

/**
 * Puts the actor among those who work on a goal. Whoever else joins or leaves meanwhile is not in the way: it says that one person is in, not who
 * the others are.
 */
@Injectable()
export class JoinGoalUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: JoinGoal): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'goal.join', action: 'plan:write', command }, async (record) => {
      const goal = await record.load(GOAL, command.goalId);
      if (!isOpenGoal(goal)) return refuse(violation('GOAL_STATUS', 'A goal that is {status} cannot do this.', 'goalId', { status: goal.status }));
      const people = await checkPeople(record, [['goalId', actor.personId]]);
      if (!people.ok) return people;
      const before = await linksOf(record, PARTICIPANTS, goal.id);
      await replaceLinks(record, PARTICIPANTS, goal.id, before, inOrder([...before, actor.personId]));
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
