import { Injectable } from '@nestjs/common';
import { consentKindById } from '@plexus/catalogue';
import { type ConsentDetails, type ConsentForm, type ConsentState, type ConsentStatus, type ConsentVoice, type Day, consentState } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface ConsentView extends ConsentDetails {
  readonly id: string;
  readonly name: string;
  readonly state: ConsentState;
  readonly withdrawnOn: Day | null;
  readonly withdrawnBy: ConsentVoice | null;
  readonly withdrawnRepresentative: string | null;
  readonly withdrawnHow: ConsentForm | null;
}

type ConsentRow = Omit<ConsentView, 'name' | 'state'> & { readonly status: ConsentStatus };

const nameOf = (kind: string): string => consentKindById(kind)?.name ?? kind;

@Injectable()
export class ConsentQueries {
  constructor(names: RecordNames) {
    names.register('consent', (request, patientId, ids) => this.names(request, patientId, ids));
  }

  /** The newest first. Its scope is the patient's own words, or what its kind says. */
  async ofPatient(request: RequestContext, patientId: string): Promise<ConsentView[]> {
    const rows = await request.reading.about<ConsentRow>(
      patientId,
      `SELECT c.id, c.kind, c.party_name AS "partyName", c.party_relation AS "partyRelation", c.scope, c.given_on AS "givenOn", c.given_by AS "givenBy", c.representative, c.how,
              c.valid_from AS "validFrom", c.valid_to AS "validTo", c.note, c.status, c.withdrawn_on AS "withdrawnOn", c.withdrawn_by AS "withdrawnBy",
              c.withdrawn_representative AS "withdrawnRepresentative", c.withdrawn_how AS "withdrawnHow"
         FROM plexus.consent c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.status <> 'entered-in-error' ORDER BY c.valid_from DESC, c.id DESC`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => ({ ...row, name: nameOf(row.kind), scope: row.scope ?? consentKindById(row.kind)?.scope ?? null, state: consentState(row, request.actor.today) }));
  }

  private async names(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; kind: string; partyName: string | null }>(
      patientId,
      'SELECT c.id, c.kind, c.party_name AS "partyName" FROM plexus.consent c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.id = ANY ($3)',
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, [nameOf(row.kind), row.partyName].filter(Boolean).join(': ')]));
  }
}
