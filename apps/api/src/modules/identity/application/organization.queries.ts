import { Injectable } from '@nestjs/common';
import type { Day } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export interface OrganizationView {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly today: Day;
}

@Injectable()
export class OrganizationQueries {
  async own(request: RequestContext): Promise<OrganizationView> {
    const { organizationId, timeZone, today } = request.actor;
    const [row] = await request.reading.list<{ name: string }>('SELECT o.name FROM plexus.organization o WHERE o.organization_id = $1', [organizationId]);
    if (!row) throw notFound();
    return { id: organizationId, name: row.name, timeZone, today };
  }
}
