import { Injectable } from '@nestjs/common';
import { catalogueItemById, disciplineById } from '@plexus/catalogue';
import { type ActivityVerb, type Day, type Result, type RuleViolation, activityStatusAfter, checkActivity, moveActivity, ok, refuse, tidyOptional, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { checkPeople } from './plan-people.ts';
import { ACTIVITY, ActivityGoalEntity } from '../persistence/plan.entities.ts';

export interface PlanActivity extends Command {
  /** A treatment or activity id of the catalogue. */
  readonly catalogueId: string;
  readonly discipline: string;
  readonly ownerId?: string | null;
  readonly goalIds?: readonly string[];
  readonly doseText?: string | null;
  readonly reason?: string | null;
  readonly startsOn?: Day | null;
  readonly reviewOn?: Day | null;
  readonly endsOn?: Day | null;
}

/** Absent: leave. Null: clear. */
export interface EditActivity extends Command, Partial<Pick<PlanActivity, 'ownerId' | 'goalIds' | 'doseText' | 'startsOn' | 'reviewOn' | 'endsOn'>> {
  readonly activityId: string;
  readonly reason?: string | null;
}

export interface MoveActivity extends Command {
  readonly activityId: string;
  readonly verb: ActivityVerb;
  readonly reason?: string | null;
}

const catalogue = { knownItem: (id: string) => catalogueItemById(id) !== undefined, knownDiscipline: (id: string) => disciplineById(id) !== undefined };

const goalsOf = async (record: OpenRecord, activityId: string): Promise<string[]> =>
  (await record.em.findBy(ActivityGoalEntity, { organizationId: record.actor.organizationId, activityId })).map((row) => row.goalId).sort();

async function checkGoals(record: OpenRecord, goalIds: readonly string[]): Promise<Result<void, RuleViolation>> {
  if (goalIds.length === 0) return ok(undefined);
  const rows = await record.em.query<unknown[]>('SELECT 1 FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.id = ANY ($3)', [
    record.actor.organizationId,
    record.patientId,
    goalIds.filter(isId),
  ]);
  return rows.length === new Set(goalIds).size ? ok(undefined) : refuse(violation('GOAL_UNKNOWN', 'The plan has no such goal.', 'goalIds'));
}

async function replaceGoals(record: OpenRecord, activityId: string, before: readonly string[], after: readonly string[], added: boolean): Promise<void> {
  const { organizationId } = record.actor;
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  if (gone.length > 0) await record.em.query('DELETE FROM plexus.activity_goal WHERE organization_id = $1 AND activity_id = $2 AND goal_id = ANY ($3)', [organizationId, activityId, gone]);
  if (come.length > 0) await record.em.insert(ActivityGoalEntity, come.map((goalId) => ({ organizationId, activityId, goalId, patientId: record.patientId })));
  record.noteLinks('activity', activityId, 'goals', before, after, added);
}

@Injectable()
export class PlanActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: PlanActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.plan', action: 'plan:write', command }, async (record) => {
      const checked = checkActivity(command, catalogue);
      if (!checked.ok) return checked;
      const goals = [...new Set(command.goalIds ?? [])].sort();
      const known = await checkGoals(record, goals);
      if (!known.ok) return known;
      const people = await checkPeople(record, [['ownerId', command.ownerId]]);
      if (!people.ok) return people;
      const activity = {
        id: newId(), patientId: record.patientId, catalogueId: command.catalogueId, discipline: command.discipline, ownerId: command.ownerId ?? null,
        status: 'planned' as const, doseText: tidyOptional(command.doseText), reason: tidyOptional(command.reason),
        startsOn: command.startsOn ?? null, reviewOn: command.reviewOn ?? null, endsOn: command.endsOn ?? null,
      };
      await record.add(ACTIVITY, activity);
      await replaceGoals(record, activity.id, [], goals, true);
      return ok({ entityId: activity.id });
    });
  }
}

@Injectable()
export class EditActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.edit', action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const activity = await record.load(ACTIVITY, command.activityId);
      const patch = {
        ...(command.ownerId === undefined ? {} : { ownerId: command.ownerId }),
        ...(command.doseText === undefined ? {} : { doseText: tidyOptional(command.doseText) }),
        ...(command.reason == null ? {} : { reason: tidyOptional(command.reason) }),
        ...(command.startsOn === undefined ? {} : { startsOn: command.startsOn }),
        ...(command.reviewOn === undefined ? {} : { reviewOn: command.reviewOn }),
        ...(command.endsOn === undefined ? {} : { endsOn: command.endsOn }),
      };
      const before = await goalsOf(record, activity.id);
      const after = command.goalIds ? [...new Set(command.goalIds)].sort() : before;
      await record.checkConflicts(ACTIVITY, activity, patch, { goals: { now: before, mine: after } });
      const checked = checkActivity({ startsOn: activity.startsOn, endsOn: activity.endsOn, ...patch }, catalogue);
      if (!checked.ok) return checked;
      const known = await checkGoals(record, after);
      if (!known.ok) return known;
      const people = await checkPeople(record, [['ownerId', command.ownerId]]);
      if (!people.ok) return people;
      await record.edit(ACTIVITY, activity, patch);
      await replaceGoals(record, activity.id, before, after, false);
      return ok({ entityId: activity.id });
    });
  }
}

/** Starts, pauses, resumes, completes, stops or declines an activity. */
@Injectable()
export class MoveActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MoveActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: `activity.${command.verb}`, action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const activity = await record.load(ACTIVITY, command.activityId);
      await record.checkConflicts(ACTIVITY, activity, { status: activityStatusAfter(command.verb) });
      const moved = moveActivity(activity, command.verb, command, actor.today);
      if (!moved.ok) return moved;
      await record.edit(ACTIVITY, activity, moved.value);
      return ok({ entityId: activity.id });
    });
  }
}
