import { Injectable } from '@nestjs/common';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export interface PlanPlaceView {
  readonly goalId: string | null;
  readonly goalWords: string | null;
  readonly discipline: string | null;
}

interface Key {
  readonly patientId: string;
  readonly entityId: string;
}

/** Where goals, ratings and parts stand in the plan now: under which goal, of a part that serves several the oldest, and with which discipline. */
@Injectable()
export class PlacesBatch implements Batch<Key, PlanPlaceView | null, RequestContext> {
  async loadAll(keys: readonly Key[], request: RequestContext): Promise<(PlanPlaceView | null)[]> {
    const found = new Map<string, PlanPlaceView>();
    for (const patientId of new Set(keys.map((key) => key.patientId))) {
      const rows = await request.reading.about<PlanPlaceView & { id: string }>(
        patientId,
        `SELECT place.id, g.id AS "goalId", g.words AS "goalWords", place.discipline
           FROM (SELECT a.id, a.discipline, (SELECT min(ag.goal_id::text)::uuid FROM plexus.activity_goal ag WHERE ag.organization_id = $1 AND ag.patient_id = $2 AND ag.activity_id = a.id) AS goal_id
                   FROM plexus.activity a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = ANY ($3)
                 UNION ALL
                 SELECT r.id, NULL, r.goal_id FROM plexus.goal_rating r WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.id = ANY ($3)
                 UNION ALL
                 SELECT g.id, NULL, g.id FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.id = ANY ($3)) place
           LEFT JOIN plexus.goal g ON g.organization_id = $1 AND g.patient_id = $2 AND g.id = place.goal_id`,
        [request.actor.organizationId, patientId, keys.map((key) => key.entityId)],
      );
      for (const { id, ...place } of rows) found.set(id, place);
    }
    return keys.map(({ entityId }) => found.get(entityId) ?? null);
  }
}
