import {
  type ConflictGroup,
  type EditConflict,
  type EntityName,
  type FieldValue,
  type ForeignChange,
  PEER_MENTOR,
  type ReachRow,
  type RuleViolation,
  SHAPE,
  currentName,
  fieldSpec,
  findConflicts,
  sameValue,
} from '@plexus/domain';
import { disciplines } from '@plexus/catalogue';
import type { EntityManager, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../actor.ts';
import { notFound } from '../faults.ts';
import { isId } from '../ids.ts';
import { type ChainedChange, type RevisionHeader, digestOf, linkOf } from './chain.ts';
import { type PatientRow, type Recorded, fieldsOf } from './recorded.ts';
import type { Command } from './patient-records.ts';

export type Refusal = RuleViolation | EditConflict;

interface PendingChange {
  readonly entity: EntityName;
  readonly entityId: string;
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly added: boolean;
}

export interface LockedRecord {
  readonly patientId: string;
  readonly revision: number;
  readonly planVersion: number;
  readonly headHash: Buffer;
}

const CLINICAL_AUDIENCE = disciplines.map((discipline) => discipline.id as string).filter((id) => id !== PEER_MENTOR);

/** One patient's record, locked and open for one command. What is written through it becomes one revision, or nothing. */
export class OpenRecord {
  private readonly pending: PendingChange[] = [];

  constructor(
    readonly em: EntityManager,
    readonly actor: Actor,
    readonly reach: readonly ReachRow[],
    readonly now: Date,
    private readonly locked: LockedRecord,
    private readonly command: Command,
    private readonly refuse: (refusal: Refusal) => never,
  ) {}

  get patientId(): string {
    return this.locked.patientId;
  }

  /** The version of the plan that stands before this command. */
  get planVersion(): number {
    return this.locked.planVersion;
  }

  /** The revision that this command will be. */
  get revision(): number {
    return this.locked.revision + 1;
  }

  /** One row of this patient, or NOT_FOUND. */
  async load<E extends PatientRow>(spec: Recorded<E>, id: string): Promise<E> {
    if (!isId(id)) throw notFound();
    const where = { organizationId: this.actor.organizationId, [spec.key]: id, ...(spec.key === 'id' && spec.entity !== 'patient' ? { patientId: this.patientId } : {}) };
    const row = await this.em.findOneBy(spec.type as new () => ObjectLiteral, where);
    if (!row) throw notFound();
    return row as E;
  }

  /** All rows of this patient. */
  async all<E extends PatientRow>(spec: Recorded<E>): Promise<E[]> {
    return (await this.em.findBy(spec.type as new () => ObjectLiteral, { organizationId: this.actor.organizationId, patientId: this.patientId })) as E[];
  }

  /** Leaves the command with a conflict when others changed, since its author looked, what this edit would overwrite. */
  async checkConflicts<E extends PatientRow>(spec: Recorded<E>, row: E, patch: NoInfer<Partial<E>>, links: Readonly<Record<string, { now: FieldValue; mine: FieldValue }>> = {}): Promise<void> {
    const groups = await this.conflicts(spec, row, patch, links);
    if (groups.length > 0) this.refuseFor(groups);
  }

  refuseFor(groups: readonly ConflictGroup[]): never {
    return this.refuse({ kind: 'edit-conflict', revision: this.locked.revision, groups });
  }

  async conflicts<E extends PatientRow>(spec: Recorded<E>, row: E, patch: NoInfer<Partial<E>>, links: Readonly<Record<string, { now: FieldValue; mine: FieldValue }>> = {}): Promise<ConflictGroup[]> {
    if (this.command.baseRevision >= this.locked.revision) return [];
    const entityId = String(row[spec.key]);
    const now = Object.fromEntries(fieldsOf(spec, row));
    const mine = Object.fromEntries(fieldsOf(spec, patch));
    for (const [field, link] of Object.entries(links)) {
      now[field] = link.now;
      mine[field] = link.mine;
    }
    return findConflicts(spec.entity, entityId, now, mine, await this.foreignChanges(spec.entity, entityId));
  }

  private async foreignChanges(entity: EntityName, entityId: string): Promise<ForeignChange[]> {
    const rows = await this.em.query<(ForeignChange & { readonly shape: number })[]>(
      `SELECT c.field, c.shape, c.before, c.number AS revision, r.person_id AS "personId", r.at
         FROM plexus.change c
         JOIN plexus.revision r ON r.organization_id = c.organization_id AND r.patient_id = c.patient_id AND r.number = c.number
        WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity = $3 AND c.entity_id = $4 AND c.number > $5 AND r.person_id <> $6
        ORDER BY c.number, c.ordinal`,
      [this.actor.organizationId, this.patientId, entity, entityId, this.command.baseRevision, this.actor.personId],
    );
    return rows.map((row) => ({ ...row, field: currentName(entity, row.field, row.shape) }));
  }

  /** Writes the fields that differ, and writes down what they were. */
  async edit<E extends PatientRow>(spec: Recorded<E>, row: E, patch: NoInfer<Partial<E>>): Promise<E> {
    const entityId = String(row[spec.key]);
    const now = fieldsOf(spec, row);
    const set: Partial<E> = {};
    for (const [field, after] of fieldsOf(spec, patch)) {
      const before = now.get(field) ?? null;
      if (sameValue(before, after)) continue;
      const property = spec.fields.get(field) ?? spec.bag!.property;
      set[property] = patch[property] as E[typeof property];
      this.pending.push({ entity: spec.entity, entityId, field, before, after, added: false });
    }
    if (Object.keys(set).length === 0) return row;
    const written = { ...set, revision: this.revision };
    const where = { organizationId: this.actor.organizationId, [spec.key]: entityId };
    const { affected } = await this.em.update(spec.type as new () => ObjectLiteral, where, written);
    // Row-level security answers a hidden row with "0 rows", not with an error.
    if (affected !== 1) throw notFound();
    return Object.assign(row, written);
  }

  async add<E extends PatientRow>(spec: Recorded<E>, row: Omit<E, 'organizationId' | 'revision'>): Promise<E> {
    const whole = { ...row, organizationId: this.actor.organizationId, revision: this.revision } as unknown as E;
    await this.em.insert(spec.type as new () => ObjectLiteral, whole as QueryDeepPartialEntity<ObjectLiteral>);
    const entityId = String(whole[spec.key]);
    for (const [field, after] of fieldsOf(spec, whole)) {
      if (after !== null) this.pending.push({ entity: spec.entity, entityId, field, before: null, after, added: true });
    }
    return whole;
  }

  /** Writes down a change of what a thing is linked to; the rows of the link table are the caller's. */
  noteLinks(entity: EntityName, entityId: string, field: string, before: readonly string[], after: readonly string[], added: boolean): void {
    if (!sameValue(before, after)) this.pending.push({ entity, entityId, field, before: added ? null : before, after, added });
  }

  /** Seals what was written as the next revision: one statement for history, command, head and announcement. */
  async seal(key: Buffer, verb: string, reason: string | null, entityId: string | null, hashOfInput: Buffer): Promise<number> {
    const touchesPlan = this.pending.some((change) => fieldSpec(change.entity, change.field).plan);
    const planVersion = this.locked.planVersion + (touchesPlan ? 1 : 0);
    const header: RevisionHeader = {
      organizationId: this.actor.organizationId,
      patientId: this.patientId,
      number: this.revision,
      at: this.now,
      personId: this.actor.personId,
      onBehalfOf: this.reach.every((row) => row.through === 'stand-in') ? (this.reach[0]?.onBehalfOf ?? null) : null,
      commandId: this.command.commandId,
      contactId: this.command.contactId ?? null,
      verb,
      reason,
      planVersion: touchesPlan ? planVersion : null,
      base: this.command.baseRevision,
    };
    const changes = this.pending.map((change, ordinal) => ({ change, chained: this.chained(key, header, change, ordinal) }));
    const hash = linkOf(key, this.locked.headHash, header, changes.map((c) => c.chained));
    await this.em.query(SEAL, [
      header.organizationId, header.patientId, header.number, header.at, header.personId, header.onBehalfOf, header.commandId, header.contactId,
      header.verb, header.reason, header.planVersion, this.locked.headHash, hash, planVersion, hashOfInput, entityId,
      JSON.stringify(changes.map(({ change, chained }) => ({
        ordinal: chained.ordinal, entity: chained.entity, entity_id: chained.entityId, field: chained.field, before: change.before, after: change.after,
        before_digest: chained.beforeDigest.toString('hex'), after_digest: chained.afterDigest.toString('hex'), added: chained.added,
        audience: chained.audience, author_id: chained.authorId, shape: chained.shape,
      }))),
      JSON.stringify({ o: header.organizationId, p: header.patientId, n: header.number, s: this.actor.sessionId }), header.base,
    ]);
    return header.number;
  }

  private chained(key: Buffer, header: RevisionHeader, change: PendingChange, ordinal: number): ChainedChange {
    return {
      ordinal,
      entity: change.entity,
      entityId: change.entityId,
      field: change.field,
      added: change.added,
      audience: fieldSpec(change.entity, change.field).audience === 'clinical' ? CLINICAL_AUDIENCE : null,
      authorId: null,
      shape: SHAPE,
      beforeDigest: digestOf(key, header, ordinal, 'before', change.before),
      afterDigest: digestOf(key, header, ordinal, 'after', change.after),
    };
  }
}

// The announcement is part of the transaction: a crash after the commit cannot lose it.
const SEAL = `
  WITH revision AS (
    INSERT INTO plexus.revision (organization_id, patient_id, number, at, person_id, on_behalf_of, command_id, contact_id, verb, reason, plan_version, base, previous_hash, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $19, $12, $13)
  ), change AS (
    INSERT INTO plexus.change (organization_id, patient_id, number, ordinal, entity, entity_id, field, before, after, before_digest, after_digest, added, audience, author_id, shape)
    SELECT $1, $2, $3, c.ordinal, c.entity, c.entity_id, c.field, c.before, c.after, decode(c.before_digest, 'hex'), decode(c.after_digest, 'hex'),
           c.added, CASE WHEN jsonb_typeof(c.audience) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(c.audience)) END, c.author_id, c.shape
      FROM jsonb_to_recordset($17::jsonb) AS c (ordinal int, entity text, entity_id uuid, field text, before jsonb, after jsonb, before_digest text,
           after_digest text, added boolean, audience jsonb, author_id uuid, shape int)
  ), command AS (
    INSERT INTO plexus.command (organization_id, person_id, id, input_hash, patient_id, revision, entity_id, at)
    VALUES ($1, $5, $7, $15, $2, $3, $16, $4)
  )
  UPDATE plexus.patient_record SET revision = $3, plan_version = $14, head_hash = $13
   WHERE organization_id = $1 AND patient_id = $2
   RETURNING pg_notify('plexus_revision', $18)`;
