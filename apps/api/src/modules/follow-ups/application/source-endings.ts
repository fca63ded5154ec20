import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RemarkedSource, SOURCE_REMARKS, hasEnded, sourceRemark } from '@plexus/domain';
import type { OpenRecord } from '../../../platform/records/open-record.ts';
import { Reactions } from '../../../platform/records/reactions.ts';
import { addEntry } from './note-on-follow-up.use-case.ts';

/** Verbs by which a goal or a part ends, or by which that is taken back. */
const ENDINGS = ['goal.complete', 'goal.cancel', 'activity.complete', 'activity.stop', 'activity.decline', 'activity.decide', 'plan.undo'];

/**
 * When a goal or a part of the plan ends, nobody closes what somebody was asked to do about it: people decide whether it is still needed. So that they
 * can, each open follow-up says in the same revision what became of it.
 */
@Injectable()
export class SourceEndings implements OnModuleInit {
  constructor(private readonly reactions: Reactions) {}

  onModuleInit(): void {
    for (const verb of ENDINGS) this.reactions.on(verb, (record) => this.remark(record));
  }

  private async remark(record: OpenRecord): Promise<void> {
    const rows = await record.em.query<{ id: string; source: RemarkedSource; status: string; last: string | null }[]>(
      `SELECT f.id, s.source, s.status,
              (SELECT e.text FROM plexus.follow_up_entry e WHERE e.organization_id = $1 AND e.patient_id = $2 AND e.follow_up_id = f.id AND e.text = ANY ($3) ORDER BY e.at DESC, e.id DESC LIMIT 1) AS last
         FROM plexus.follow_up f
         JOIN (SELECT g.id, 'goal' AS source, g.status FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.revision = $4
               UNION ALL SELECT a.id, 'activity', a.status FROM plexus.activity a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.revision = $4) s ON s.id = f.source_id
        WHERE f.organization_id = $1 AND f.patient_id = $2 AND f.state NOT IN ('done', 'read', 'cancelled') ORDER BY f.id`,
      [record.actor.organizationId, record.patientId, SOURCE_REMARKS, record.revision],
    );
    for (const { id, source, status, last } of rows) {
      const said = sourceRemark(source, status);
      // Nobody is told that what never ended goes on.
      if (said !== last && (last !== null || hasEnded(source, status))) await addEntry(record, id, { kind: 'comment', text: said });
    }
  }
}
