import { expect, it } from '@jest/globals';
import { languageChoices, languageName } from './languages.ts';

it('says a language by its name and an unknown code as it is', () => {
  expect([languageName('es', 'en-GB'), languageName('not a code', 'en-GB')]).toEqual(['Spanish', 'not a code']);
});

it('keeps a language that is not on the list', () => {
  expect(languageChoices('cy', 'en-GB')).toContainEqual({ value: 'cy', label: 'Welsh' });
});
