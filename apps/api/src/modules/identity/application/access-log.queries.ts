import { Injectable } from '@nestjs/common';
import type { AccessAction, Reach } from '@plexus/domain';
import { type Connection, checkFirst, readCursor, toConnection } from '../../../platform/graphql/connection.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/faults.ts';

export interface AccessLogView {
  readonly id: string;
  readonly at: Date;
  readonly personId: string;
  readonly patientName: string;
  readonly patientMrn: string;
  readonly action: AccessAction;
  readonly through: Reach | null;
}

interface Row extends AccessLogView {
  readonly total: number;
  /** To the microsecond: a Date would cut the cursor short. */
  readonly atText: string;
}

/** Who looked at which chart, and who made a copy of it: for the privacy officer, who sees a patient's name here and nothing else of the patient. */
@Injectable()
export class AccessLogQueries {
  async page(request: RequestContext, first: number, after: string | null, personId: string | null): Promise<Connection<AccessLogView>> {
    if (personId !== null && !isId(personId)) throw notFound();
    const [beforeAt, beforeId] = readCursor(after, ['instant', 'id']) ?? [null, null];
    const { organizationId } = request.actor;
    const rows = await request.reading.list<Row & { patientId: string }>(
      `SELECT l.id, l.at, l.at::text AS "atText", l.person_id AS "personId", l.patient_id AS "patientId", l.action, l.through,
              (SELECT count(*) FROM plexus.access_log a WHERE a.organization_id = $1 AND ($4::uuid IS NULL OR a.person_id = $4)) AS total
         FROM plexus.access_log l
        WHERE l.organization_id = $1 AND ($4::uuid IS NULL OR l.person_id = $4)
          AND ($2::timestamptz IS NULL OR (l.at, l.id) < ($2::timestamptz, $3::uuid))
        ORDER BY l.at DESC, l.id DESC LIMIT $5`,
      [organizationId, beforeAt, beforeId, personId, checkFirst(first) + 1],
    );
    const labels = await request.reading.list<{ id: string; name: string; mrn: string }>('SELECT * FROM plexus.patient_labels($1)', [[...new Set(rows.map((row) => row.patientId))]]);
    const byId = new Map(labels.map((label) => [label.id, label]));
    return toConnection(
      rows,
      first,
      rows[0]?.total ?? 0,
      (row) => [row.atText, row.id],
      (row) => ({ ...row, patientName: byId.get(row.patientId)?.name ?? '', patientMrn: byId.get(row.patientId)?.mrn ?? '' }),
    );
  }
}
