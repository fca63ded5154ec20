import { Injectable } from '@nestjs/common';
import { type ActivityDetails, type ActivityDetailsPatch, type Day, type Result, type RuleViolation, checkActivity, checkActivityEdit, checkCleared, fittingDetails, ok, patchedDetails, refuse, tidyOptional, trialDetails, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { catalogueCheck } from './catalogue-check.ts';
import { checkPeople } from './plan-people.ts';
import { GOALS_SERVED, inOrder, linksOf, replaceLinks } from './plan-links.ts';
import { ACTIVITY, type ActivityEntity } from '../persistence/plan.entities.ts';

export interface PlanActivity extends Command {
  /** A treatment or activity id of the catalogue. */
  readonly catalogueId: string;
  readonly discipline: string;
  readonly ownerId?: string | null;
  readonly goalIds?: readonly string[];
  readonly doseText?: string | null;
  readonly reason?: string | null;
  readonly nextStep?: string | null;
  readonly startsOn?: Day | null;
  readonly reviewOn?: Day | null;
  readonly endsOn?: Day | null;
  /** What an activity of its kind says beyond that. */
  readonly details?: ActivityDetailsPatch | null;
}

/** Absent: leave. Null: clear. */
export interface EditActivity extends Command, Partial<Omit<PlanActivity, keyof Command | 'goalIds'>> {
  readonly activityId: string;
  readonly goalIds?: readonly string[] | null;
  /** Why it is changed now; `reason` is why it is done at all. */
  readonly changeReason?: string | null;
}

async function checkGoals(record: OpenRecord, goalIds: readonly string[]): Promise<Result<void, RuleViolation>> {
  if (goalIds.length === 0) return ok(undefined);
  const rows = await record.em.query<unknown[]>('SELECT 1 FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.id = ANY ($3)', [
    record.actor.organizationId,
    record.patientId,
    goalIds.filter(isId),
  ]);
  return rows.length === new Set(goalIds).size ? ok(undefined) : refuse(violation('GOAL_UNKNOWN', 'The plan has no such goal.', 'goalIds'));
}

const tidyDetails = (given: ActivityDetailsPatch | null | undefined): ActivityDetailsPatch =>
  Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, typeof value === 'string' ? tidyOptional(value) : value]));

/** The details as the edit leaves them. What becomes another kind of activity keeps what that kind has as well; null clears all but what its trial came to. */
function editedDetails(activity: ActivityEntity, { catalogueId, details }: EditActivity): { details?: ActivityDetails } {
  const form = catalogueId !== undefined && catalogueId !== activity.catalogueId ? catalogueCheck.orderFacts(catalogueId)?.form : undefined;
  if (details === undefined && !form) return {};
  const standing = details === null ? trialDetails(activity.details) : form ? fittingDetails(form, activity.details) : activity.details;
  return { details: patchedDetails(standing, tidyDetails(details)) };
}

@Injectable()
export class PlanActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: PlanActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.plan', action: 'plan:write', command }, async (record) => {
      const details = patchedDetails({}, tidyDetails(command.details));
      const checked = checkActivity({ ...command, details }, catalogueCheck, actor.today);
      if (!checked.ok) return checked;
      const goals = inOrder(command.goalIds ?? []);
      const known = await checkGoals(record, goals);
      if (!known.ok) return known;
      const people = await checkPeople(record, [['ownerId', command.ownerId], ['supervisor', details.supervisor]]);
      if (!people.ok) return people;
      const activity = {
        id: newId(), patientId: record.patientId, catalogueId: command.catalogueId, discipline: command.discipline, ownerId: command.ownerId ?? null,
        status: 'planned' as const, statusReason: null, doseText: tidyOptional(command.doseText), reason: tidyOptional(command.reason),
        nextStep: tidyOptional(command.nextStep), startsOn: command.startsOn ?? null, reviewOn: command.reviewOn ?? null, endsOn: command.endsOn ?? null, details,
      };
      await record.add(ACTIVITY, activity);
      await replaceLinks(record, GOALS_SERVED, activity.id, [], goals, true);
      return ok({ entityId: activity.id });
    });
  }
}

@Injectable()
export class EditActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.edit', action: 'plan:write', command, reason: command.changeReason ?? null, reasonField: 'changeReason' }, async (record) => {
      const [activity, before] = await Promise.all([record.load(ACTIVITY, command.activityId), linksOf(record, GOALS_SERVED, command.activityId)]);
      const required = unless(checkCleared(command, 'catalogueId', 'discipline'));
      if (!required.ok) return required;
      const patch = {
        ...(command.catalogueId === undefined ? {} : { catalogueId: command.catalogueId }),
        ...(command.discipline === undefined ? {} : { discipline: command.discipline }),
        ...(command.ownerId === undefined ? {} : { ownerId: command.ownerId }),
        ...(command.doseText === undefined ? {} : { doseText: tidyOptional(command.doseText) }),
        ...(command.reason === undefined ? {} : { reason: tidyOptional(command.reason) }),
        ...(command.nextStep === undefined ? {} : { nextStep: tidyOptional(command.nextStep) }),
        ...(command.startsOn === undefined ? {} : { startsOn: command.startsOn }),
        ...(command.reviewOn === undefined ? {} : { reviewOn: command.reviewOn }),
        ...(command.endsOn === undefined ? {} : { endsOn: command.endsOn }),
        ...editedDetails(activity, command),
      };
      const after = command.goalIds === undefined ? before : inOrder(command.goalIds ?? []);
      await record.checkConflicts(ACTIVITY, activity, patch, { goals: { now: before, mine: after } });
      const allowed = checkActivityEdit(activity, patch);
      if (!allowed.ok) return allowed;
      // A day that is given is held against those that stand.
      const standing = { startsOn: activity.startsOn, ...(command.startsOn === undefined ? {} : { reviewOn: activity.reviewOn, endsOn: activity.endsOn }) };
      const checked = checkActivity({ ...command, catalogueId: activity.catalogueId, details: activity.details, ...standing, ...patch }, catalogueCheck, actor.today);
      if (!checked.ok) return checked;
      const known = await checkGoals(record, after);
      if (!known.ok) return known;
      const people = await checkPeople(record, [['ownerId', command.ownerId], ['supervisor', command.details?.supervisor]]);
      if (!people.ok) return people;
      await record.edit(ACTIVITY, activity, patch);
      await replaceLinks(record, GOALS_SERVED, activity.id, before, after);
      return ok({ entityId: activity.id });
    });
  }
}
