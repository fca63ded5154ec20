import { describe, expect, it } from '@jest/globals';
import { type Catalogue, catalogue } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';

/** The catalogue with one row of a list changed, to see whether the check notices. */
function withChanged<List extends keyof Catalogue>(list: List, id: string, change: object): Catalogue {
  const rows = catalogue[list] as readonly object[];
  const changed = rows.map((row) => (('id' in row ? row.id : 'key' in row ? row.key : null) === id ? { ...row, ...change } : row));
  return { ...catalogue, [list]: changed };
}

describe('the catalogue', () => {
  it('holds together', () => {
    expect(() => checkCatalogue()).not.toThrow();
  });

  it('has the expected number of entries', () => {
    const counts = Object.entries(catalogue).map(([list, rows]) => [list, Array.isArray(rows) ? rows.length : Object.keys(rows).length]);
    expect(Object.fromEntries(counts)).toEqual({
      sources: 81,
      bodySites: 22,
      painAreas: 19,
      disciplines: 18,
      columns: 7,
      problems: 44,
      symptoms: 20,
      riskFactors: 14,
      redFlagGroups: 5,
      implantedDevices: 11,
      consentKinds: 9,
      crisisLine: 3,
      treatments: 77,
      planActivities: 8,
      planTemplates: 3,
      exercises: 45,
      exerciseInstructions: 45,
      exercisePolicy: 6,
      measures: 23,
      namedSubstances: 5,
      measureForms: 11,
      rules: 88,
      drugClasses: 17,
      procedureBleedingClasses: 18,
      holdSchedules: 19,
    });
  });
});

describe('checking a catalogue names the id and the field of', () => {
  const planted: readonly (readonly [what: string, data: Catalogue, message: string])[] = [
    [
      'a discipline that does not exist',
      withChanged('treatments', 'psy.cbt', { disciplines: ['psychic'] }),
      'psy.cbt.disciplines: "psychic" is not in the catalogue',
    ],
    [
      'what a device means without a known source',
      withChanged('implantedDevices', 'intrathecal-pump', { effects: [{ treatment: 'MRI', says: 'x', sources: ['HEARSAY'] }] }),
      'intrathecal-pump.effects.sources: "HEARSAY" is not in the catalogue',
    ],
    [
      'what a device means by a rule that does not exist',
      withChanged('implantedDevices', 'other', { effects: [{ treatment: 'MRI', says: 'x', rule: 'DEV-99', sources: ['JUDGE'] }] }),
      'other.effects.rule: "DEV-99" is not in the catalogue',
    ],
    ['a treatment that nobody gives', withChanged('treatments', 'psy.cbt', { disciplines: [] }), 'psy.cbt.disciplines: names nobody'],
    [
      'a plan activity with an unknown discipline',
      withChanged('planActivities', 'act.intake', { disciplines: ['clerk'] }),
      'act.intake.disciplines: "clerk" is not in the catalogue',
    ],
    [
      'a template’s part for a discipline that does not carry it out',
      withChanged('planTemplates', 'vertebral-fracture', { parts: [{ catalogueId: 'pt.program', discipline: 'nurse', goals: ['up'] }] }),
      'vertebral-fracture.pt.program.discipline: "nurse" does not carry it out',
    ],
    [
      'a template’s part that serves no goal of it',
      withChanged('planTemplates', 'vertebral-fracture', { parts: [{ catalogueId: 'pt.program', discipline: 'physical-therapist', goals: ['fly'] }] }),
      'vertebral-fracture.pt.program.goals: "fly" is not in the catalogue',
    ],
    [
      'a template’s goal of no domain',
      withChanged('planTemplates', 'vertebral-fracture', { goals: [{ key: 'up', domain: 'weather', scope: 'whole-person', measure: null, example: 'x', sources: ['SEED001'] }], parts: [] }),
      'vertebral-fracture.up.domain: "weather" is not in the catalogue',
    ],
    [
      'evidence without a known source',
      withChanged('treatments', 'inf.ketamine', { evidence: { note: 'x', sources: ['HEARSAY'] } }),
      'inf.ketamine.evidence.sources: "HEARSAY" is not in the catalogue',
    ],
    [
      'a body site that does not exist',
      withChanged('treatments', 'proc.epidural-steroid', { sites: ['tail'] }),
      'proc.epidural-steroid.sites: "tail" is not in the catalogue',
    ],
    ['a side without a site', withChanged('treatments', 'psy.cbt', { sided: true }), 'psy.cbt.sided: asks for a side without a site'],
    [
      'codes without a source',
      withChanged('treatments', 'med.duloxetine', { codeSources: [] }),
      'med.duloxetine.codeSources: codes without a source',
    ],
    [
      'a progression that leads nowhere',
      withChanged('exercises', 'ex.bridge', { progressTo: 'ex.handstand' }),
      'ex.bridge.progressTo: "ex.handstand" is not in the catalogue',
    ],
    [
      'exercises that are each harder than the other',
      withChanged('exercises', 'ex.side-plank-knees', { progressTo: 'ex.bridge' }),
      'ex.bridge.progressTo: is harder than itself by way of other exercises',
    ],
    [
      'a side that the dose does not have',
      withChanged('exercises', 'ex.bridge', { sided: true }),
      'ex.bridge.sided: does not agree with the dose dimensions',
    ],
    [
      'a rule with an unknown source',
      withChanged('rules', 'MED-03', { sources: ['BLOG'] }),
      'MED-03.sources: "BLOG" is not in the catalogue',
    ],
    ['a rule without a source', withChanged('rules', 'MED-03', { sources: [] }), 'MED-03.sources: none'],
    [
      'a rule with an unknown drug class',
      withChanged('rules', 'MED-03', { drugClasses: ['tonic'] }),
      'MED-03.drugClasses: "tonic" is not in the catalogue',
    ],
    [
      'a drug class that includes an unknown one',
      withChanged('drugClasses', 'serotonergic', { includes: ['herbs'] }),
      'serotonergic.includes: "herbs" is not in the catalogue',
    ],
    [
      'a bleeding class for an unknown treatment',
      withChanged('procedureBleedingClasses', 'kyphoplasty', { treatment: 'surg.bloodletting' }),
      'kyphoplasty.treatment: "surg.bloodletting" is not in the catalogue',
    ],
    [
      'a pause of a medicine that is neither antithrombotic nor NSAID',
      withChanged('holdSchedules', 'warfarin', { drugs: ['vitamin-k'] }),
      'warfarin.drugs: "vitamin-k" is not in the catalogue',
    ],
    [
      'a discipline without a column',
      withChanged('columns', 'psychology', { disciplines: [] }),
      'psychotherapist.column: must be in exactly one column, is in 0',
    ],
    [
      'a category in two columns',
      withChanged('columns', 'psychology', { categories: ['psychological', 'lifestyle'] }),
      'lifestyle.column: must be in exactly one column, is in 2',
    ],
    [
      'an id that is used twice',
      { ...catalogue, planActivities: catalogue.planActivities.map((activity) => ({ ...activity, id: 'psy.cbt' })) },
      'psy.cbt.id: appears twice',
    ],
    [
      'item text that a licence keeps back',
      withChanged('measures', 'phq9', { ship: 'score-only' }),
      'phq9.form: a measure shipped as "score-only" may not have original wording',
    ],
  ];

  it.each(planted)('%s', (_what, data, message) => {
    expect(() => checkCatalogue(data)).toThrow(message);
  });
});
