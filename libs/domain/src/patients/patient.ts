import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, ageOn, checkPastDay, isDay } from '../text/day.ts';
import { type TextKind, checkText, checkTexts, tidy, tidyOptional } from '../text/text.ts';

/** Administrative sex, the four codes of FHIR's AdministrativeGender. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** "None known" was asked and answered; "not asked" must not be read as none. */
export const ALLERGY_STATUSES = ['not-asked', 'none-known', 'recorded'] as const;
export type AllergyStatus = (typeof ALLERGY_STATUSES)[number];
export const ALLERGY_SEVERITIES = ['mild', 'moderate', 'severe', 'unknown'] as const;
export type AllergySeverity = (typeof ALLERGY_SEVERITIES)[number];

export const PROBLEM_STATUSES = ['active', 'resolved'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export const CONTACT_KINDS = ['visit', 'call', 'message', 'conference'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export interface PatientDetails {
  readonly mrn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly pronouns: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** BCP 47, `es` or `pt-BR`. */
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string | null;
}

/** Nobody has reached this age; an older birth date is a slip of the keyboard. */
const OLDEST_AGE = 130;
const MRN = /^[\p{L}\p{N}][\p{L}\p{N}\-./ ]*$/u;
const E_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;
const PHONE = /^(?=(?:\D*\d){3})[+(\d][\d\s().\-/x]{2,39}$/;

export function checkBirthDate(field: string, birthDate: Day, today: Day): Violation | null {
  if (!isDay(birthDate)) return violation('DATE_INVALID', 'This is not a date.', field);
  if (birthDate > today) return violation('DATE_IN_FUTURE', 'The birth date is in the future.', field);
  if (ageOn(birthDate, today) > OLDEST_AGE) return violation('DATE_TOO_EARLY', 'The birth date is more than {years} years ago.', field, { years: String(OLDEST_AGE) });
  return null;
}

/** A text that has a form as well. The form is looked at last, so that no text is too long for it. */
const checkForm = (field: string, text: string | null | undefined, kind: TextKind, required: boolean, form: RegExp, code: string, message: string): Violation | null =>
  text == null
    ? null
    : (checkText(field, text, kind, { required }) ?? (tidyOptional(text) === null || form.test(tidy(text)) ? null : violation(code, message, field)));

/** Checks the given fields of a patient: all of them when one is added, the changed ones when one is edited. */
export function checkPatient(given: Partial<PatientDetails>, today: Day): Result<void, RuleViolation> {
  return unless([
    checkForm('mrn', given.mrn, 'name', true, MRN, 'MRN_INVALID', 'An MRN has letters, digits and - . / only.'),
    ...checkTexts(true, ['givenName', given.givenName, 'name'], ['familyName', given.familyName, 'name']),
    ...checkTexts(
      false,
      ['preferredName', given.preferredName, 'name'],
      ['pronouns', given.pronouns, 'name'],
      ['address', given.address, 'address'],
      ['accessNeeds', given.accessNeeds, 'paragraph'],
    ),
    checkForm('phone', given.phone, 'line', false, PHONE, 'PHONE_INVALID', 'This is not a phone number.'),
    checkForm('email', given.email, 'line', false, E_MAIL, 'EMAIL_INVALID', 'This is not an e-mail address.'),
    checkForm('language', given.language, 'line', false, LANGUAGE, 'LANGUAGE_INVALID', 'This is not a language code such as en, es or pt-BR.'),
    given.birthDate === undefined ? null : checkBirthDate('birthDate', given.birthDate, today),
  ]);
}

/** A problem may have begun before the chart did, not after today. */
export function checkProblem(given: { since?: Day | null; note?: string | null }, known: boolean, birthDate: Day, today: Day): Result<void, RuleViolation> {
  return unless([
    known ? null : violation('PROBLEM_UNKNOWN', 'The catalogue has no such problem.', 'catalogueId'),
    checkPastDay('since', given.since, today, birthDate),
    ...checkTexts(false, ['note', given.note, 'paragraph']),
  ]);
}

export function checkAllergy(given: { substance: string; reaction?: string | null }): Result<void, RuleViolation> {
  return unless([checkText('substance', given.substance, 'line', { required: true }), ...checkTexts(false, ['reaction', given.reaction, 'line'])]);
}

/** "None known" while an allergy is recorded would hide it. */
export function checkAllergyStatus(status: AllergyStatus, recorded: number): Result<void, RuleViolation> {
  return unless([
    status !== 'none-known' && status !== 'not-asked' ? violation('ALLERGY_STATUS_DERIVED', 'Record the allergy itself.', 'status') : null,
    status !== 'recorded' && recorded > 0
      ? violation('ALLERGIES_RECORDED', 'Allergies are recorded. Remove them first, with a reason.', 'status')
      : null,
  ]);
}

/** A reason that somebody will read years later. */
export const checkReason = (reason: string, field = 'reason'): Violation | null => checkText(field, reason, 'line', { required: true });

