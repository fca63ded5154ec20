import { Injectable } from '@nestjs/common';
import type { Leave } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export interface LeaveView extends Leave {
  readonly id: string;
  readonly version: number;
}

const LEAVE_ROWS = 'SELECT l.id, l.person_id AS "personId", l.starts_on AS "startsOn", l.ends_on AS "endsOn", l.version FROM plexus.leave l WHERE l.organization_id = $1';

@Injectable()
export class LeaveQueries {
  /** Running or to come. */
  current(request: RequestContext): Promise<LeaveView[]> {
    const { organizationId, today } = request.actor;
    return request.reading.inOrganization<LeaveView>(`${LEAVE_ROWS} AND l.ends_on >= $2 ORDER BY l.starts_on, l.id`, [organizationId, today]);
  }

  /** Null once it was taken away. */
  async byId(request: RequestContext, id: string): Promise<LeaveView | null> {
    const [row] = await request.reading.inOrganization<LeaveView>(`${LEAVE_ROWS} AND l.id = $2`, [request.actor.organizationId, id]);
    return row ?? null;
  }
}
