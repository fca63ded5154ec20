import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export interface SavedViewView {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly address: string;
  readonly isShared: boolean;
  readonly version: number;
}

const SAVED_VIEW_ROWS = `SELECT v.id, v.person_id AS "personId", v.name, v.address, v.is_shared AS "isShared", v.version FROM plexus.saved_view v WHERE v.organization_id = $1`;

@Injectable()
export class SavedViewQueries {
  /** One's own, then what colleagues share, by name. */
  list(request: RequestContext): Promise<SavedViewView[]> {
    const { organizationId, personId } = request.actor;
    return request.reading.inOrganization(`${SAVED_VIEW_ROWS} AND (v.person_id = $2 OR v.is_shared) ORDER BY v.person_id <> $2, v.name, v.id`, [organizationId, personId]);
  }

  /** Null once it was removed. */
  async byId(request: RequestContext, id: string): Promise<SavedViewView | null> {
    const [row] = await request.reading.inOrganization<SavedViewView>(`${SAVED_VIEW_ROWS} AND v.id = $2`, [request.actor.organizationId, id]);
    return row ?? null;
  }
}
