import { Injectable } from '@nestjs/common';
import { type OrganizationRole, type PersonStatus, checkText, initialsOf, mayInOrganization } from '@plexus/domain';
import { badInput, notFound } from '../../../platform/faults.ts';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly discipline: string | null;
  readonly status: PersonStatus;
  readonly roles: OrganizationRole[];
  readonly version: number;
}

export interface PersonView extends Omit<PersonRow, 'email'> {
  readonly initials: string;
  /** Null unless the viewer manages people or is the person. */
  readonly email: string | null;
}

const COLUMNS = `p.id, p.name, p.email, p.discipline, p.status, p.version,
  ARRAY(SELECT r.role FROM plexus.organization_role r WHERE r.organization_id = p.organization_id AND r.person_id = p.id ORDER BY r.role) AS roles`;

function toView(row: PersonRow, request: RequestContext): PersonView {
  const { personId, organizationRoles, discipline } = request.actor;
  const showsEmail = row.id === personId || mayInOrganization('people:manage', { organizationRoles, discipline });
  return { ...row, initials: initialsOf(row.name), email: showsEmail ? row.email : null };
}

@Injectable()
export class PeopleBatch implements Batch<string, PersonView, RequestContext> {
  async loadAll(personIds: readonly string[], request: RequestContext): Promise<(PersonView | Error)[]> {
    const rows = await request.reading.inOrganization<PersonRow>(`SELECT ${COLUMNS} FROM plexus.person p WHERE p.organization_id = $1 AND p.id = ANY ($2)`, [
      request.actor.organizationId,
      personIds,
    ]);
    const byId = new Map(rows.map((row) => [row.id, toView(row, request)]));
    return personIds.map((id) => byId.get(id) ?? notFound());
  }
}

/** The people of the actor's organization. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly people: PeopleBatch,
    names: RecordNames,
  ) {
    names.register('person', (request, _patientId, ids) => this.names(request, ids));
  }

  byId(request: RequestContext, personId: string): Promise<PersonView> {
    return request.loaders.for(this.people).load(personId);
  }

  private async names(request: RequestContext, personIds: readonly string[]): Promise<Map<string, string>> {
    const people = await request.loaders.for(this.people).loadMany(personIds);
    return new Map(people.flatMap((person) => (person instanceof Error ? [] : [[person.id, person.name]])));
  }

  async list(request: RequestContext, search: string | null, withInactive: boolean): Promise<PersonView[]> {
    const wrong = search === null ? null : checkText('search', search, 'line');
    if (wrong) throw badInput('search', wrong.message, wrong.code);
    const rows = await request.reading.list<PersonRow>(
      `SELECT ${COLUMNS} FROM plexus.person p
        WHERE p.organization_id = $1 AND ($2::boolean OR p.status IN ('active', 'invited'))
          AND ($3::text IS NULL OR strpos(lower(p.name), lower($3)) > 0 OR strpos(coalesce(p.discipline, ''), lower($3)) > 0)
        ORDER BY p.name, p.id`,
      [request.actor.organizationId, withInactive, search?.trim() || null],
    );
    return rows.map((row) => toView(row, request));
  }
}
