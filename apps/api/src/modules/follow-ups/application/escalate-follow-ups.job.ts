import { Injectable } from '@nestjs/common';
import { ESCALATION_POLICY } from '@plexus/domain';
import { OrganizationJobs } from '../../../platform/jobs/organization-jobs.ts';

interface Escalated {
  readonly patient_id: string;
  readonly revision: number;
  readonly steps: number;
}

/**
 * Tells of follow-ups that nobody moves, by the policy's steps. No person did it, so it stands beside the record and not on its line; open screens
 * hear of the patients concerned as of any change.
 */
@Injectable()
export class EscalateFollowUpsJob {
  constructor(jobs: OrganizationJobs) {
    jobs.register('escalate-follow-ups', async (em, organizationId, now) => {
      const escalated = await em.query<Escalated[]>('SELECT * FROM plexus.escalate_follow_ups($1, $2)', [now, JSON.stringify(ESCALATION_POLICY)]);
      // In no session: whoever has one hears of it.
      const notices = escalated.map(({ patient_id: patientId, revision }) => JSON.stringify({ o: organizationId, p: patientId, n: revision, s: '' }));
      await em.query(`SELECT pg_notify('plexus_revision', notice) FROM unnest($1::text[]) AS notice`, [notices]);
      return `${escalated.reduce((sum, { steps }) => sum + steps, 0)} escalated`;
    });
  }
}
