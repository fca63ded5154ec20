import { Injectable } from '@nestjs/common';
import { problemById } from '@plexus/catalogue';
import { type AllergySeverity, type AllergyStatus, type ContactKind, type Day, type DeviceAnswer, type ProblemStatus, type Sex, ageOn } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { Batch } from '../../../platform/graphql/loaders.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface PatientView {
  readonly id: string;
  readonly revision: number;
  readonly planVersion: number;
  readonly mrn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly birthDate: Day;
  readonly age: number;
  readonly sex: Sex;
  readonly pronouns: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string | null;
}

/** Null for a reader whose part it is not: row-level security then has no row. */
export interface DetailsView {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly allergyStatus: AllergyStatus;
  readonly deviceAnswer: DeviceAnswer;
}

export interface AllergyView {
  readonly id: string;
  readonly substance: string;
  readonly reaction: string | null;
  readonly severity: AllergySeverity;
  readonly recordedOn: Day;
}

export interface ProblemView {
  readonly id: string;
  readonly catalogueId: string;
  readonly name: string;
  readonly since: Day | null;
  readonly note: string | null;
  readonly status: ProblemStatus;
}

export interface ContactView {
  readonly id: string;
  readonly kind: ContactKind;
  readonly openedById: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Contacts shown with a chart; older ones are in the history. */
const MOST_CONTACTS = 50;

const CONTACT_COLUMNS = `c.id, c.kind, c.opened_by_id AS "openedById", c.opened_at AS "openedAt", c.closed_at AS "closedAt"`;

/** Contacts by id, for a history that says in which contact something was done. */
@Injectable()
export class ContactsBatch implements Batch<{ readonly patientId: string; readonly contactId: string }, ContactView | null, RequestContext> {
  async loadAll(keys: readonly { readonly patientId: string; readonly contactId: string }[], request: RequestContext): Promise<(ContactView | null)[]> {
    const found = new Map<string, ContactView>();
    for (const patientId of new Set(keys.map((key) => key.patientId))) {
      const rows = await request.reading.about<ContactView>(
        patientId,
        `SELECT ${CONTACT_COLUMNS} FROM plexus.contact c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.id = ANY ($3)`,
        [request.actor.organizationId, patientId, keys.map((key) => key.contactId)],
      );
      for (const row of rows) found.set(row.id, row);
    }
    return keys.map((key) => found.get(key.contactId) ?? null);
  }
}

type PatientRow = Omit<PatientView, 'age'>;

const PATIENT_ROWS = `SELECT p.id, r.revision, r.plan_version AS "planVersion", p.mrn, p.given_name AS "givenName", p.family_name AS "familyName",
              p.preferred_name AS "preferredName", p.birth_date AS "birthDate", p.sex, p.pronouns, p.language,
              p.interpreter_needed AS "interpreterNeeded", p.access_needs AS "accessNeeds"
         FROM plexus.patient p
         JOIN plexus.patient_record r ON r.organization_id = p.organization_id AND r.patient_id = p.id`;

/** Patients by id, for a list that goes across them. */
@Injectable()
export class PatientsBatch implements Batch<string, PatientView, RequestContext> {
  async loadAll(patientIds: readonly string[], request: RequestContext): Promise<(PatientView | Error)[]> {
    const { organizationId, today } = request.actor;
    const rows = await request.reading.aboutMany<PatientRow>(patientIds, `${PATIENT_ROWS} WHERE p.organization_id = $1 AND p.id = ANY ($2)`, [organizationId, patientIds]);
    const found = new Map(rows.map((row) => [row.id, { ...row, age: ageOn(row.birthDate, today) }]));
    return patientIds.map((id) => found.get(id) ?? notFound());
  }
}

@Injectable()
export class PatientQueries {
  constructor(
    private readonly patients: PatientsBatch,
    names: RecordNames,
  ) {
    names.register('problem', (request, patientId, ids) => this.problemNames(request, patientId, ids));
    names.register('allergy', (request, patientId, ids) => this.allergyNames(request, patientId, ids));
  }

  async byId(request: RequestContext, patientId: string): Promise<PatientView> {
    const [row] = await request.reading.about<PatientRow>(patientId, `${PATIENT_ROWS} WHERE p.organization_id = $1 AND p.id = $2`, [request.actor.organizationId, patientId]);
    if (!row) throw notFound();
    return { ...row, age: ageOn(row.birthDate, request.actor.today) };
  }

  /** One of the many whom a list names: all of them in one statement. */
  ofList(request: RequestContext, patientId: string): Promise<PatientView> {
    return request.loaders.for(this.patients).load(patientId);
  }

  details(request: RequestContext, patientId: string): Promise<DetailsView | null> {
    return request.once(`details ${patientId}`, () => this.readDetails(request, patientId));
  }

  private async readDetails(request: RequestContext, patientId: string): Promise<DetailsView | null> {
    const [row] = await request.reading.about<DetailsView>(
      patientId,
      `SELECT d.phone, d.email, d.address, d.allergy_status AS "allergyStatus", d.device_answer AS "deviceAnswer" FROM plexus.patient_details d WHERE d.organization_id = $1 AND d.patient_id = $2`,
      [request.actor.organizationId, patientId],
    );
    return row ?? null;
  }

  allergies(request: RequestContext, patientId: string): Promise<AllergyView[]> {
    return request.reading.about<AllergyView>(
      patientId,
      `SELECT a.id, a.substance, a.reaction, a.severity, a.recorded_on AS "recordedOn" FROM plexus.allergy a
        WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.status = 'active' ORDER BY a.substance, a.id`,
      [request.actor.organizationId, patientId],
    );
  }

  async problems(request: RequestContext, patientId: string): Promise<ProblemView[]> {
    const rows = await request.reading.about<Omit<ProblemView, 'name'>>(
      patientId,
      `SELECT p.id, p.catalogue_id AS "catalogueId", p.since, p.note, p.status FROM plexus.problem p
        WHERE p.organization_id = $1 AND p.patient_id = $2 AND p.status <> 'entered-in-error' ORDER BY p.status, p.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => ({ ...row, name: problemById(row.catalogueId)?.name ?? row.catalogueId }));
  }

  contacts(request: RequestContext, patientId: string): Promise<ContactView[]> {
    return request.reading.about<ContactView>(
      patientId,
      `SELECT ${CONTACT_COLUMNS} FROM plexus.contact c
        WHERE c.organization_id = $1 AND c.patient_id = $2 ORDER BY c.opened_at DESC, c.id DESC LIMIT ${MOST_CONTACTS}`,
      [request.actor.organizationId, patientId],
    );
  }

  private async problemNames(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; catalogueId: string }>(
      patientId,
      `SELECT p.id, p.catalogue_id AS "catalogueId" FROM plexus.problem p WHERE p.organization_id = $1 AND p.patient_id = $2 AND p.id = ANY ($3)`,
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, problemById(row.catalogueId)?.name ?? row.catalogueId]));
  }

  private async allergyNames(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; substance: string }>(
      patientId,
      'SELECT a.id, a.substance FROM plexus.allergy a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = ANY ($3)',
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.substance]));
  }
}
