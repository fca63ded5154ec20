import type { EntityName, NetChange } from '@plexus/domain';
import type { RequestContext } from '../graphql/request-context.ts';

/**
 * Of every field that changed after one revision and up to another: the first value before and the last one after. Undoing these is undoing
 * everything, and a long record has far fewer fields than changes. Row-level security leaves out what is not the reader's.
 *
 * @param entities only of things of these kinds; null: of all
 */
export const netChanges = (request: RequestContext, patientId: string, from: number, to: number, entities: readonly EntityName[] | null = null): Promise<NetChange[]> =>
  request.reading.about<NetChange>(
    patientId,
    `SELECT c.entity, c.entity_id AS "entityId", c.field, c.shape, bool_or(c.added) AS added, min(c.number) AS revision,
            (array_agg(c.ordinal ORDER BY c.number, c.ordinal))[1] AS ordinal,
            (array_agg(c.before ORDER BY c.number, c.ordinal))[1] AS before,
            (array_agg(c.after ORDER BY c.number DESC, c.ordinal DESC))[1] AS after
       FROM plexus.change c
      WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number > $3 AND c.number <= $4 AND ($5::text[] IS NULL OR c.entity = ANY ($5))
      GROUP BY c.entity, c.entity_id, c.field, c.shape`,
    [request.actor.organizationId, patientId, from, to, entities],
  );
