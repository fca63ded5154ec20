import { describe, expect, it } from '@jest/globals';
import { bleedingClassOf, holdSchedulesFor } from './bleeding-risk.ts';
import { drugClassById, drugClassesOf, drugsInClass } from './drug-classes.ts';

describe('drug classes', () => {
  it('count the members of the classes they include', () => {
    expect(drugsInClass('serotonergic')).toEqual(expect.arrayContaining(['tramadol', 'duloxetine', 'sertraline', 'nortriptyline']));
    expect(drugsInClass('cns-depressant')).toEqual(expect.arrayContaining(['oxycodone', 'lorazepam', 'pregabalin', 'zolpidem']));
  });

  it('find every class of a medicine', () => {
    expect(drugClassesOf('fluvoxamine')).toEqual(['serotonergic', 'ssri', 'cyp1a2-strong']);
    expect(drugClassesOf('tramadol')).toEqual(['serotonergic', 'opioid', 'cns-depressant', 'seizure-threshold-lowering']);
  });

  it('leave an unknown medicine unchecked', () => {
    expect(drugClassesOf('novelol')).toEqual([]);
    expect(drugClassById('tonic')).toBeUndefined();
    expect(drugsInClass('tonic')).toEqual([]);
  });
});

describe('the bleeding class of a procedure', () => {
  it.each([
    ['neuro.scs-implant', undefined, 'high'],
    ['proc.epidural-steroid', undefined, 'intermediate'],
    ['proc.trigger-point-injection', undefined, 'low'],
    ['proc.facet-joint-injection', 'cervical-spine', 'intermediate'],
    ['proc.facet-joint-injection', 'lumbar-spine', 'low'],
    ['proc.facet-joint-injection', undefined, 'intermediate'],
    ['surg.fusion', undefined, undefined],
  ] as const)('%s at %s is %s', (treatment, site, expected) => {
    expect(bleedingClassOf(treatment, site)).toBe(expected);
  });
});

describe('pauses before a procedure', () => {
  it('differ by bleeding class', () => {
    expect(holdSchedulesFor('naproxen')[0]?.before).toEqual({
      high: { decision: 'hold', hours: 96 },
      intermediate: { decision: 'none', hours: null },
      low: { decision: 'none', hours: null },
    });
    expect(holdSchedulesFor('apixaban')[0]?.before.high.hours).toBe(72);
  });

  it('keep the purposes of aspirin apart', () => {
    expect(holdSchedulesFor('aspirin').map(({ id }) => id)).toEqual(['aspirin-primary-prevention', 'aspirin-secondary-prevention']);
  });

  it('are still unknown for these medicines', () => {
    const drugs = [...drugsInClass('antithrombotic'), ...drugsInClass('nsaid')];
    expect(drugs.filter((drug) => holdSchedulesFor(drug).length === 0)).toEqual([
      'dalteparin',
      'prasugrel',
      'ticagrelor',
      'dipyridamole',
      'celecoxib',
      'otc-nsaid',
    ]);
  });
});
