import { Injectable } from '@nestjs/common';
import { problemById } from '@plexus/catalogue';
import { type Day, type TeamRole, ageOn, checkText } from '@plexus/domain';
import { badInput } from '../../../platform/faults.ts';
import { type Connection, checkFirst, readCursor, toConnection } from '../../../platform/graphql/connection.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export const CASELOAD_SORTS = ['name', 'next-review'] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

export interface CaseloadMemberView {
  readonly personId: string;
  readonly discipline: string;
  readonly role: TeamRole;
}

export interface CaseloadPatientView {
  readonly id: string;
  readonly mrn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly birthDate: Day;
  readonly age: number;
  readonly pronouns: string | null;
  readonly problems: readonly string[];
  readonly team: readonly CaseloadMemberView[];
  readonly openGoals: number;
  readonly ownerlessGoals: number;
  readonly reviewDate: Day | null;
  readonly revision: number;
  /** The viewer never reviewed the record. */
  readonly isNewToViewer: boolean;
  /** Revisions by others since the viewer’s review: 100 stands for as many or more. Also 0 for a reader whose part does not include the history. */
  readonly unread: number;
}

interface Row extends Omit<CaseloadPatientView, 'age' | 'problems' | 'team'> {
  readonly problems: string[] | null;
  readonly team: CaseloadMemberView[] | null;
  readonly total: number;
}

// A patient without a review date comes after all that have one.
const SORT_KEYS: Record<CaseloadSort, string> = {
  name: `ROW(''::text, p.family_name, p.given_name, p.id::text)`,
  'next-review': `ROW(coalesce(pl.review_date::text, '9999-12-31'), p.family_name, p.given_name, p.id::text)`,
};

/** Every patient whom the reader reaches, a line each. It lies with the plan because it shows how each plan stands. */
@Injectable()
export class CaseloadQueries {
  async page(request: RequestContext, search: string | null, sort: CaseloadSort, first: number, after: string | null): Promise<Connection<CaseloadPatientView>> {
    const wanted = search?.trim() || null;
    const wrong = wanted === null ? null : checkText('search', wanted, 'line');
    if (wrong) throw badInput('search', wrong.message, wrong.code);
    const { organizationId, today, personId, organizationRoles } = request.actor;
    // Whom a coordinator reaches is everybody; everybody else's panel is named, so that its patients are looked up and not sought among all.
    const panel = organizationRoles.includes('coordinator') ? '' : 'AND p.id = ANY (ARRAY(SELECT r.patient_id FROM plexus.reach r))';
    const key = readCursor(after, ['text', 'text', 'text', 'id']) ?? [null, null, null, null];
    const matching = `p.organization_id = $1 ${panel} AND ($2::text IS NULL
      OR strpos(lower(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)), lower($2)) > 0 OR strpos(lower(p.mrn), lower($2)) > 0)`;
    const rows = await request.reading.list<Row>(
      `WITH page AS (
         SELECT p.id, p.mrn, p.given_name, p.family_name, p.preferred_name, p.birth_date, p.pronouns, pl.review_date
           FROM plexus.patient p
           LEFT JOIN plexus.plan pl ON pl.organization_id = p.organization_id AND pl.patient_id = p.id
          WHERE ${matching} AND ($3::text IS NULL OR ${SORT_KEYS[sort]} > ROW($3::text, $4::text, $5::text, $6::text))
          ORDER BY ${SORT_KEYS[sort]} LIMIT $7)
       SELECT p.id, p.mrn, p.given_name AS "givenName", p.family_name AS "familyName", p.preferred_name AS "preferredName", p.birth_date AS "birthDate", p.pronouns,
              p.review_date AS "reviewDate", r.revision,
              (SELECT json_agg(x.catalogue_id ORDER BY x.id) FROM plexus.problem x WHERE x.organization_id = $1 AND x.patient_id = p.id AND x.status = 'active') AS problems,
              (SELECT json_agg(json_build_object('personId', m.person_id, 'discipline', m.discipline, 'role', m.role) ORDER BY m.role <> 'lead', m.valid_from, m.id)
                 FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = p.id AND m.valid_from <= $8 AND (m.valid_to IS NULL OR m.valid_to >= $8)) AS team,
              g.open AS "openGoals", g.ownerless AS "ownerlessGoals",
              s.revision IS NULL AND EXISTS (SELECT FROM plexus.revision v WHERE v.organization_id = $1 AND v.patient_id = p.id AND v.number = 1) AS "isNewToViewer",
              CASE WHEN s.revision < r.revision THEN plexus.unread_revisions(p.id, s.revision) ELSE 0 END AS unread,
              (SELECT count(*) FROM plexus.patient p WHERE ${matching}) AS total
         FROM page p
         JOIN plexus.patient_record r ON r.organization_id = $1 AND r.patient_id = p.id
         LEFT JOIN plexus.seen_mark s ON s.organization_id = $1 AND s.patient_id = p.id AND s.person_id = $9
         CROSS JOIN LATERAL (
           SELECT count(*) AS open, count(*) FILTER (WHERE g.owner_id IS NULL) AS ownerless
             FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = p.id AND g.status IN ('proposed', 'active', 'on-hold')) g
        ORDER BY ${SORT_KEYS[sort].replaceAll('pl.', 'p.')}`,
      [organizationId, wanted, ...key, checkFirst(first) + 1, today, personId],
    );
    return toConnection(
      rows,
      first,
      rows[0]?.total ?? 0,
      (row) => [sort === 'name' ? '' : (row.reviewDate ?? '9999-12-31'), row.familyName, row.givenName, row.id],
      (row) => ({
        ...row,
        age: ageOn(row.birthDate, today),
        problems: (row.problems ?? []).map((id) => problemById(id)?.name ?? id),
        team: row.team ?? [],
      }),
    );
  }
}
