import { fieldSpec } from '@plexus/domain';
import pg from 'pg';
import { verifyRecords } from '../../src/platform/records/audit-verify.ts';
import { type Line, lineOf } from './record-clinic.ts';
import type { TestDatabase } from './database.ts';
import { rowsOf } from './world.ts';

/** What a writer sent, and what it heard: `null` as long as it heard nothing that it could rely on. */
export interface Sent {
  readonly personId: string;
  readonly patientId: string;
  readonly commandId: string;
  readonly baseRevision: number;
  /** Every value is the only one of its kind, so that a lost, doubled or mixed-up write shows. */
  readonly fields: Readonly<Record<string, string>>;
  heard: { readonly kind: 'done'; readonly revision: number } | { readonly kind: 'conflict' } | null;
}

const COLUMNS: Readonly<Record<string, string>> = {
  givenName: 'p.given_name', familyName: 'p.family_name', preferredName: 'p.preferred_name', pronouns: 'p.pronouns', language: 'p.language', accessNeeds: 'p.access_needs',
  phone: 'd.phone', email: 'd.email', address: 'd.address',
};
export const WRITTEN_FIELDS = Object.keys(COLUMNS);
const groupOf = (field: string): string => fieldSpec('patient', field).group;

/**
 * Five statements about a patient's history that no run of writers, however many of them and of the machines under them died, may make false. They
 * are read from the database alone, and held against what the writers remember. Answers what is wrong, by the statement's number.
 */
export async function wrongWith(database: TestDatabase, key: Buffer, patientId: string, sent: readonly Sent[], firstWritten: number): Promise<string[]> {
  const line = await lineOf({ rows: (sql, values) => rowsOf(database, sql, values) }, patientId);
  const own = sent.filter((command) => command.patientId === patientId);
  return [
    ...(await isWhole(database, key, patientId, line)),
    ...acknowledgedStands(line, own, firstWritten),
    ...conflictsWereTrue(line, own),
    ...(await valuesFollowEachOther(database, patientId, line)),
  ];
}

/** 1. The chain verifies, and the revisions are 1 to n. (3, that nothing is done twice, is the business of whoever sends everything again.) */
async function isWhole(database: TestDatabase, key: Buffer, patientId: string, { record, revisions }: Line): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
  try {
    const { faults } = await verifyRecords(owner, key);
    const found = faults.filter((fault) => fault.patientId === patientId).map((fault) => `1: ${fault.what}`);
    const gap = revisions.findIndex((revision, index) => revision.number !== index + 1);
    if (gap >= 0) found.push(`1: revision ${gap + 1} is missing`);
    if (record.revision !== revisions.length) found.push(`1: at ${record.revision} with ${revisions.length} revisions`);
    return found;
  } finally {
    await owner.end();
  }
}

/** 2. Whatever was acknowledged is one revision with exactly its values; and there is none that nobody sent. */
function acknowledgedStands({ revisions, changes, commands }: Line, own: readonly Sent[], firstWritten: number): string[] {
  const found: string[] = [];
  for (const command of own) {
    const done = revisions.filter((revision) => revision.commandId === command.commandId && revision.personId === command.personId);
    if (done.length > 1) found.push(`2: command ${command.commandId} was done ${done.length} times`);
    if (command.heard?.kind !== 'done') {
      if (command.heard?.kind === 'conflict' && done.length > 0) found.push(`2: command ${command.commandId} was refused and done`);
      continue;
    }
    const [revision] = done;
    if (!revision) {
      found.push(`2: command ${command.commandId} was acknowledged and is gone`);
      continue;
    }
    if (revision.number > command.heard.revision) found.push(`2: revision ${revision.number} was acknowledged as of ${command.heard.revision}`);
    if (!commands.some((row) => row.id === command.commandId && row.revision === revision.number)) found.push(`2: command ${command.commandId} is not remembered at ${revision.number}`);
    const written = changes.filter((change) => change.number === revision.number).map((change) => [change.field, change.after]);
    const asked = Object.entries(command.fields);
    if (JSON.stringify([...written].sort()) !== JSON.stringify([...asked].sort())) found.push(`2: revision ${revision.number} wrote ${JSON.stringify(written)}, asked was ${JSON.stringify(asked)}`);
  }
  const known = new Set(own.map((command) => command.commandId));
  for (const revision of revisions) if (revision.number >= firstWritten && !known.has(revision.commandId)) found.push(`2: nobody sent revision ${revision.number}`);
  return found;
}

/** 4. For each edit that was done, nobody else touched its fields between what its author saw and itself; for each that was refused, somebody did. */
function conflictsWereTrue({ revisions, changes }: Line, own: readonly Sent[]): string[] {
  const byNumber = new Map(revisions.map((revision) => [revision.number, revision.personId]));
  const others = (command: Sent, before: number) =>
    changes.filter(
      (change) =>
        change.number > command.baseRevision && change.number < before && change.entity === 'patient' && byNumber.get(change.number) !== command.personId &&
        Object.keys(command.fields).some((field) => groupOf(field) === groupOf(change.field)),
    );
  return own.flatMap((command) => {
    const done = revisions.find((revision) => revision.commandId === command.commandId);
    if (done) return others(command, done.number).map((change) => `4: revision ${done.number} overwrote ${change.field} of revision ${change.number}, which its author (at ${command.baseRevision}) had not seen`);
    return command.heard?.kind === 'conflict' && others(command, Infinity).length === 0 ? [`4: command ${command.commandId} met nobody and was refused`] : [];
  });
}

/** 5. Of each field, every `before` is the last `after`, and what stands is the last of all. */
async function valuesFollowEachOther(database: TestDatabase, patientId: string, { changes }: Line): Promise<string[]> {
  const [now] = await rowsOf<Record<string, string | null>>(
    database,
    `SELECT ${Object.entries(COLUMNS).map(([field, column]) => `${column} AS "${field}"`).join(', ')} FROM plexus.patient p JOIN plexus.patient_details d ON d.organization_id = p.organization_id AND d.patient_id = p.id WHERE p.id = $1`,
    [patientId],
  );
  return WRITTEN_FIELDS.flatMap((field) => {
    const found: string[] = [];
    let last: unknown = null;
    for (const change of changes.filter((row) => row.entity === 'patient' && row.field === field)) {
      if (change.before !== last) found.push(`5: revision ${change.number} found ${field} ${JSON.stringify(change.before)}, the last was ${JSON.stringify(last)}`);
      last = change.after;
    }
    if (now![field] !== last) found.push(`5: ${field} is ${JSON.stringify(now![field])}, the last written was ${JSON.stringify(last)}`);
    return found;
  });
}
