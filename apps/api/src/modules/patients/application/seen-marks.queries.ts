import { Injectable } from '@nestjs/common';
import { AccessService } from '../../../access/access.service.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export interface UnreadView {
  readonly patientId: string;
  /** The record's newest revision. */
  readonly revision: number;
  /** Up to where the reader has reviewed it; null: never. */
  readonly seenRevision: number | null;
  readonly seenAt: Date | null;
}

/** How far somebody has reviewed a record. */
@Injectable()
export class SeenMarksQueries {
  constructor(private readonly access: AccessService) {}

  /** Null for a reader whose part does not include the history (peer mentors). */
  async ofReader(request: RequestContext, patientId: string): Promise<UnreadView | null> {
    if (!this.access.allows(request, 'history:read', await this.access.reach(request, patientId))) return null;
    const [row] = await request.reading.about<UnreadView>(
      patientId,
      `SELECT p.patient_id AS "patientId", p.revision, s.revision AS "seenRevision", s.at AS "seenAt"
         FROM plexus.patient_record p
         LEFT JOIN plexus.seen_mark s ON s.organization_id = p.organization_id AND s.patient_id = p.patient_id AND s.person_id = $3
        WHERE p.organization_id = $1 AND p.patient_id = $2`,
      [request.actor.organizationId, patientId, request.actor.personId],
    );
    return row ?? null;
  }
}
