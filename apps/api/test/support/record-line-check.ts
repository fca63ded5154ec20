import { type EntityName, fieldSpec } from '@plexus/domain';
import pg from 'pg';
import { verifyRecords } from '../../src/platform/records/audit-verify.ts';
import type { TestDatabase } from './database.ts';
import type { Wish } from './fault-commands.ts';
import { type ChangeRow, type Line, lineOf } from './record-clinic.ts';
import { rowsOf } from './world.ts';

/** What a writer sent, and what it heard: `null` as long as it heard nothing that it could rely on. */
export interface Sent extends Wish {
  readonly personId: string;
  readonly patientId: string;
  readonly commandId: string;
  readonly baseRevision: number;
  heard: { readonly kind: 'done'; readonly revision: number } | { readonly kind: 'conflict' } | null;
  tries: number;
  /** By the clock of this machine. */
  lastTried: number;
}

/** The fields that writers write, by what they are fields of. */
export const WRITTEN_FIELDS = {
  patient: ['givenName', 'familyName', 'preferredName', 'pronouns', 'language', 'accessNeeds', 'phone', 'email', 'address'],
  plan: ['title', 'summary'],
  goal: ['words', 'restatement', 'status'],
  activity: ['doseText'],
} as const;
const isWritten = (entity: EntityName, field: string): boolean => (WRITTEN_FIELDS as Partial<Record<EntityName, readonly string[]>>)[entity]?.includes(field) ?? false;
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A patient's line with its rows at hand: a long one is searched for each of many thousand commands. */
class Indexed {
  private readonly changes = new Map<number, ChangeRow[]>();
  private readonly numbers = new Map<string, number[]>();

  constructor(readonly line: Line) {
    for (const change of line.changes) this.changesOf(change.number).push(change);
    for (const { commandId, personId, number } of line.revisions) this.numbersOf({ commandId, personId }).push(number);
  }

  changesOf(number: number): ChangeRow[] {
    return entryOf(this.changes, number);
  }

  /** Which revisions a command made: one, or none. */
  numbersOf({ commandId, personId }: Pick<Sent, 'commandId' | 'personId'>): number[] {
    return entryOf(this.numbers, `${personId} ${commandId}`);
  }
}

function entryOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}

/**
 * Five statements about patients' histories that no run of writers, however many of them and of the machines under them died, may make false. They
 * are read from the database alone, and held against what the writers remember. Answers what is wrong, by the statement's number.
 */
export async function wrongWith(database: TestDatabase, patientIds: readonly string[], sent: readonly Sent[], firstWritten: number): Promise<string[]> {
  const found = await chainsAreWhole(database, patientIds);
  for (const patientId of patientIds) {
    const line = new Indexed(await lineOf({ rows: (sql, values) => rowsOf(database, sql, values) }, patientId));
    const own = sent.filter((command) => command.patientId === patientId);
    found.push(...isGapless(line.line), ...acknowledgedStands(line, own, firstWritten), ...conflictsWereTrue(line, own), ...(await valuesFollowEachOther(database, patientId, line.line)));
  }
  return found;
}

