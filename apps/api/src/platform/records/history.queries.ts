import { Injectable } from '@nestjs/common';
import { type FieldSpec, type FieldValue, type ValueKind, currentName, fieldSpec, isEntityName } from '@plexus/domain';
import { type Connection, checkFirst, readCursor, toConnection } from '../graphql/connection.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { Mentions, RecordNames } from './record-names.ts';
import { wordsFor } from './value-words.ts';

export interface ChangeValueView {
  readonly kind: ValueKind;
  readonly text: string;
}

export interface ChangeView {
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly field: string;
  readonly fieldName: string;
  readonly before: ChangeValueView | null;
  readonly after: ChangeValueView | null;
}

export interface RevisionView {
  readonly patientId: string;
  readonly number: number;
  readonly at: Date;
  readonly personId: string;
  readonly onBehalfOfId: string | null;
  readonly verb: string;
  readonly reason: string | null;
  readonly planVersion: number | null;
  readonly base: number | null;
  readonly contactId: string | null;
  readonly changes: readonly ChangeView[];
}

interface RevisionRow extends Omit<RevisionView, 'changes' | 'at' | 'patientId'> {
  readonly at: Date;
  readonly total: number;
}

/** What is said of a change in words. */
export interface ChangeRow {
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly shape: number;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

type NumberedChange = ChangeRow & { readonly number: number };

/** What a history is about: everything, one kind of thing, or one thing. */
export interface Subject {
  readonly entity: string | null;
  readonly entityId: string | null;
}

const REVISION = `r.number, r.at, r.person_id AS "personId", r.on_behalf_of AS "onBehalfOfId", r.verb, r.reason, r.plan_version AS "planVersion", r.base, r.contact_id AS "contactId"`;

/** More would not be read beside a form. */
const MOST_MERGED = 20;

/** A patient's record read from its newest revision back: every change, as far as the reader is in its audience. */
@Injectable()
export class HistoryQueries {
  constructor(private readonly names: RecordNames) {}

  async page(request: RequestContext, patientId: string, first: number, after: string | null, { entity, entityId }: Subject): Promise<Connection<RevisionView>> {
    const [below] = readCursor(after, ['number']) ?? [null];
    const { organizationId } = request.actor;
    // A line has no gaps, so its newest number is how many there are.
    const about = entityId === null
      ? `($4::text IS NULL OR EXISTS (SELECT FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = r.number AND c.entity = $4))`
      : `r.number IN (SELECT c.number FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity = $4 AND c.entity_id = $6)`;
    const revisions = await request.reading.about<RevisionRow>(
      patientId,
      `SELECT ${REVISION},
              CASE WHEN $4::text IS NULL THEN (SELECT p.revision FROM plexus.patient_record p WHERE p.organization_id = $1 AND p.patient_id = $2)
                   ELSE (SELECT count(*) FROM plexus.revision r WHERE r.organization_id = $1 AND r.patient_id = $2 AND ${about}) END AS total
         FROM plexus.revision r
        WHERE r.organization_id = $1 AND r.patient_id = $2 AND ($3::bigint IS NULL OR r.number < $3) AND ${about}
        ORDER BY r.number DESC LIMIT $5`,
      [organizationId, patientId, below, entity, checkFirst(first) + 1, ...(entityId === null ? [] : [entityId])],
    );
    const shown = await this.inWords(request, patientId, revisions.slice(0, first), entityId);
    return toConnection(revisions, first, revisions[0]?.total ?? 0, (row) => [row.number], (row) => shown.get(row.number)!);
  }

  /** What came after a revision that the reader knows, oldest first: at most `first` revisions, all of them or as many as fit. */
  async after(request: RequestContext, patientId: string, number: number, first: number): Promise<RevisionView[]> {
    const revisions = await request.reading.about<Omit<RevisionRow, 'total'>>(
      patientId,
      `SELECT ${REVISION} FROM plexus.revision r WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.number > $3 ORDER BY r.number LIMIT $4`,
      [request.actor.organizationId, patientId, number, checkFirst(first)],
    );
    return [...(await this.inWords(request, patientId, revisions)).values()];
  }

  /** What others changed of one thing between two revisions, both left out: with what a command was merged. */
  async between(request: RequestContext, patientId: string, entityId: string, base: number, revision: number): Promise<RevisionView[]> {
    if (revision - base < 2) return [];
    const revisions = await request.reading.about<Omit<RevisionRow, 'total'>>(
      patientId,
      `SELECT ${REVISION} FROM plexus.revision r
        WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.number > $3 AND r.number < $4 AND r.person_id <> $5
          AND EXISTS (SELECT FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = r.number AND c.entity_id = $6)
        ORDER BY r.number LIMIT ${MOST_MERGED}`,
      [request.actor.organizationId, patientId, base, revision, request.actor.personId, entityId],
    );
    return [...(await this.inWords(request, patientId, revisions)).values()];
  }

  private async inWords(request: RequestContext, patientId: string, revisions: readonly Omit<RevisionRow, 'total'>[], entityId: string | null = null): Promise<Map<number, RevisionView>> {
    if (revisions.length === 0) return new Map();
    const changes = await request.reading.about<NumberedChange>(
      patientId,
      `SELECT c.number, c.ordinal, c.entity, c.entity_id AS "entityId", c.field, c.shape, c.before, c.after
         FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = ANY ($3) AND ($4::uuid IS NULL OR c.entity_id = $4)
        ORDER BY c.number, c.ordinal`,
      [request.actor.organizationId, patientId, revisions.map((revision) => revision.number), entityId],
    );
    const say = await this.say(request, patientId, changes);
    const byNumber = groupBy(changes, (change) => change.number);
    return new Map(revisions.map((row) => [row.number, { ...row, patientId, changes: (byNumber.get(row.number) ?? []).map(say) }]));
  }

  /** Looks up what these changes speak of, all at once, and answers how each is said. */
  async say(request: RequestContext, patientId: string, changes: readonly ChangeRow[]): Promise<(change: ChangeRow) => ChangeView> {
    const mentions = new Mentions();
    for (const change of changes) mention(mentions, change);
    const named = await this.names.of(request, patientId, mentions);
    return (change) => sayChange(change, named);
  }
}

/** A change under today's names of its field. */
function todays({ entity, field, shape }: ChangeRow): { field: string; spec: FieldSpec | null } {
  if (!isEntityName(entity)) return { field, spec: null };
  const name = currentName(entity, field, shape);
  return { field: name, spec: fieldSpec(entity, name) };
}

function mention(mentions: Mentions, change: ChangeRow): void {
  const kind = todays(change).spec?.kind ?? 'text';
  mentions.thing(change.entity, change.entityId);
  mentions.value(kind, change.before);
  mentions.value(kind, change.after);
}

function sayChange(change: ChangeRow, names: ReadonlyMap<string, string>): ChangeView {
  const { field, spec } = todays(change);
  const say = (value: FieldValue): ChangeValueView | null => (value === null ? null : { kind: spec?.kind ?? 'text', text: wordsFor(spec?.kind ?? 'text', value, names) });
  return {
    ordinal: change.ordinal,
    entity: change.entity,
    entityId: change.entityId,
    entityName: names.get(change.entityId) ?? '',
    field,
    fieldName: spec?.words ?? field,
    before: say(change.before),
    after: say(change.after),
  };
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
