import { RED_FLAG_FORM, redFlags } from '@plexus/catalogue';

/** A whole answer sheet: what was found by question, everything else answered with no. */
export const screenAnswers = (yes: Readonly<Record<string, string>> = {}) => ({
  form: RED_FLAG_FORM,
  answers: redFlags.map(({ id: item }) => (item in yes ? { item, answer: 'YES', detail: yes[item] } : { item, answer: 'NO' })),
});
