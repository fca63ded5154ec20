import { Injectable } from '@nestjs/common';
import { type Result, type RuleViolation, ok, refuse, violation } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import type { Actor } from '../../../platform/actor.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { Transactions } from '../../../platform/database/transactions.ts';
import { badInput, notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { HistoryQueries } from '../../../platform/records/history.queries.ts';
import { SeenMarksQueries } from './seen-marks.queries.ts';

export interface MarkReviewed {
  readonly patientId: string;
  /** The newest revision that was shown. */
  readonly revision: number;
  /** Revisions shown that concern safety. */
  readonly safetySeen: readonly number[];
}

/** What a reader can have had on the screen. */
const MOST_SHOWN = 5_000;

/**
 * Acknowledges what changed up to a revision. It is the person's own mark and no command on the record: it only moves forward, and the same again
 * changes nothing. Nobody passes a change that concerns safety by without having been shown it.
 */
@Injectable()
export class MarkReviewedUseCase {
  constructor(
    private readonly access: AccessService,
    private readonly marks: SeenMarksQueries,
    private readonly history: HistoryQueries,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async execute(request: RequestContext, { patientId, revision, safetySeen }: MarkReviewed): Promise<Result<void, RuleViolation>> {
    if (safetySeen.length > MOST_SHOWN) throw badInput('safetySeen', `At most ${MOST_SHOWN} at once.`, 'TOO_LONG');
    const mark = await this.marks.ofReader(request, patientId);
    if (!mark) {
      await this.access.require(request, 'history:read', patientId);
      throw notFound();
    }
    if (revision < 1 || revision > mark.revision) throw badInput('revision', `The record is at revision ${mark.revision}: load what changed again.`);
    if (mark.seenRevision !== null) {
      const shown = new Set(safetySeen);
      const missed = (await this.history.safetyRevisions(request, patientId, mark.seenRevision, revision)).filter((number) => !shown.has(number));
      if (missed.length > 0) {
        return refuse(violation('SAFETY_UNSEEN', 'A change that concerns safety has not been shown to you (revision {revisions}). Load what changed again and read it first.', 'safetySeen', { revisions: missed.slice(0, 10).join(', ') }));
      }
    }
    await this.write(request.actor, patientId, revision);
    return ok(undefined);
  }

  private async write({ organizationId, personId, today, sessionId }: Actor, patientId: string, revision: number): Promise<void> {
    await this.transactions.write({ organizationId, personId, purpose: 'care', today, patientId }, (em) =>
      em.query(
        `WITH moved AS (
           INSERT INTO plexus.seen_mark (organization_id, patient_id, person_id, revision, at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (organization_id, patient_id, person_id) DO UPDATE SET revision = excluded.revision, at = excluded.at WHERE seen_mark.revision < excluded.revision
           RETURNING 1)
         SELECT pg_notify('plexus_revision', $6) FROM moved`,
        [organizationId, patientId, personId, revision, this.clock.now(), JSON.stringify({ o: organizationId, p: patientId, n: revision, s: sessionId, r: personId })],
      ),
    );
  }
}
