import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW, YESTERDAY } from '../testing/index.ts';
import { type ConsentDetails, type ConsentRule, type Withdrawal, checkConsent, checkConsentEdit, consentState, markConsentInError, withdrawConsent } from './consent.ts';

const BORN = '1980-03-14';
const MENTOR: ConsentRule = { party: null, scope: 'The plan' };
const RELATIVE: ConsentRule = { party: 'relative', scope: null };
const CLINIC: ConsentRule = { party: 'clinic', scope: null };
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const aConsent = (given: Partial<ConsentDetails> = {}): ConsentDetails => ({
  kind: 'peer-mentor-sees-plan', partyName: null, partyRelation: null, scope: null, givenOn: TODAY, givenBy: 'patient', representative: null, how: 'spoken', validFrom: TODAY, validTo: null, note: null, ...given,
});
const check = (given: Partial<ConsentDetails>, kind: ConsentRule | undefined = MENTOR, others: Parameters<typeof checkConsent>[2] = []) => wrong(checkConsent(aConsent(given), kind, others, BORN, TODAY));

describe('a consent', () => {
  it.each([
    ['yesterday was its last day', { validFrom: '2026-01-01', validTo: YESTERDAY }, 'ended'],
    ['today is its last day', { validFrom: '2026-01-01', validTo: TODAY }, 'in-force'],
    ['it begins today', { validFrom: TODAY, validTo: null }, 'in-force'],
    ['it begins tomorrow', { validFrom: TOMORROW, validTo: null }, 'not-yet'],
  ])('when %s', (_, period, state) => {
    expect(consentState({ status: 'given', ...period }, TODAY)).toBe(state);
    expect(consentState({ status: 'withdrawn', ...period }, TODAY)).toBe('withdrawn');
  });

  it.each<[string, ConsentRule | undefined, Partial<ConsentDetails>, string[]]>([
    ['with the least', MENTOR, {}, []],
    ['for a relative with everything', RELATIVE, { kind: 'relative-told', partyName: 'Efua Reyes', partyRelation: 'Sister', scope: 'Appointments', validTo: '2027-11-23' }, []],
    ['by a representative who is named', MENTOR, { givenBy: 'representative', representative: 'Efua Reyes' }, []],
    ['by a representative whom nobody knows', MENTOR, { givenBy: 'representative', representative: ' ' }, ['representative REQUIRED']],
    ['for a relative without a name', RELATIVE, { kind: 'relative-told' }, ['partyName REQUIRED']],
    ['for a clinic with a relation', CLINIC, { kind: 'outside-clinic', partyName: 'Harbour Clinic', partyRelation: 'Sister' }, ['partyRelation CONSENT_NAMES_NOBODY']],
    ['for nobody in particular, with a name', MENTOR, { partyName: 'Philippa' }, ['partyName CONSENT_NAMES_NOBODY']],
    ['whose scope is fixed, with another', MENTOR, { scope: 'All of it' }, ['scope CONSENT_SCOPE_FIXED']],
    ['of no kind of the catalogue', undefined, { kind: 'anything' }, ['kind CONSENT_UNKNOWN']],
    ['that will be given', MENTOR, { givenOn: TOMORROW, validFrom: TOMORROW }, ['givenOn DATE_IN_FUTURE']],
    ['that was given before the patient was born', MENTOR, { givenOn: '1980-03-13' }, ['givenOn DATE_TOO_EARLY']],
    ['that holds before it was given', MENTOR, { validFrom: YESTERDAY }, ['validFrom CONSENT_BEFORE_GIVEN']],
    ['that ends before it begins', MENTOR, { validTo: YESTERDAY }, ['validTo END_BEFORE_START']],
    ['from far away', MENTOR, { validFrom: '2062-11-23' }, ['validFrom DATE_TOO_FAR']],
    ['until far away', MENTOR, { validTo: '2126-11-23' }, ['validTo DATE_TOO_FAR']],
  ])('%s', (_, kind, given, refusals) => {
    // `undefined` would take the default kind.
    expect(kind ? check(given, kind) : wrong(checkConsent(aConsent(given), undefined, [], BORN, TODAY))).toEqual(refusals);
  });

  it('is the only one of its kind on any day, so that withdrawing it withdraws it', () => {
    const before = { kind: 'peer-mentor-sees-plan', partyName: null, validFrom: '2026-01-01', validTo: TODAY, status: 'given' };
    expect(check({}, MENTOR, [before])).toEqual(['validFrom CONSENT_COVERED']);
    expect(check({ validFrom: TOMORROW }, MENTOR, [before])).toEqual([]);
    expect(check({}, MENTOR, [{ ...before, status: 'withdrawn' }, { ...before, kind: 'email' }])).toEqual([]);
    const sister = { ...before, kind: 'relative-told', partyName: 'EFUA REYES' };
    expect(check({ kind: 'relative-told', partyName: 'Efua Reyes' }, RELATIVE, [sister])).toEqual(['validFrom CONSENT_COVERED']);
    expect(check({ kind: 'relative-told', partyName: 'Kofi Reyes' }, RELATIVE, [sister])).toEqual([]);
  });

  it('is withdrawn once, between the day it was given and today, by the patient or somebody who is named', () => {
    const withdraw = (given: Partial<Withdrawal>, status = 'given') =>
      wrong(withdrawConsent({ status, givenOn: YESTERDAY }, { withdrawnOn: TODAY, withdrawnBy: 'patient', withdrawnRepresentative: null, withdrawnHow: 'spoken', ...given }, BORN, TODAY));
    expect(withdraw({})).toEqual([]);
    expect(withdraw({ withdrawnOn: YESTERDAY })).toEqual([]);
    expect(withdraw({ withdrawnOn: '2026-11-21' })).toEqual(['withdrawnOn WITHDRAWN_BEFORE_GIVEN']);
    expect(withdraw({ withdrawnOn: TOMORROW })).toEqual(['withdrawnOn DATE_IN_FUTURE']);
    expect(withdraw({ withdrawnBy: 'representative' })).toEqual(['withdrawnRepresentative REQUIRED']);
    expect(withdraw({}, 'withdrawn')).toEqual(['consentId CONSENT_WITHDRAWN']);
  });

  it('that was withdrawn is not edited, and one in error is so once', () => {
    expect(['given', 'withdrawn', 'entered-in-error'].map((status) => wrong(checkConsentEdit({ status })))).toEqual([[], ['consentId CONSENT_WITHDRAWN'], ['consentId CONSENT_WITHDRAWN']]);
    expect(['given', 'withdrawn', 'entered-in-error'].map((status) => wrong(markConsentInError({ status }, 'Another patient’s')))).toEqual([[], [], ['consentId IN_ERROR_ALREADY']]);
  });
});
