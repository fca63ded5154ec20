import type { Holder, Keeping } from '@plexus/domain';
import { keepingOf } from '@plexus/domain';
import type { OpenRecord } from '../../../platform/records/open-record.ts';
import type { FollowUpEntity } from '../persistence/follow-up.entities.ts';

/** Everybody who may hold work of the open record's patient today: its team, and every coordinator beside it. */
export function holdersOf(record: OpenRecord): Promise<Holder[]> {
  return record.em.query<Holder[]>(
    `SELECT h.person_id AS "personId", h.discipline, h.role, h.is_on_leave AS "isOnLeave", h.stand_in_id AS "standInId"
       FROM plexus.follow_up_holder h WHERE h.organization_id = $1 AND h.patient_id = $2
     UNION ALL
     SELECT r.person_id, 'care-coordinator', 'member',
            EXISTS (SELECT FROM plexus.leave l WHERE l.organization_id = $1 AND l.person_id = r.person_id AND l.starts_on <= $3 AND l.ends_on >= $3), NULL
       FROM plexus.organization_role r JOIN plexus.person p ON p.organization_id = $1 AND p.id = r.person_id AND p.status = 'active'
      WHERE r.organization_id = $1 AND r.role = 'coordinator'
        AND NOT EXISTS (SELECT FROM plexus.follow_up_holder h WHERE h.organization_id = $1 AND h.patient_id = $2 AND h.person_id = r.person_id)`,
    [record.actor.organizationId, record.patientId, record.actor.today],
  );
}

export async function keepingOfRow(record: OpenRecord, followUp: FollowUpEntity): Promise<Keeping> {
  const [holders, transfers] = await Promise.all([
    holdersOf(record),
    record.em.query<unknown[]>(
      `SELECT FROM plexus.follow_up_escalation e WHERE e.organization_id = $1 AND e.follow_up_id = $2 AND e.court_since = $3 AND e.step = 'transfer'`,
      [record.actor.organizationId, followUp.id, followUp.courtSince],
    ),
  ]);
  return keepingOf(followUp, holders, transfers.length > 0);
}
