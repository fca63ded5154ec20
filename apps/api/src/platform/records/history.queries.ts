import { Injectable } from '@nestjs/common';
import { SAFETY_ENTITIES } from '@plexus/domain';
import { type Connection, checkFirst, readCursor, toConnection } from '../graphql/connection.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { CHANGE, type ChangeRow, type ChangeView, ORDER_AT_REVISION, type OrderRow, partlyChanged, safetyOf, sayChanges } from './change-views.ts';
import { RecordNames } from './record-names.ts';

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

  /** What others changed after `seen` and the reader may know, oldest first. Of a revision in which nothing is theirs to see not even the number is told. */
  async unread(request: RequestContext, patientId: string, seen: number, first: number, after: string | null): Promise<Connection<RevisionView>> {
    const [from] = readCursor(after, ['number']) ?? [seen];
    const revisions = await request.reading.about<RevisionRow>(
      patientId,
      `SELECT ${REVISION}, plexus.unread_revisions($2, $6) AS total
         FROM plexus.revision r
        WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.number > $3 AND r.person_id <> $4
          AND EXISTS (SELECT FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = r.number)
        ORDER BY r.number LIMIT $5`,
      [request.actor.organizationId, patientId, Math.max(Number(from), seen), request.actor.personId, checkFirst(first) + 1, seen],
    );
    const shown = await this.inWords(request, patientId, revisions.slice(0, first));
    return toConnection(revisions, first, revisions[0]?.total ?? 0, (row) => [row.number], (row) => shown.get(row.number)!);
  }

  /** The revisions by others in which something changed that concerns safety, after one and up to another. */
  async safetyRevisions(request: RequestContext, patientId: string, after: number, upTo: number): Promise<number[]> {
    const changes = await request.reading.about<ChangeRow>(
      patientId,
      `SELECT ${CHANGE} FROM plexus.change c
         JOIN plexus.revision r ON r.organization_id = c.organization_id AND r.patient_id = c.patient_id AND r.number = c.number
        WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number > $3 AND c.number <= $4 AND r.person_id <> $5 AND c.entity = ANY ($6)
        ORDER BY c.number, c.ordinal`,
      [request.actor.organizationId, patientId, after, upTo, request.actor.personId, SAFETY_ENTITIES],
    );
    const isSafety = safetyOf(changes, await this.ordersOf(request, patientId, changes));
    return [...new Set(changes.filter(isSafety).map(({ number }) => number))];
  }

  private async inWords(request: RequestContext, patientId: string, revisions: readonly Omit<RevisionRow, 'total'>[], entityId: string | null = null): Promise<Map<number, RevisionView>> {
    if (revisions.length === 0) return new Map();
    const changes = await request.reading.about<ChangeRow>(
      patientId,
      `SELECT ${CHANGE} FROM plexus.change c
        WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = ANY ($3) AND ($4::uuid IS NULL OR c.entity_id = $4) ORDER BY c.number, c.ordinal`,
      [request.actor.organizationId, patientId, revisions.map((revision) => revision.number), entityId],
    );
    const said = await this.say(request, patientId, changes);
    return new Map(revisions.map((row) => [row.number, { ...row, patientId, changes: said.get(row.number) ?? [] }]));
  }

  /** Changes in words, by revision. */
  async say(request: RequestContext, patientId: string, changes: readonly ChangeRow[]): Promise<Map<number, ChangeView[]>> {
    return sayChanges(this.names, request, patientId, changes, await this.ordersOf(request, patientId, changes));
  }

  private async ordersOf(request: RequestContext, patientId: string, changes: readonly ChangeRow[]): Promise<OrderRow[]> {
    const partly = partlyChanged(changes);
    if (partly.length === 0) return [];
    const { organizationId } = request.actor;
    return request.reading.about<OrderRow>(patientId, ORDER_AT_REVISION, [organizationId, patientId, partly.map((row) => row.number), partly.map((row) => row.entity), partly.map((row) => row.entityId)]);
  }
}
