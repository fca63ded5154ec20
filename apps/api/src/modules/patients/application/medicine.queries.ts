import { Injectable } from '@nestjs/common';
import { drugClassById, drugClassesIn, namedSubstanceById } from '@plexus/catalogue';
import type { Day, Medicine, MedicineStatus, SubstanceAnswer } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface MedicineView extends Medicine {
  readonly id: string;
  readonly revision: number;
  readonly status: MedicineStatus;
  /** Names of the catalogue's classes it belongs to; empty: not checked. */
  readonly classes: readonly string[];
  readonly isOpioid: boolean;
}

export interface NamedSubstanceView {
  readonly id: string;
  readonly substance: string;
  readonly answer: SubstanceAnswer;
  readonly answeredOn: Day;
  readonly answeredById: string;
}

export interface ListCheck {
  readonly last: { readonly on: Day; readonly asOf: number; readonly byId: string } | null;
  /** The newest revision that wrote a medicine of the list; 0 when there is none. */
  readonly changed: number;
}

@Injectable()
export class MedicineQueries {
  constructor(names: RecordNames) {
    names.register('medicine', (request, patientId, ids) => this.names(request, patientId, 'SELECT m.id, m.drug AS name FROM plexus.medicine m WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.id = ANY ($3)', ids));
    names.register('reconciliation', (_request, _patientId, ids) => Promise.resolve(new Map(ids.map((id) => [id, 'Medicines']))));
    names.register('named-substance', async (request, patientId, ids) => {
      const found = await this.names(request, patientId, 'SELECT s.id, s.substance AS name FROM plexus.named_substance s WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.id = ANY ($3)', ids);
      return new Map([...found].map(([id, substance]) => [id, namedSubstanceById(substance)?.name ?? substance]));
    });
  }

  /** What is taken first, each by name; what was entered in error was never taken. */
  async medicines(request: RequestContext, patientId: string): Promise<MedicineView[]> {
    const rows = await request.reading.about<Omit<MedicineView, 'classes' | 'isOpioid'>>(
      patientId,
      `SELECT m.id, m.revision, m.drug, m.dose_amount AS "doseAmount", m.dose_unit AS "doseUnit", m.route, m.times_per_day AS "timesPerDay", m.as_needed AS "asNeeded", m.since, m.until,
              m.kind, m.source, m.prescriber, m.note, m.monitoring_checked_on AS "monitoringCheckedOn", m.agreement_on AS "agreementOn", m.has_naloxone AS "hasNaloxone",
              m.morphine_equivalent AS "morphineEquivalent", m.morphine_equivalent_source AS "morphineEquivalentSource", m.status
         FROM plexus.medicine m WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.status <> 'entered-in-error' ORDER BY m.status, lower(m.drug), m.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => {
      const classes = drugClassesIn(row.drug);
      return { ...row, classes: classes.map((id) => drugClassById(id)!.name), isOpioid: classes.includes('opioid') };
    });
  }

  namedSubstances(request: RequestContext, patientId: string): Promise<NamedSubstanceView[]> {
    return request.reading.about<NamedSubstanceView>(
      patientId,
      `SELECT s.id, s.substance, s.answer, s.answered_on AS "answeredOn", s.answered_by_id AS "answeredById" FROM plexus.named_substance s
        WHERE s.organization_id = $1 AND s.patient_id = $2 ORDER BY s.substance`,
      [request.actor.organizationId, patientId],
    );
  }

  async listCheck(request: RequestContext, patientId: string): Promise<ListCheck> {
    const [row] = await request.reading.about<ListCheck>(
      patientId,
      `SELECT coalesce(max(m.revision), 0) AS changed, (
                SELECT json_build_object('on', r."on", 'asOf', r.as_of, 'byId', r.by_id) FROM plexus.reconciliation r
                 WHERE r.organization_id = $1 AND r.patient_id = $2 ORDER BY r.revision DESC LIMIT 1) AS last
         FROM plexus.medicine m WHERE m.organization_id = $1 AND m.patient_id = $2
       HAVING count(*) > 0 OR EXISTS (SELECT FROM plexus.reconciliation r WHERE r.organization_id = $1 AND r.patient_id = $2)`,
      [request.actor.organizationId, patientId],
    );
    return row ?? { changed: 0, last: null };
  }

  private async names(request: RequestContext, patientId: string, sql: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(patientId, sql, [request.actor.organizationId, patientId, ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
