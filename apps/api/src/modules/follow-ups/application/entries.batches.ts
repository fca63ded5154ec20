import { Injectable } from '@nestjs/common';
import type { CallResult, Day, FollowUpEntryKind } from '@plexus/domain';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { type OfFollowUps, readOf } from './follow-up.batches.ts';
import type { FollowUpView } from './follow-up-views.ts';

export interface EntryView {
  readonly id: string;
  readonly kind: FollowUpEntryKind;
  readonly text: string | null;
  readonly callResult: CallResult | null;
  readonly nextTryOn: Day | null;
  readonly personId: string;
  readonly at: Date;
}

export interface LastEntries {
  readonly followUp: FollowUpView;
  /** How many at most. */
  readonly last: number;
}

/** What was said about each of late, the oldest first. */
@Injectable()
export class EntriesBatch implements Batch<LastEntries, EntryView[], RequestContext> {
  async loadAll(keys: readonly LastEntries[], request: RequestContext): Promise<EntryView[][]> {
    const most = Math.max(...keys.map(({ last }) => last));
    const rows = await readOf<EntryView & { followUpId: string }>(
      request, keys.map(({ followUp }) => followUp),
      `SELECT e.id, e.follow_up_id AS "followUpId", e.kind, e.text, e.call_result AS "callResult", e.next_try_on AS "nextTryOn", e.person_id AS "personId", e.at
         FROM (SELECT e.*, row_number() OVER (PARTITION BY e.follow_up_id ORDER BY e.at DESC, e.id DESC) AS back
                 FROM plexus.follow_up_entry e WHERE e.organization_id = $1 AND e.patient_id = ANY ($2) AND e.follow_up_id = ANY ($3)) e
        WHERE e.back <= ${Math.trunc(most)} ORDER BY e.at, e.id`,
    );
    return keys.map(({ followUp, last }) => rows.filter(({ followUpId }) => followUpId === followUp.id).slice(-last));
  }
}

@Injectable()
export class EntryCountsBatch implements OfFollowUps<number> {
  async loadAll(followUps: readonly FollowUpView[], request: RequestContext): Promise<number[]> {
    const rows = await readOf<{ id: string; count: number }>(
      request, followUps,
      `SELECT e.follow_up_id AS id, count(*)::int AS count
         FROM plexus.follow_up_entry e WHERE e.organization_id = $1 AND e.patient_id = ANY ($2) AND e.follow_up_id = ANY ($3) GROUP BY e.follow_up_id`,
    );
    const found = new Map(rows.map(({ id, count }) => [id, count]));
    return followUps.map(({ id }) => found.get(id) ?? 0);
  }
}
