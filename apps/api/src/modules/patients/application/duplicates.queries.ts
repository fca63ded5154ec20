import { Injectable } from '@nestjs/common';
import { type Day, checkText, tidy } from '@plexus/domain';
import { badInput } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';

export type DuplicateKind = 'same-mrn' | 'same-name-and-birth-date' | 'similar-name';
export const DUPLICATE_KINDS = ['same-mrn', 'same-name-and-birth-date', 'similar-name'] as const;

/** The names are null when the viewer may not know that patient: only that there is one, so that nobody is entered twice. */
export interface LikelyDuplicate {
  readonly patientId: string | null;
  readonly name: string | null;
  readonly mrn: string | null;
  readonly birthDate: Day | null;
  readonly kind: DuplicateKind;
}

export interface NewcomerGiven {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate?: Day | null;
  readonly mrn?: string | null;
}

/** More would not be read while a form is filled in. */
const MOST_SHOWN = 5;

@Injectable()
export class DuplicatesQueries {
  /** Patients of the organization that resemble a newcomer. Of those whom the viewer does not reach only an exact likeness is told, and never who it is. */
  async find(request: RequestContext, given: NewcomerGiven): Promise<LikelyDuplicate[]> {
    for (const [field, text] of [['givenName', given.givenName], ['familyName', given.familyName], ['mrn', given.mrn ?? '']] as const) {
      const wrong = checkText(field, text, 'name');
      if (wrong) throw badInput(field, wrong.message, wrong.code);
    }
    const found = await request.reading.list<{ id: string; kind: DuplicateKind }>('SELECT * FROM plexus.likely_duplicates($1, $2, $3, $4)', [
      tidy(given.givenName),
      tidy(given.familyName),
      given.birthDate ?? null,
      given.mrn ? tidy(given.mrn) : null,
    ]);
    const known = await request.reading.list<{ id: string; name: string; mrn: string; birthDate: Day }>(
      `SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.mrn, p.birth_date AS "birthDate" FROM plexus.patient p WHERE p.organization_id = $1 AND p.id = ANY ($2)`,
      [request.actor.organizationId, found.map((row) => row.id)],
    );
    const byId = new Map(known.map((row) => [row.id, row]));
    const likely = found.flatMap(({ id, kind }): LikelyDuplicate[] => {
      const patient = byId.get(id);
      if (patient) return [{ patientId: id, name: patient.name, mrn: patient.mrn, birthDate: patient.birthDate, kind }];
      return kind === 'similar-name' ? [] : [{ patientId: null, name: null, mrn: null, birthDate: null, kind }];
    });
    return likely.slice(0, MOST_SHOWN);
  }
}
