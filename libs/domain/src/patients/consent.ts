import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays, checkOrder, checkPastDay, overlap, periodOf } from '../text/day.ts';
import { checkText, checkTexts } from '../text/text.ts';
import { checkReason } from './patient.ts';

/** What the record keeps; whether it is in force follows from the day. */
export const CONSENT_STATUSES = ['given', 'withdrawn', 'entered-in-error'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

export const CONSENT_STATES = ['not-yet', 'in-force', 'ended', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Who speaks: the patient, or a representative who is named. */
export const CONSENT_VOICES = ['patient', 'representative'] as const;
export type ConsentVoice = (typeof CONSENT_VOICES)[number];

export const CONSENT_FORMS = ['written', 'spoken', 'recorded'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

export interface ConsentDetails {
  /** A kind of consent of the catalogue. */
  readonly kind: string;
  /** The relative, friend or clinic that it is about. */
  readonly partyName: string | null;
  readonly partyRelation: string | null;
  /** What exactly, where the kind does not say it. */
  readonly scope: string | null;
  readonly givenOn: Day;
  readonly givenBy: ConsentVoice;
  readonly representative: string | null;
  readonly how: ConsentForm;
  readonly validFrom: Day;
  /** The last day, inclusive; null: until it is withdrawn. */
  readonly validTo: Day | null;
  readonly note: string | null;
}

/** What the rules must know of a kind of the catalogue. */
export interface ConsentRule {
  readonly party: 'relative' | 'clinic' | null;
  /** Fixed words; null: the patient's own. */
  readonly scope: string | null;
}

type Standing = Pick<ConsentDetails, 'kind' | 'partyName' | 'validFrom' | 'validTo'> & { readonly status: string };

const STATE_OF_PERIOD = { future: 'not-yet', current: 'in-force', past: 'ended' } as const;

/** On a day; the database says the same of a peer mentor's in `reach`. */
export const consentState = ({ status, validFrom, validTo }: Pick<Standing, 'status' | 'validFrom' | 'validTo'>, today: Day): ConsentState =>
  status === 'withdrawn' ? 'withdrawn' : STATE_OF_PERIOD[periodOf(today, validFrom, validTo)];

const sameMatter = (a: Standing, b: ConsentDetails): boolean => a.kind === b.kind && (a.partyName ?? '').toLowerCase() === (b.partyName ?? '').toLowerCase();

const checkVoice = (voice: ConsentVoice, name: string | null, field: string): Violation | null => checkText(field, name ?? '', 'name', { required: voice === 'representative' });

/** The whole consent as it would stand. `others`: those of the patient beside it: of two that cover one day, withdrawing one would change nothing. */
export function checkConsent(consent: ConsentDetails, kind: ConsentRule | undefined, others: readonly Standing[], birthDate: Day, today: Day): Result<void, RuleViolation> {
  const period = { from: consent.validFrom, to: consent.validTo };
  const covered = others.some((other) => other.status === 'given' && sameMatter(other, consent) && overlap({ from: other.validFrom, to: other.validTo }, period));
  const names = kind !== undefined && kind.party !== null;
  return unless([
    kind ? null : violation('CONSENT_UNKNOWN', 'The catalogue has no such consent.', 'kind'),
    checkText('partyName', consent.partyName ?? '', 'name', { required: names }),
    ...checkTexts(false, ['partyRelation', consent.partyRelation, 'name'], ['scope', consent.scope, 'paragraph'], ['note', consent.note, 'paragraph']),
    kind && !names && consent.partyName !== null ? violation('CONSENT_NAMES_NOBODY', 'This kind of consent names nobody. Leave the name out.', 'partyName') : null,
    kind && kind.party !== 'relative' && consent.partyRelation !== null ? violation('CONSENT_NAMES_NOBODY', 'This kind of consent has no relation. Leave it out.', 'partyRelation') : null,
    kind && kind.scope !== null && consent.scope !== null ? violation('CONSENT_SCOPE_FIXED', 'What this consent covers is fixed. Write what else was said as a note.', 'scope') : null,
    checkPastDay('givenOn', consent.givenOn, today, birthDate),
    checkVoice(consent.givenBy, consent.representative, 'representative'),
    consent.validFrom < consent.givenOn ? violation('CONSENT_BEFORE_GIVEN', 'It cannot hold before it was given.', 'validFrom') : null,
    checkOrder(consent.validFrom, consent.validTo, 'validTo'),
    ...checkNearDays(today, ['validFrom', consent.validFrom], ['validTo', consent.validTo]),
    covered ? violation('CONSENT_COVERED', 'Another consent of this kind covers some of these days. Change or withdraw that one.', 'validFrom') : null,
  ]);
}

const checkStands = ({ status }: { status: string }): Violation | null =>
  status === 'given' ? null : violation('CONSENT_WITHDRAWN', 'This consent was withdrawn already. Record a new one.', 'consentId');

/** What was withdrawn stays as it was: the patient agrees anew, or not. */
export const checkConsentEdit = (consent: { status: string }): Result<void, RuleViolation> => unless([checkStands(consent)]);

export interface Withdrawal {
  readonly withdrawnOn: Day;
  readonly withdrawnBy: ConsentVoice;
  readonly withdrawnRepresentative: string | null;
  readonly withdrawnHow: ConsentForm;
}

/** It takes effect when it is recorded, whatever day the patient said it on. */
export function withdrawConsent(consent: { status: string; givenOn: Day }, given: Withdrawal, birthDate: Day, today: Day): Result<void, RuleViolation> {
  return unless([
    checkStands(consent),
    checkPastDay('withdrawnOn', given.withdrawnOn, today, birthDate),
    given.withdrawnOn < consent.givenOn ? violation('WITHDRAWN_BEFORE_GIVEN', 'This is before it was given.', 'withdrawnOn') : null,
    checkVoice(given.withdrawnBy, given.withdrawnRepresentative, 'withdrawnRepresentative'),
  ]);
}

export const markConsentInError = (consent: { status: string }, reason: string): Result<void, RuleViolation> =>
  unless([
    checkReason(reason),
    consent.status === 'entered-in-error' ? violation('IN_ERROR_ALREADY', 'This was marked as entered in error already.', 'consentId') : null,
  ]);
