import { Injectable } from '@nestjs/common';
import { AccessService } from '../../../access/access.service.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { notFound } from '../../../platform/faults.ts';
import { type Connection, type CursorValue, checkFirst, readCursor, toConnection } from '../../../platform/graphql/connection.ts';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { BY_DUE, FOLLOW_UP_ROWS, type FollowUpRow, type FollowUpView, IS_OPEN, followUpView } from './follow-up-views.ts';

export interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
}

/** How many follow-ups of each patient are open, and how many of them late: one statement for a whole caseload. */
@Injectable()
export class OpenCountsBatch implements Batch<string, OpenCounts, RequestContext> {
  constructor(private readonly clock: Clock) {}

  async loadAll(patientIds: readonly string[], request: RequestContext): Promise<OpenCounts[]> {
    const rows = await request.reading.aboutMany<OpenCounts & { patientId: string }>(
      patientIds,
      `SELECT f.patient_id AS "patientId", count(*)::int AS open, (count(*) FILTER (WHERE f.due_at <= $3))::int AS overdue
         FROM plexus.follow_up f WHERE f.organization_id = $1 AND f.patient_id = ANY ($2) AND ${IS_OPEN} GROUP BY f.patient_id`,
      [request.actor.organizationId, patientIds, this.clock.now()],
    );
    const found = new Map(rows.map((row) => [row.patientId, row]));
    return patientIds.map((id) => found.get(id) ?? { open: 0, overdue: 0 });
  }
}

/** For a reader whose part it is not (peer mentors) there is nothing here: row-level security has no rows for them. */
@Injectable()
export class FollowUpQueries {
  constructor(
    private readonly counts: OpenCountsBatch,
    private readonly access: AccessService,
    private readonly clock: Clock,
    names: RecordNames,
  ) {
    names.register('follow-up', (request, patientId, ids) => this.names(request, patientId, 'SELECT f.id, f.what AS name FROM plexus.follow_up f WHERE f.organization_id = $1 AND f.patient_id = $2 AND f.id = ANY ($3)', ids));
    // What was said about a follow-up is called as it is.
    names.register('follow-up-entry', (request, patientId, ids) => this.names(
      request, patientId,
      `SELECT e.id, f.what AS name FROM plexus.follow_up_entry e JOIN plexus.follow_up f ON f.organization_id = $1 AND f.patient_id = $2 AND f.id = e.follow_up_id
        WHERE e.organization_id = $1 AND e.patient_id = $2 AND e.id = ANY ($3)`,
      ids,
    ));
  }

  openOf(request: RequestContext, patientId: string): Promise<FollowUpView[]> {
    return this.about(request, patientId, `${IS_OPEN} ORDER BY ${BY_DUE}`);
  }

  /** Years of them: a page of those that came to an end, the last one first. */
  async closedOf(request: RequestContext, patientId: string, first: number, after: string | null): Promise<Connection<FollowUpView>> {
    const [since, id] = readCursor(after, ['instant', 'id']) ?? [null, null];
    const isClosed = `f.organization_id = $1 AND f.patient_id = $2 AND NOT ${IS_OPEN}`;
    const rows = await request.reading.about<FollowUpRow & { readonly key: readonly CursorValue[]; readonly total: number }>(
      patientId,
      `SELECT r.*, json_build_array(r."courtSince", r.id) AS key, (SELECT count(*)::int FROM plexus.follow_up f WHERE ${isClosed}) AS total
         FROM (${FOLLOW_UP_ROWS} WHERE ${isClosed} AND ($3::timestamptz IS NULL OR (f.court_since, f.id) < ($3, $4::uuid)) ORDER BY f.court_since DESC, f.id DESC LIMIT $5) r
        ORDER BY r."courtSince" DESC, r.id DESC`,
      [request.actor.organizationId, patientId, since, id, checkFirst(first) + 1],
    );
    return toConnection(rows, first, rows[0]?.total ?? 0, ({ key }) => key, ({ key: _key, total: _total, ...row }) => followUpView(row, this.clock.now()));
  }

  async ofPatientById(request: RequestContext, patientId: string, id: string): Promise<FollowUpView> {
    const [view] = await this.about(request, patientId, 'f.id = $3', id);
    if (!view) throw notFound();
    return view;
  }

  /** One of whatever patient the reader reaches: seen from outside a chart, and so an opening of it. */
  async byId(request: RequestContext, id: string): Promise<FollowUpView> {
    const rows = isId(id) ? await request.reading.list<FollowUpRow>(`${FOLLOW_UP_ROWS} WHERE f.organization_id = $1 AND f.id = $2`, [request.actor.organizationId, id]) : [];
    const [row] = rows;
    if (!row) throw notFound();
    await this.access.require(request, 'follow-up:read', row.patientId);
    return followUpView(row, this.clock.now());
  }

  openCounts(request: RequestContext, patientId: string): Promise<OpenCounts> {
    return request.loaders.for(this.counts).load(patientId);
  }

  private async about(request: RequestContext, patientId: string, condition: string, ...more: unknown[]): Promise<FollowUpView[]> {
    const rows = await request.reading.about<FollowUpRow>(patientId, `${FOLLOW_UP_ROWS} WHERE f.organization_id = $1 AND f.patient_id = $2 AND ${condition}`, [request.actor.organizationId, patientId, ...more]);
    return rows.map((row) => followUpView(row, this.clock.now()));
  }

  private async names(request: RequestContext, patientId: string, sql: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(patientId, sql, [request.actor.organizationId, patientId, ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
