import { Injectable } from '@nestjs/common';
import { type Day, type TeamRole, checkAssignee } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { IS_OPEN } from './follow-up-views.ts';

interface Row {
  readonly personId: string;
  readonly discipline: string;
  readonly role: TeamRole;
  readonly isOnLeave: boolean;
  readonly leaveUntil: Day | null;
  readonly standInId: string | null;
}

export interface CandidateView extends Row {
  readonly isEligible: boolean;
  /** Open follow-ups that they hold today, as far as the viewer reaches their patients. */
  readonly load: number;
}

// A coordinator counts along indexes; everybody else in their panel.
const PANEL = `plexus.follow_up_held f WHERE f.organization_id = $1 AND f.patient_id = ANY (ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r))`;
const EVERYWHERE = `plexus.follow_up_coordinated f WHERE f.organization_id = $1
  AND (f.owner_id = ANY ($2) OR f.owner_id = ANY (ARRAY(SELECT s.stood_in_for_id FROM plexus.coordinated_stand_in s WHERE s.person_id = ANY ($2))) OR f.kind = 'safety')`;

/** Whom of a patient's team, or of the coordinators, one can ask. */
@Injectable()
export class CandidateQueries {
  async ofPatient(request: RequestContext, patientId: string): Promise<CandidateView[]> {
    const rows = await this.holders(request, patientId);
    const load = await this.load(request, rows.map(({ personId }) => personId));
    const views = rows.map((row) => ({ ...row, isEligible: checkAssignee(row) === null, load: load.get(row.personId) ?? 0 }));
    return views.sort((a, b) => Number(b.isEligible) - Number(a.isEligible));
  }

  private holders(request: RequestContext, patientId: string): Promise<Row[]> {
    const { organizationId, today } = request.actor;
    return request.reading.about<Row>(
      patientId,
      `SELECT c.*, l.ends_on IS NOT NULL AS "isOnLeave", l.ends_on AS "leaveUntil" FROM (
         SELECT h.person_id AS "personId", h.discipline, h.role, h.stand_in_id AS "standInId" FROM plexus.follow_up_holder h WHERE h.organization_id = $1 AND h.patient_id = $2
         UNION ALL
         SELECT r.person_id, 'care-coordinator', 'member', NULL FROM plexus.organization_role r
           JOIN plexus.person p ON p.organization_id = $1 AND p.id = r.person_id AND p.status = 'active'
          WHERE r.organization_id = $1 AND r.role = 'coordinator'
            AND NOT EXISTS (SELECT FROM plexus.follow_up_holder h WHERE h.organization_id = $1 AND h.patient_id = $2 AND h.person_id = r.person_id)) c
         JOIN plexus.person p ON p.organization_id = $1 AND p.id = c."personId"
         LEFT JOIN plexus.leave l ON l.organization_id = $1 AND l.person_id = c."personId" AND l.starts_on <= $3 AND l.ends_on >= $3
        ORDER BY c.role <> 'lead', p.name, p.id`,
      [organizationId, patientId, today],
    );
  }

  private async load(request: RequestContext, personIds: readonly string[]): Promise<Map<string, number>> {
    const { organizationId, organizationRoles } = request.actor;
    const from = organizationRoles.includes('coordinator') ? EVERYWHERE : PANEL;
    const rows = await request.reading.longList<{ holderId: string; load: number }>(
      `SELECT f.holder_id AS "holderId", count(*)::int AS load FROM ${from} AND ${IS_OPEN} AND f.holder_id = ANY ($2) GROUP BY f.holder_id`,
      [organizationId, personIds],
    );
    return new Map(rows.map(({ holderId, load }) => [holderId, load]));
  }
}
