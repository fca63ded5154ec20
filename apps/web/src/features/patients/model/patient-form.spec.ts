import { expect, it } from '@jest/globals';
import { withoutFields } from '../../../shared/form-changes.ts';
import { changesOf, EMPTY_PATIENT, missingFields } from './patient-form.ts';

const marisol = { ...EMPTY_PATIENT, givenName: 'Marisol', familyName: 'Okafor-Reyes', pronouns: 'she/her', language: 'Spanish' };

it('sends only what was changed, and null for what was cleared', () => {
  expect(changesOf(marisol, { ...marisol, givenName: ' Marisol ', pronouns: '  ', language: 'English', interpreterNeeded: true }))
    .toEqual({ pronouns: null, language: 'English', interpreterNeeded: true });
});

it('keeps my other changes when a field is left to the colleague', () => {
  expect(withoutFields({ pronouns: null, language: 'English' }, ['language'])).toEqual({ pronouns: null });
});

it('names what cannot be left empty', () => {
  expect(missingFields(marisol)).toEqual(['mrn', 'birthDate', 'sex']);
});
