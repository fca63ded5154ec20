import { describe, expect, it } from '@jest/globals';
import * as labels from './labels.ts';
import { painAreas } from './body-sites.ts';
import { CODE_SYSTEMS } from './vocabulary.ts';
import { problems } from './problems.ts';

describe('labels', () => {
  it('name treatments and plan activities', () => {
    expect(labels.catalogueItemLabelById('psy.cbt')).toMatchObject({ name: 'Cognitive behavioural therapy', kind: 'therapy' });
    expect(labels.catalogueItemLabelById('act.plan-review')).toMatchObject({ name: 'Plan review / case conference', kind: 'review' });
    expect(labels.catalogueItemLabelById('med.potion')).toBeUndefined();
  });

  it('name problems and body sites', () => {
    expect(labels.problemById('fibromyalgia')?.name).toBe('Fibromyalgia');
    expect(labels.bodySiteById('occiput')?.name).toBe('Back of the head');
  });
});

it('counts the areas of each pain region as the ACR 2016 criteria do', () => {
  const counts = Object.keys(labels.PAIN_REGIONS).map((region) => {
    const areas = painAreas.filter((area) => area.region === region);
    return [region, areas.length, areas.filter((area) => area.countsForGeneralizedPain).length];
  });
  expect(counts).toEqual([
    ['left-upper', 4, 3],
    ['right-upper', 4, 3],
    ['left-lower', 3, 3],
    ['right-lower', 3, 3],
    ['axial', 5, 3],
  ]);
});

it('carries no problem code from outside the free code systems', () => {
  expect(problems.flatMap(({ codes }) => codes).filter(({ system }) => !(system in CODE_SYSTEMS))).toEqual([]);
  expect(problems.find(({ id }) => id === 'fibromyalgia')?.codes.map(({ code }) => code)).toEqual(['M79.7']);
});
