import { Injectable } from '@nestjs/common';
import { type Day, dayAt, endOfDay } from '@plexus/domain';
import { Fault, notFound } from '../faults.ts';
import type { RequestContext } from '../graphql/request-context.ts';

/** How somebody names a moment of a record: a revision, or a day, which is the end of that day. */
export interface MomentAsked {
  readonly revision?: number | null;
  readonly day?: Day | null;
}

export interface Moment {
  /** The newest revision at that moment. */
  readonly revision: number;
  /** When that revision was made. */
  readonly at: Date;
  /** The day that was asked for; of a revision the day on which it was made. */
  readonly day: Day;
  readonly planVersion: number;
}

interface Row {
  readonly newest: number;
  readonly begun: Date;
  readonly revision: number | null;
  readonly at: Date | null;
  readonly planVersion: number;
}

/** Finds the revision that a moment of a record means. */
@Injectable()
export class Moments {
  /** @param field of the input, for what is told of a moment that the record does not have */
  async of(request: RequestContext, patientId: string, { revision, day }: MomentAsked, field: string): Promise<Moment> {
    const { organizationId, timeZone, today } = request.actor;
    const wrong = (part: 'revision' | 'day', rule: string, message: string, more: object = {}): Fault => new Fault('BAD_USER_INPUT', message, { field: `${field}.${part}`, rule, ...more });
    if ((revision == null) === (day == null)) throw wrong('day', 'ONE_MOMENT', 'Name a day or a revision, one of the two.');
    if (day != null && day > today) throw wrong('day', 'DATE_IN_FUTURE', 'This day is still to come. Choose today or an earlier day.');

    const [row] = await request.reading.about<Row>(
      patientId,
      `SELECT p.revision AS newest, r.number AS revision, r.at,
              (SELECT f.at FROM plexus.revision f WHERE f.organization_id = $1 AND f.patient_id = $2 AND f.number = 1) AS begun,
              coalesce((SELECT v.plan_version FROM plexus.revision v
                         WHERE v.organization_id = $1 AND v.patient_id = $2 AND v.number <= r.number AND v.plan_version IS NOT NULL ORDER BY v.number DESC LIMIT 1), 0) AS "planVersion"
         FROM plexus.patient_record p
         LEFT JOIN LATERAL (SELECT n.number, n.at FROM plexus.revision n
                             WHERE n.organization_id = $1 AND n.patient_id = $2 AND n.number <= coalesce($3, p.revision) AND n.at < coalesce($4, 'infinity'::timestamptz)
                             ORDER BY n.number DESC LIMIT 1) r ON true
        WHERE p.organization_id = $1 AND p.patient_id = $2`,
      [organizationId, patientId, revision ?? null, day == null ? null : endOfDay(day, timeZone)],
    );
    if (!row) throw notFound();
    if (row.revision !== null && row.at && (revision ?? 0) <= row.newest) return { revision: row.revision, at: row.at, day: day ?? dayAt(row.at, timeZone), planVersion: row.planVersion };
    if (day == null) throw wrong('revision', 'REVISION_UNKNOWN', `This record has the revisions 1 to ${row.newest}. Choose one of them.`, { newest: row.newest });
    const begins = dayAt(row.begun, timeZone);
    throw wrong('day', 'BEFORE_RECORD', `This record begins on ${begins}. Choose that day or a later one.`, { begins });
  }
}
