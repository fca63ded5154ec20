import { Injectable } from '@nestjs/common';
import { type EntityName, type FieldValue, type Result, checkUndo, ok, refuse, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { badInput, notFound } from '../../../platform/faults.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type ChangedField, type MadeChange, madeChange } from '../../../platform/records/made-change.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { type PatientRow, type Recorded, fieldsOf, propertiesOf } from '../../../platform/records/recorded.ts';
import { ACTIVITY, GOAL, GOAL_RATING, PLAN } from '../persistence/plan.entities.ts';
import { GOALS_SERVED, PARTICIPANTS, linksOf, replaceLinks } from './plan-links.ts';

export interface UndoPlanChange extends Omit<Command, 'baseRevision'> {
  /** The revision that the change made. */
  readonly revision: number;
}

const SPECS = { goal: GOAL, 'goal-rating': GOAL_RATING, activity: ACTIVITY, plan: PLAN } as unknown as Partial<Record<EntityName, Recorded<PatientRow>>>;
/** What was changed since, so that what stood before would not fit any more. */
const OVERTAKEN = violation('UNDO_OVERTAKEN', 'This was changed again meanwhile, so it was not undone.', 'revision');
const LINKS = [PARTICIPANTS, GOALS_SERVED];

/** Takes one's own last change of the plan back: a revision of its own that writes what stood before. What was added becomes "entered in error". */
@Injectable()
export class UndoPlanChangeUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, { revision, ...given }: UndoPlanChange): Promise<Result<Done, Refusal>> {
    // What its author saw is their own change: whatever others did after it to the same order is a conflict.
    const command = { ...given, baseRevision: revision };
    if (revision < 1) throw badInput('revision', 'Revisions are counted from 1.');
    return this.records.change(actor, { verb: 'plan.undo', action: 'plan:write', command, constraints: { activity_period: OVERTAKEN } }, async (record) => {
      // What later modules wrote in the same revision is theirs to answer.
      const { made, changes } = await madeChange(record, revision, Object.keys(SPECS) as EntityName[]);
      if (changes.some((change) => change.added)) return this.takeBack(record, made, changes, revision);
      const entity = changes[0]?.entity;
      const spec = entity && SPECS[entity];
      const refused = checkUndo(made, [], record.now);
      if (refused) return refuse(refused);
      if (!spec) throw notFound();
      const id = changes[0]!.entityId;
      const row = await record.load(spec, id);
      const link = LINKS.find((candidate) => candidate.entity === entity);
      const linked = link ? await linksOf(record, link, id) : [];
      const standing = fieldsOf(spec, row);
      const now = (field: string): FieldValue => (field === link?.field ? linked : (standing.get(field) ?? null));

      const overtaken = checkUndo(made, changes.map(({ field, after }) => ({ field, after, now: now(field) })), record.now);
      if (overtaken) return refuse(overtaken);
      const patch = propertiesOf(spec, row, new Map(changes.filter(({ field }) => field !== link?.field).map(({ field, before }) => [field, before])));
      await record.checkConflicts(spec, row, patch);
      await record.edit(spec, row, patch);
      const links = changes.find(({ field }) => field === link?.field);
      if (link && links) await replaceLinks(record, link, id, linked, (links.before as readonly string[] | null) ?? []);
      return ok({ entityId: id });
    });
  }

  /** What a revision added, one thing or a template's many, goes as a whole or not at all. */
  private async takeBack(record: OpenRecord, made: MadeChange, changes: readonly ChangedField[], revision: number): Promise<Result<{ entityId: string }, Refusal>> {
    const refused = checkUndo(made, [], record.now);
    if (refused) return refuse(refused);
    const ids = [...new Set(changes.map(({ entityId }) => entityId))];
    if (await this.isBuiltUpon(record, ids, revision)) return refuse(OVERTAKEN);
    for (const id of ids) {
      const spec = SPECS[changes.find(({ entityId }) => entityId === id)!.entity];
      if (!spec) throw notFound();
      await record.edit(spec, await record.load(spec, id), { status: 'entered-in-error' } as Partial<PatientRow>);
    }
    return ok({ entityId: ids[0]! });
  }

  /** Somebody has changed a new thing since, joined it, or put another part under it: it is not its author's to lose. What stood empty has no value to compare. */
  private async isBuiltUpon(record: OpenRecord, ids: readonly string[], revision: number): Promise<boolean> {
    const rows = await record.em.query<unknown[]>(
      `SELECT 1 FROM plexus.change WHERE organization_id = $1 AND patient_id = $2 AND entity_id = ANY ($3) AND number > $4
       UNION ALL SELECT 1 FROM plexus.activity_goal WHERE organization_id = $1 AND patient_id = $2 AND goal_id = ANY ($3) AND NOT activity_id = ANY ($3) LIMIT 1`,
      [record.actor.organizationId, record.patientId, ids, revision],
    );
    return rows.length > 0;
  }
}
