import { describe, expect, it } from '@jest/globals';
import { allergyMatches, drugClassesIn, drugName, isKnownAllergen, notAskedFor } from './allergy-matches.ts';
import { treatmentById } from './treatments/treatments.ts';

const ofPlan = (id: string) => ({ name: treatmentById(id)!.name, drugs: treatmentById(id)!.drugs, catalogueId: id });
const ofList = (drug: string) => ({ name: drug, drugs: [] });

describe('an allergy on record', () => {
  it.each([
    ['Lidocaine', ofPlan('proc.occipital-nerve-block'), ['uses a local anaesthetic']],
    ['Procaine (ester local anaesthetic)', ofPlan('inf.lidocaine'), ['same-class Local anaesthetic']],
    ['Iodinated contrast', ofPlan('proc.epidural-steroid'), ['uses a contrast agent']],
    ['Iodinated contrast', ofPlan('proc.trigger-point-injection'), []],
    ['Triamcinolone', ofPlan('proc.cortisone-local'), ['same-substance ']],
    ['Cortisone', ofList('prednisone'), ['same-class Steroid']],
    ['Latex', ofPlan('surg.decompression'), ['uses gloves and equipment that may contain latex']],
    ['Adhesive tape (acrylate)', ofPlan('cam.tens'), ['uses adhesive dressings or pads']],
    ['Latex', ofPlan('cam.tens'), []],
    ['Aspirin', ofList('aspirin'), ['same-substance ']],
    ['NSAIDs', ofPlan('med.nsaid-rx'), ['same-class NSAID']],
    ['Codeine', ofList('Oxycodone ER'), ['same-class Opioid']],
    // Both are serotonergic and sedating; that makes nobody allergic to both.
    ['Tramadol', ofList('amitriptyline'), []],
    ['Penicillin', ofPlan('med.duloxetine'), []],
    ['Turmeric', ofList('Turmeric capsules'), ['same-substance ']],
  ] as const)('%s meets %o', (words, exposure, matches) => {
    expect(allergyMatches([{ words }], exposure).map(({ kind, through }) => `${kind} ${through}`)).toEqual(matches);
  });

  it('by an answer to a named question counts like the words, and says its sources', () => {
    const [match] = allergyMatches([{ words: 'Contrast agent', substance: 'contrast' }], ofPlan('proc.facet-joint-injection'));
    expect(match).toMatchObject({ kind: 'uses', through: 'a contrast agent', sources: ['EXPERT-H'] });
  });

  it('that the catalogue does not know is known to be compared by its words only', () => {
    expect(['Sulfonamide antibiotics', 'Latex', 'Opioids', 'ibuprofen'].map((words) => isKnownAllergen({ words }))).toEqual([false, true, true, true]);
  });
});

it('names what was not asked only before what brings the patient into contact with any of it', () => {
  expect(notAskedFor('proc.epidural-steroid', ['latex', 'contrast']).map(({ id }) => id)).toEqual(['local-anaesthetic', 'steroid', 'adhesive']);
  expect(notAskedFor('life.sleep-hygiene', [])).toEqual([]);
});

it('knows a drug however it is typed, and a class inside a longer name', () => {
  expect([drugName(' St. Johns  Wort'), drugName('Oxycodone ER'), drugName('My tea')]).toEqual(['st-johns-wort', 'Oxycodone ER', 'My tea']);
  expect(drugClassesIn('Oxycodone ER 10 mg')).toContain('opioid');
  expect(drugClassesIn('My tea')).toEqual([]);
});
