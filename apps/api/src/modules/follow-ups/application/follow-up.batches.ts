import { Injectable } from '@nestjs/common';
import { catalogueItemById } from '@plexus/catalogue';
import { ESCALATION_STEPS, type EscalationStep, type Keeping, type ReachRow, type Standing, mayWithPatient, standingOf } from '@plexus/domain';
import { Clock } from '../../../platform/clock/clock.ts';
import { notFound } from '../../../platform/faults.ts';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import type { AttachmentView } from './attachment.queries.ts';
import { FOLLOW_UP_ROWS, type FollowUpRow, type FollowUpView, followUpView } from './follow-up-views.ts';

/** The follow-ups themselves are the keys: each is one object in one answer. */
export type OfFollowUps<V> = Batch<FollowUpView, V, RequestContext>;

export const readOf = <Row>(request: RequestContext, followUps: readonly FollowUpView[], sql: string, ids: readonly string[] = followUps.map(({ id }) => id)): Promise<Row[]> => {
  const patientIds = [...new Set(followUps.map(({ patientId }) => patientId))];
  return request.reading.aboutMany<Row>(patientIds, sql, [request.actor.organizationId, patientIds, ids]);
};

/** Follow-ups by id, for what names them only; null of one that is not the reader's. */
@Injectable()
export class FollowUpBatch implements Batch<{ readonly patientId: string; readonly followUpId: string }, FollowUpView | null, RequestContext> {
  constructor(private readonly clock: Clock) {}

  async loadAll(keys: readonly { readonly patientId: string; readonly followUpId: string }[], request: RequestContext): Promise<(FollowUpView | null)[]> {
    const rows = await request.reading.aboutMany<FollowUpRow>(
      keys.map(({ patientId }) => patientId),
      `${FOLLOW_UP_ROWS} WHERE f.organization_id = $1 AND f.patient_id = ANY ($2) AND f.id = ANY ($3)`,
      [request.actor.organizationId, keys.map(({ patientId }) => patientId), keys.map(({ followUpId }) => followUpId)],
    );
    const found = new Map(rows.map((row) => [row.id, followUpView(row, this.clock.now())]));
    return keys.map(({ followUpId }) => found.get(followUpId) ?? null);
  }
}

/** Who has a follow-up, and what the viewer is to it. */
export interface KeptView extends Keeping {
  /** Null: the viewer looks on. */
  readonly standing: Standing | null;
}

@Injectable()
export class KeepingBatch implements OfFollowUps<KeptView> {
  async loadAll(followUps: readonly FollowUpView[], request: RequestContext): Promise<(KeptView | Error)[]> {
    const rows = await readOf<Keeping & { id: string; reach: ReachRow[] | null }>(
      request, followUps,
      `SELECT h.id, h.holder_id AS "holderId", h.through AS holding, h.reader_id AS "readerId",
              (SELECT json_agg(json_build_object('through', r.through, 'role', r.role, 'discipline', r.discipline, 'onBehalfOf', r.on_behalf_of)) FROM plexus.reach r WHERE r.patient_id = h.patient_id) AS reach
         FROM plexus.follow_up_held h WHERE h.organization_id = $1 AND h.patient_id = ANY ($2) AND h.id = ANY ($3)`,
    );
    const { personId, organizationRoles, discipline } = request.actor;
    const found = new Map(rows.map((row) => [row.id, row]));
    return followUps.map((followUp) => {
      const row = found.get(followUp.id);
      if (!row) return notFound();
      const { reach, ...keeping } = row;
      const may = mayWithPatient('follow-up:write', { reach: reach ?? [], organizationRoles, discipline });
      return { ...keeping, standing: may ? standingOf({ ...followUp, pool: followUp.poolId }, keeping, personId, reach ?? []) : null };
    });
  }
}

export interface EscalationView {
  readonly step: EscalationStep;
  readonly at: Date;
}

/** The steps that each has come to since the ball lies where it is, in their order: those from before are over. */
@Injectable()
export class EscalationsBatch implements OfFollowUps<EscalationView[]> {
  async loadAll(followUps: readonly FollowUpView[], request: RequestContext): Promise<EscalationView[][]> {
    const rows = await readOf<EscalationView & { followUpId: string }>(
      request, followUps,
      `SELECT e.follow_up_id AS "followUpId", e.step, e.at FROM plexus.follow_up_escalation e
         JOIN plexus.follow_up f ON f.organization_id = $1 AND f.patient_id = e.patient_id AND f.id = e.follow_up_id AND f.court_since = e.court_since
        WHERE e.organization_id = $1 AND e.patient_id = ANY ($2) AND e.follow_up_id = ANY ($3)`,
    );
    rows.sort((one, other) => ESCALATION_STEPS.indexOf(one.step) - ESCALATION_STEPS.indexOf(other.step));
    return followUps.map(({ id }) => rows.filter(({ followUpId }) => followUpId === id));
  }
}

/** The reports of each that stand, the oldest first: what they are, and not a byte of them. */
@Injectable()
export class AttachmentsBatch implements OfFollowUps<AttachmentView[]> {
  async loadAll(followUps: readonly FollowUpView[], request: RequestContext): Promise<AttachmentView[][]> {
    const rows = await readOf<AttachmentView & { followUpId: string }>(
      request, followUps,
      `SELECT a.id, a.follow_up_id AS "followUpId", a.name, a.media_type AS "mediaType", a.size, a.by_id AS "byId", a.at
         FROM plexus.follow_up_attachment a WHERE a.organization_id = $1 AND a.patient_id = ANY ($2) AND a.follow_up_id = ANY ($3) AND a.status = 'active' ORDER BY a.at, a.id`,
    );
    return followUps.map(({ id }) => rows.filter(({ followUpId }) => followUpId === id));
  }
}

/** What the things are called from which follow-ups come. */
@Injectable()
export class SourceNamesBatch implements OfFollowUps<string | null> {
  async loadAll(followUps: readonly FollowUpView[], request: RequestContext): Promise<(string | null)[]> {
    const rows = await readOf<{ id: string; words: string | null; item: string | null }>(
      request, followUps,
      `SELECT g.id, g.words, NULL AS item FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = ANY ($2) AND g.id = ANY ($3)
       UNION ALL
       SELECT a.id, NULL, a.catalogue_id FROM plexus.activity a WHERE a.organization_id = $1 AND a.patient_id = ANY ($2) AND a.id = ANY ($3)`,
      followUps.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])),
    );
    const found = new Map(rows.map(({ id, words, item }) => [id, words ?? (item === null ? null : (catalogueItemById(item)?.name ?? item))]));
    return followUps.map(({ sourceId }) => (sourceId === null ? null : (found.get(sourceId) ?? null)));
  }
}
