import type { FieldValue } from '@plexus/domain';
import type pg from 'pg';
import { type ChainedChange, GENESIS, type RevisionHeader, digestOf, linkOf } from './chain.ts';

/** What is wrong with one record, at the first place where it is. */
export interface RecordFault {
  readonly organizationId: string;
  readonly patientId: string;
  readonly number: number;
  readonly what: string;
}

/** The newest revision of each record when it was last found whole, kept outside the database: `organization/patient` → number and hash. */
export type SealedHeads = Readonly<Record<string, { readonly number: number; readonly hash: string }>>;

export interface Verification {
  readonly records: number;
  readonly revisions: number;
  /** Values that are gone while their digest stays, as the law may demand: the chain still verifies. */
  readonly withheld: number;
  readonly faults: readonly RecordFault[];
  readonly heads: SealedHeads;
}

interface RecordRow {
  readonly organizationId: string;
  readonly patientId: string;
  readonly revision: number;
  readonly headHash: Buffer;
  readonly lastCommanded: number | null;
}

type RevisionRow = RevisionHeader & { readonly previousHash: Buffer; readonly hash: Buffer };
type ChangeRow = ChainedChange & { readonly number: number; readonly before: FieldValue; readonly after: FieldValue };

const headKey = (row: RecordRow): string => `${row.organizationId}/${row.patientId}`;

/**
 * Walks every record from its first revision and names, for each that is not whole, the first row that was altered, removed, inserted, moved
 * or cut off. Reads as `plexus_definer`, so it needs the owner's connection; it writes nothing.
 *
 * @param sealed heads of an earlier run: without them a tail that was cut together with everything that speaks of it cannot be missed
 */
export async function verifyRecords(owner: pg.Client, key: Buffer, sealed: SealedHeads = {}): Promise<Verification> {
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL ROLE plexus_definer');
  try {
    const { rows: records } = await owner.query<RecordRow>(
      `SELECT r.organization_id AS "organizationId", r.patient_id AS "patientId", r.revision, r.head_hash AS "headHash",
              (SELECT max(c.revision) FROM plexus.command c WHERE c.organization_id = r.organization_id AND c.patient_id = r.patient_id) AS "lastCommanded"
         FROM plexus.patient_record r ORDER BY 1, 2`,
    );
    const faults: RecordFault[] = [];
    const heads: Record<string, { number: number; hash: string }> = {};
    let revisions = 0;
    let withheld = 0;
    for (const record of records) {
      const walked = await walk(owner, key, record, sealed[headKey(record)]);
      revisions += walked.revisions;
      withheld += walked.withheld;
      if (walked.fault) faults.push({ organizationId: record.organizationId, patientId: record.patientId, ...walked.fault });
      else heads[headKey(record)] = { number: record.revision, hash: record.headHash.toString('hex') };
    }
    for (const gone of Object.keys(sealed).filter((sealedKey) => !records.some((record) => headKey(record) === sealedKey))) {
      const [organizationId = '', patientId = ''] = gone.split('/');
      faults.push({ organizationId, patientId, number: sealed[gone]!.number, what: 'the whole record is gone' });
    }
    return { records: records.length, revisions, withheld, faults, heads };
  } finally {
    await owner.query('ROLLBACK');
  }
}

interface Walk {
  readonly revisions: number;
  readonly withheld: number;
  readonly fault: { readonly number: number; readonly what: string } | null;
}

async function walk(owner: pg.Client, key: Buffer, record: RecordRow, sealed: SealedHeads[string] | undefined): Promise<Walk> {
  const of = [record.organizationId, record.patientId];
  const { rows: revisions } = await owner.query<RevisionRow>(
    `SELECT r.organization_id AS "organizationId", r.patient_id AS "patientId", r.number, r.at, r.person_id AS "personId", r.on_behalf_of AS "onBehalfOf",
            r.command_id AS "commandId", r.contact_id AS "contactId", r.verb, r.reason, r.plan_version AS "planVersion", r.base, r.previous_hash AS "previousHash", r.hash
       FROM plexus.revision r WHERE r.organization_id = $1 AND r.patient_id = $2 ORDER BY r.number`,
    of,
  );
  const { rows: changes } = await owner.query<ChangeRow>(
    `SELECT c.number, c.ordinal, c.entity, c.entity_id AS "entityId", c.field, c.added, c.audience, c.author_id AS "authorId", c.shape, c.before, c.after,
            c.before_digest AS "beforeDigest", c.after_digest AS "afterDigest"
       FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 ORDER BY c.number, c.ordinal`,
    of,
  );
  let withheld = 0;
  let previous: Buffer = GENESIS;
  let expected = 1;
  let at = 0;
  const fails = (number: number, what: string): Walk => ({ revisions: revisions.length, withheld, fault: { number, what } });
  for (const { previousHash, hash, ...header } of revisions) {
    const { number } = header;
    if (number !== expected) return fails(expected, `revision ${expected} is missing`);
    const own: ChangeRow[] = [];
    while (at < changes.length && changes[at]!.number === number) own.push(changes[at++]!);
    const value = own.findIndex((change) => isAltered(key, header, change));
    if (value >= 0) return fails(number, `change ${own[value]!.ordinal} (${own[value]!.entity}.${own[value]!.field}) has another value`);
    withheld += own.filter((change) => isWithheld(key, header, change)).length;
    if (!previousHash.equals(previous)) return fails(number, `revision ${number} does not follow the one before it`);
    if (!linkOf(key, previous, header, own.map(chained)).equals(hash)) return fails(number, `revision ${number} or the list of its changes is not as it was written`);
    if (sealed?.number === number && sealed.hash !== hash.toString('hex')) return fails(number, `revision ${number} is another one than when it was last verified`);
    previous = hash;
    expected += 1;
  }
  const last = expected - 1;
  if (record.revision !== last) return fails(last + 1, `the record is at revision ${record.revision}, its history ends at ${last}`);
  if (!record.headHash.equals(previous)) return fails(last, 'the head of the record is not its newest revision');
  if ((record.lastCommanded ?? 0) > last) return fails(last + 1, `revision ${record.lastCommanded} was acknowledged, the history ends at ${last}`);
  if ((sealed?.number ?? 0) > last) return fails(last + 1, `revision ${sealed!.number} was there when last verified, the history ends at ${last}`);
  const stray = changes[at];
  if (stray) return fails(stray.number, `change ${stray.ordinal} (${stray.entity}.${stray.field}) belongs to no revision`);
  return { revisions: revisions.length, withheld, fault: null };
}

/** The change as the chain speaks of it: by its digests, without its values. */
const chained = ({ ordinal, entity, entityId, field, added, audience, authorId, shape, beforeDigest, afterDigest }: ChangeRow): ChainedChange => ({
  ordinal, entity, entityId, field, added, audience, authorId, shape, beforeDigest, afterDigest,
});

const matches = (key: Buffer, header: RevisionHeader, change: ChangeRow, side: 'before' | 'after'): boolean =>
  digestOf(key, header, change.ordinal, side, change[side]).equals(side === 'before' ? change.beforeDigest : change.afterDigest);

const SIDES = ['before', 'after'] as const;
/** A value that is there and does not fit its digest. A value that is gone is told apart: it may have been erased by law. */
const isAltered = (key: Buffer, header: RevisionHeader, change: ChangeRow): boolean =>
  SIDES.some((side) => change[side] !== null && !matches(key, header, change, side));
const isWithheld = (key: Buffer, header: RevisionHeader, change: ChangeRow): boolean =>
  SIDES.some((side) => change[side] === null && !matches(key, header, change, side));
