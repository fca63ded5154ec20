import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW, aPatient } from '../testing/index.ts';
import {
  type AllergyStatus,
  type PatientDetails,
  checkAllergy,
  checkAllergyStatus,
  checkBirthDate,
  checkPatient,
  checkProblem,
  checkReason,
} from './patient.ts';

/** `field CODE` of everything that was refused. */
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

describe('a patient', () => {
  it('is accepted with everything filled in, and with the least', () => {
    expect(wrong(checkPatient(aPatient(), TODAY))).toEqual([]);
    const least = { preferredName: null, pronouns: null, phone: null, email: null, address: null, language: null, accessNeeds: null };
    expect(wrong(checkPatient(aPatient(least), TODAY))).toEqual([]);
  });

  it('is checked in the changed fields only when it is edited', () => {
    expect(wrong(checkPatient({}, TODAY))).toEqual([]);
    expect(wrong(checkPatient({ phone: 'ask her sister' }, TODAY))).toEqual(['phone PHONE_INVALID']);
  });

  it('is told all that is wrong at once', () => {
    const nothingRight: Partial<PatientDetails> = {
      mrn: '#1',
      givenName: '',
      familyName: '  ',
      preferredName: 'x'.repeat(101),
      pronouns: 'she\nher',
      birthDate: '2026-02-30',
      phone: 'none',
      email: 'marisol@',
      address: '\u0000',
      language: 'Spanish, I think',
      accessNeeds: 'x'.repeat(2_001),
    };
    expect(wrong(checkPatient(nothingRight, TODAY)).sort()).toEqual([
      'accessNeeds TOO_LONG',
      'address TEXT_UNPRINTABLE',
      'birthDate DATE_INVALID',
      'email EMAIL_INVALID',
      'familyName REQUIRED',
      'givenName REQUIRED',
      'language LANGUAGE_INVALID',
      'mrn MRN_INVALID',
      'phone PHONE_INVALID',
      'preferredName TOO_LONG',
      'pronouns ONE_LINE',
    ]);
  });

  it.each([
    ['mrn', '204-881', null],
    ['mrn', 'QF 12/2026.4', null],
    ['mrn', ' 204-881 ', null],
    ['mrn', 'É7'.normalize('NFD'), null],
    ['mrn', '', 'REQUIRED'],
    ['mrn', '-204', 'MRN_INVALID'],
    ['mrn', '204;881', 'MRN_INVALID'],
    ['mrn', '204\n881', 'ONE_LINE'],
    ['givenName', 'Mei-Hua', null],
    ['givenName', '\u200b', 'REQUIRED'],
    ['familyName', "O'Brien <b>", null],
    ['familyName', 'Nwosu\u202e', 'TEXT_UNPRINTABLE'],
    ['phone', '(312) 555-0101', null],
    ['phone', '+44 20 7946 0958', null],
    ['phone', '312.555.0101 x12', null],
    ['phone', '', null],
    ['phone', '555-CALL', 'PHONE_INVALID'],
    ['phone', '+--', 'PHONE_INVALID'],
    ['phone', '12', 'PHONE_INVALID'],
    ['phone', '3125550101\n3125550102', 'ONE_LINE'],
    ['phone', '3'.repeat(41), 'PHONE_INVALID'],
    ['email', 'marisol@post.example', null],
    ['email', ' marisol@post.example ', null],
    ['email', 'marisol@post', 'EMAIL_INVALID'],
    ['email', 'marisol.post.example', 'EMAIL_INVALID'],
    ['email', 'a@b@post.example', 'EMAIL_INVALID'],
    ['email', 'marisol @post.example', 'EMAIL_INVALID'],
    ['email', 'marisol@post.example\nbcc: all@post.example', 'ONE_LINE'],
    ['language', 'en', null],
    ['language', 'pt-BR', null],
    ['language', 'zh-Hant-TW', null],
    ['language', 'e', 'LANGUAGE_INVALID'],
    ['language', 'english', 'LANGUAGE_INVALID'],
    ['language', 'en_US', 'LANGUAGE_INVALID'],
    ['address', '14 Larkspur Court\nQuillford, IL', null],
  ] as const)('with the %s %j: %s', (field, text, code) => {
    expect(wrong(checkPatient(aPatient({ [field]: text }), TODAY))).toEqual(code === null ? [] : [`${field} ${code}`]);
  });

  it.each([['mrn', 100], ['givenName', 100], ['familyName', 100], ['pronouns', 100], ['email', 200], ['phone', 200], ['language', 200], ['address', 400]] as const)(
    'has no %s of more than %d characters',
    (field, limit) => {
      expect(wrong(checkPatient({ [field]: '1'.repeat(limit + 1) }, TODAY))).toEqual([`${field} TOO_LONG`]);
    },
  );

  it('is refused at once however long and however crafted its texts are', () => {
    const crafted = { email: `a@${'.'.repeat(100_000)}@`, phone: `+${'1'.repeat(100_000)}a`, language: `en${'-ab'.repeat(30_000)}!`, mrn: `a${'.'.repeat(100_000)}!` };
    const start = performance.now();
    expect(wrong(checkPatient(crafted, TODAY)).sort()).toEqual(['email TOO_LONG', 'language TOO_LONG', 'mrn TOO_LONG', 'phone TOO_LONG']);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a birth date', () => {
  it.each([
    ['today', TODAY, null],
    ['tomorrow', TOMORROW, 'DATE_IN_FUTURE'],
    ['130 years ago', '1896-11-23', null],
    ['the day before the 131st birthday', '1895-11-24', null],
    ['131 years ago', '1895-11-23', 'DATE_TOO_EARLY'],
    ['in 1800', '1800-01-01', 'DATE_TOO_EARLY'],
    ['not in the calendar', '2026-02-30', 'DATE_INVALID'],
    ['not a date', 'yesterday', 'DATE_INVALID'],
    ['empty', '', 'DATE_INVALID'],
  ])('%s', (_, birthDate, code) => {
    expect(checkBirthDate('birthDate', birthDate, TODAY)?.code ?? null).toBe(code);
    expect(wrong(checkPatient({ birthDate }, TODAY))).toEqual(code === null ? [] : [`birthDate ${code}`]);
  });
});

describe('a problem', () => {
  const BORN = '1980-03-14';
  it.each([
    ['today', TODAY, []],
    ['at birth', BORN, []],
    ['at a day nobody remembers', null, []],
    ['tomorrow', TOMORROW, ['since DATE_IN_FUTURE']],
    ['before birth', '1980-03-13', ['since DATE_TOO_EARLY']],
  ])('may begin %s: %j', (_, since, expected) => {
    expect(wrong(checkProblem({ since }, true, BORN, TODAY))).toEqual(expected);
  });

  it('is one of the catalogue, and everything wrong is told at once', () => {
    expect(wrong(checkProblem({ since: TOMORROW, note: '\u0000' }, false, BORN, TODAY))).toEqual([
      'catalogueId PROBLEM_UNKNOWN',
      'since DATE_IN_FUTURE',
      'note TEXT_UNPRINTABLE',
    ]);
  });
});

describe('allergies', () => {
  it('name a substance', () => {
    expect(wrong(checkAllergy({ substance: 'Penicillin', reaction: 'Rash' }))).toEqual([]);
    expect(wrong(checkAllergy({ substance: 'Penicillin', reaction: null }))).toEqual([]);
    expect(wrong(checkAllergy({ substance: ' ', reaction: 'x'.repeat(201) }))).toEqual(['substance REQUIRED', 'reaction TOO_LONG']);
  });

  it.each<[AllergyStatus, number, string[]]>([
    ['none-known', 0, []],
    ['not-asked', 0, []],
    ['recorded', 0, ['status ALLERGY_STATUS_DERIVED']],
    ['none-known', 1, ['status ALLERGIES_RECORDED']],
    ['not-asked', 1, ['status ALLERGIES_RECORDED']],
    ['recorded', 1, ['status ALLERGY_STATUS_DERIVED']],
  ])('may be said to be %s while %d are recorded: %j', (status, recorded, expected) => {
    expect(wrong(checkAllergyStatus(status, recorded))).toEqual(expected);
  });
});

describe('a reason', () => {
  it.each([
    ['Annual leave', null],
    ['', 'REQUIRED'],
    [' \n', 'REQUIRED'],
    ['two\nlines', 'ONE_LINE'],
  ])('%j: %s', (reason, code) => {
    expect(checkReason(reason)?.code ?? null).toBe(code);
  });

  it('is one line of 200 characters at most', () => {
    expect([checkReason('x'.repeat(200)), checkReason('x'.repeat(201))?.code]).toEqual([null, 'TOO_LONG']);
  });

  it('is wrong in the field it was asked in', () => {
    expect([checkReason('')?.field, checkReason('', 'endReason')?.field]).toEqual(['reason', 'endReason']);
  });
});