/** 1. The chains verify. (3, that nothing is done twice, is the business of whoever sends everything again.) */
async function chainsAreWhole(database: TestDatabase, patientIds: readonly string[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
  try {
    const { faults } = await verifyRecords(owner, Buffer.from(process.env.PLEXUS_TEST_RECORD_KEY!, 'hex'));
    return faults.filter((fault) => patientIds.includes(fault.patientId)).map((fault) => `1: ${fault.what}`);
  } finally {
    await owner.end();
  }
}

/** 1. The revisions are 1 to n. */
function isGapless({ record, revisions }: Line): string[] {
  const gap = revisions.findIndex((revision, index) => revision.number !== index + 1);
  return [...(gap >= 0 ? [`1: revision ${gap + 1} is missing`] : []), ...(record.revision === revisions.length ? [] : [`1: at ${record.revision} with ${revisions.length} revisions`])];
}

/** 2. Whatever was acknowledged is one revision with exactly its values; and there is none that nobody sent. */
function acknowledgedStands(indexed: Indexed, own: readonly Sent[], firstWritten: number): string[] {
  const found: string[] = [];
  const { revisions, commands } = indexed.line;
  const remembered = new Set(commands.map((row) => `${row.personId} ${row.id} ${row.revision}`));
  for (const command of own) {
    const [number, ...more] = indexed.numbersOf(command);
    if (more.length > 0) found.push(`2: command ${command.commandId} was done ${more.length + 1} times`);
    if (command.heard?.kind !== 'done') {
      if (command.heard?.kind === 'conflict' && number !== undefined) found.push(`2: command ${command.commandId} was refused and done`);
      continue;
    }
    if (number === undefined) {
      found.push(`2: command ${command.commandId} was acknowledged and is gone`);
      continue;
    }
    if (number > command.heard.revision) found.push(`2: revision ${number} was acknowledged as of ${command.heard.revision}`);
    if (!remembered.has(`${command.personId} ${command.commandId} ${number}`)) found.push(`2: command ${command.commandId} is not remembered at ${number}`);
    const written = indexed.changesOf(number);
    if (!isAsAsked(command, written)) found.push(`2: revision ${number} wrote ${JSON.stringify(written.map(({ entity, field, after }) => [entity, field, after]))}, asked was ${JSON.stringify(command.fields)}`);
  }
  const known = new Set(own.map((command) => command.commandId));
  for (const revision of revisions) if (revision.number >= firstWritten && !known.has(revision.commandId)) found.push(`2: nobody sent revision ${revision.number}`);
  return found;
}

/** All that was asked was written, in one thing and in no other; what is made, or moved, has other fields besides. */
function isAsAsked({ name, entity, entityId, fields }: Sent, written: readonly ChangeRow[]): boolean {
  const ids = new Set(written.map((change) => change.entityId));
  const isThere = Object.entries(fields).every(([field, value]) => written.some((change) => change.field === field && change.after === value && change.added === (entityId === null)));
  const isMore = name.startsWith('edit') && written.length !== Object.keys(fields).length;
  return isThere && !isMore && ids.size === 1 && (entityId === null || ids.has(entityId)) && written.every((change) => change.entity === entity);
}

/** 4. For each edit that was done, nobody else touched its fields between what its author saw and itself; for each that was refused, somebody did. */
function conflictsWereTrue(indexed: Indexed, own: readonly Sent[]): string[] {
  const { revisions } = indexed.line;
  const other = (command: Sent, before: number): ChangeRow | undefined => {
    const groups = new Set(Object.keys(command.fields).map((field) => fieldSpec(command.entity, field).group));
    for (let number = command.baseRevision + 1; number < before; number += 1) {
      if (revisions[number - 1]?.personId === command.personId) continue;
      const met = indexed.changesOf(number).find(({ entity, entityId, field }) => entity === command.entity && entityId === command.entityId && groups.has(fieldSpec(command.entity, field).group));
      if (met) return met;
    }
    return undefined;
  };
  return own.flatMap((command) => {
    const [done] = indexed.numbersOf(command);
    if (done === undefined) return command.heard?.kind === 'conflict' && !other(command, revisions.length + 1) ? [`4: command ${command.commandId} met nobody and was refused`] : [];
    const unseen = other(command, done);
    return unseen ? [`4: revision ${done} overwrote ${unseen.field} of revision ${unseen.number}, which its author (at ${command.baseRevision}) had not seen`] : [];
  });
}

/** 5. Of each field, every `before` is the last `after`, and what stands is the last of all. */
async function valuesFollowEachOther(database: TestDatabase, patientId: string, { changes }: Line): Promise<string[]> {
  const rows = await rowsOf<{ id: string; row: Record<string, unknown> }>(
    database,
    `SELECT p.id, to_jsonb(p) || to_jsonb(d) AS row FROM plexus.patient p JOIN plexus.patient_details d ON d.organization_id = p.organization_id AND d.patient_id = p.id WHERE p.id = $1
     UNION ALL SELECT id, to_jsonb(t) FROM plexus.plan t WHERE patient_id = $1 UNION ALL SELECT id, to_jsonb(t) FROM plexus.goal t WHERE patient_id = $1
     UNION ALL SELECT id, to_jsonb(t) FROM plexus.activity t WHERE patient_id = $1`,
    [patientId],
  );
  const now = new Map(rows.map(({ id, row }) => [id, row]));
  const last = new Map<string, { readonly change: ChangeRow; value: unknown }>();
  const found: string[] = [];
  for (const change of changes.filter(({ entity, field }) => isWritten(entity as EntityName, field))) {
    const key = `${change.entityId} ${change.field}`;
    const before = last.get(key)?.value ?? null;
    if (change.before !== before) found.push(`5: revision ${change.number} found ${change.field} ${JSON.stringify(change.before)}, the last was ${JSON.stringify(before)}`);
    last.set(key, { change, value: change.after });
  }
  for (const { change: { entityId, field }, value } of last.values()) {
    const stands = now.get(entityId)?.[columnOf(field)];
    if (stands !== value) found.push(`5: ${field} is ${JSON.stringify(stands)}, the last written was ${JSON.stringify(value)}`);
  }
  return found;
}
