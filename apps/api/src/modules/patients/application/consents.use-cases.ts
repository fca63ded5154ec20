import { Injectable } from '@nestjs/common';
import { consentKindById } from '@plexus/catalogue';
import { type ConsentDetails, type ConsentForm, type ConsentVoice, type Day, type Result, type Violation, checkCleared, checkConsent, checkConsentEdit, markConsentInError, ok, tidyOptional, unless, violation, withdrawConsent } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { CONSENT, type ConsentEntity } from '../persistence/consent.entity.ts';
import { PATIENT } from '../persistence/patient.entities.ts';

/** Absent: leave. Null: clear. What a consent is for does not change: that would be another consent. */
type ConsentGiven = { readonly [F in Exclude<keyof ConsentDetails, 'kind'>]?: ConsentDetails[F] | null };
type Required = 'givenOn' | 'givenBy' | 'how' | 'validFrom';

export interface RecordConsent extends Command, Omit<ConsentGiven, Required>, Pick<ConsentDetails, 'kind' | Required> {}

export interface EditConsent extends Command, ConsentGiven {
  readonly consentId: string;
}

export interface WithdrawConsent extends Command {
  readonly consentId: string;
  readonly withdrawnOn: Day;
  readonly withdrawnBy: ConsentVoice;
  readonly withdrawnRepresentative?: string | null;
  readonly withdrawnHow: ConsentForm;
}

export interface MarkConsentInError extends Command {
  readonly consentId: string;
  readonly reason: string;
}

const TEXTS = ['partyName', 'partyRelation', 'scope', 'representative', 'note'] as const;
const VALUES = ['givenOn', 'givenBy', 'how', 'validFrom', 'validTo'] as const;

/** What was given, as it is stored. */
const stored = (given: ConsentGiven): Partial<ConsentDetails> =>
  Object.fromEntries([
    ...TEXTS.filter((field) => given[field] !== undefined).map((field) => [field, tidyOptional(given[field])]),
    ...VALUES.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
  ]) as Partial<ConsentDetails>;

/** Nobody represents a patient who speaks for themself. */
const representativeOf = (voice: ConsentVoice, name: string | null | undefined): string | null => (voice === 'representative' ? tidyOptional(name) : null);

/** The same rule once more, by the database: what to say when it is the one that finds it broken. */
const CONSTRAINTS: Record<string, Violation> = {
  consent_once: violation('CONSENT_COVERED', 'Another consent of this kind covers some of these days. Change or withdraw that one.', 'validFrom'),
};

async function check(record: OpenRecord, actor: Actor, consent: ConsentDetails, others: readonly ConsentEntity[]) {
  const { birthDate } = await record.load(PATIENT, record.patientId);
  return checkConsent(consent, consentKindById(consent.kind), others, birthDate, actor.today);
}

@Injectable()
export class RecordConsentUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RecordConsent): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'consent.record', action: 'patient:edit', command, constraints: CONSTRAINTS }, async (record) => {
      const { kind, givenOn, givenBy, how, validFrom } = command;
      const given: ConsentDetails = {
        partyName: null, partyRelation: null, scope: null, validTo: null, note: null, ...stored(command), kind, givenOn, givenBy, how, validFrom,
        representative: representativeOf(givenBy, command.representative),
      };
      const checked = await check(record, actor, given, await record.all(CONSENT));
      if (!checked.ok) return checked;
      const consent = {
        ...given, id: newId(), patientId: record.patientId, status: 'given' as const, withdrawnOn: null, withdrawnBy: null, withdrawnRepresentative: null, withdrawnHow: null,
      };
      await record.add(CONSENT, consent);
      return ok({ entityId: consent.id });
    });
  }
}

@Injectable()
export class EditConsentUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditConsent): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'consent.edit', action: 'patient:edit', command, constraints: CONSTRAINTS }, async (record) => {
      const consent = await record.load(CONSENT, command.consentId);
      const required = unless(checkCleared(command, 'givenOn', 'givenBy', 'how', 'validFrom'));
      if (!required.ok) return required;
      const given = stored(command);
      const { representative = consent.representative } = given;
      const patch = { ...given, representative: representativeOf(given.givenBy ?? consent.givenBy, representative) };
      await record.checkConflicts(CONSENT, consent, patch);
      const allowed = checkConsentEdit(consent);
      if (!allowed.ok) return allowed;
      const checked = await check(record, actor, { ...consent, ...patch }, (await record.all(CONSENT)).filter(({ id }) => id !== consent.id));
      if (!checked.ok) return checked;
      await record.edit(CONSENT, consent, patch);
      return ok({ entityId: consent.id });
    });
  }
}

/** Never held up by what others changed of the consent meanwhile: it overwrites nothing of theirs, and a patient's no counts at once. */
@Injectable()
export class WithdrawConsentUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: WithdrawConsent): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'consent.withdraw', action: 'patient:edit', command }, async (record) => {
      const consent = await record.load(CONSENT, command.consentId);
      const { withdrawnOn, withdrawnBy, withdrawnHow } = command;
      const given = { withdrawnOn, withdrawnBy, withdrawnHow, withdrawnRepresentative: representativeOf(withdrawnBy, command.withdrawnRepresentative) };
      const checked = withdrawConsent(consent, given, (await record.load(PATIENT, record.patientId)).birthDate, actor.today);
      if (!checked.ok) return checked;
      await record.edit(CONSENT, consent, { ...given, status: 'withdrawn' });
      return ok({ entityId: consent.id });
    });
  }
}

@Injectable()
export class MarkConsentInErrorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MarkConsentInError): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'consent.mark-in-error', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const consent = await record.load(CONSENT, command.consentId);
      const checked = markConsentInError(consent, command.reason);
      if (!checked.ok) return checked;
      await record.checkConflicts(CONSENT, consent, { status: 'entered-in-error' });
      await record.edit(CONSENT, consent, { status: 'entered-in-error' });
      return ok({ entityId: consent.id });
    });
  }
}

export const consentUseCases = [RecordConsentUseCase, EditConsentUseCase, WithdrawConsentUseCase, MarkConsentInErrorUseCase];
