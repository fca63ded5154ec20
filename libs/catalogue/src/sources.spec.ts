import { describe, expect, it } from '@jest/globals';
import { catalogue } from './catalogue.ts';
import { sourceByKey, sources, sourceStatusText, sourceTitle } from './sources.ts';

describe('a source', () => {
  it.each(sources.map(({ key }) => key))('%s has a title that can be read', (key) => {
    const title = sourceTitle(key);
    expect(title).toMatch(/^\S+( \S+)+$/);
    expect(title).not.toBe(key);
    expect(title).not.toMatch(/\b(JUDGE|EXPERT-[HM]|SEED\d)/);
  });

  it('has a title of its own', () => {
    expect(new Set(sources.map(({ title }) => title)).size).toBe(sources.length);
  });

  it('says how far it was followed back', () => {
    expect(sourceStatusText('SEED000')).toBe('read in the source itself');
    expect(sourceStatusText('ASRA2018')).toBe('primary source located, number read elsewhere');
    expect(sourceStatusText('JUDGE')).toBe('not verified');
  });

  it('names a default as a default', () => {
    expect(sourceTitle('JUDGE')).toBe('clinic default, not a published threshold');
    expect(sourceTitle('EXPERT-H')).toBe('expert knowledge, high confidence, not looked up');
  });

  it('is undefined for an unknown key', () => {
    expect(sourceByKey('HEARSAY')).toBeUndefined();
    expect(sourceTitle('HEARSAY')).toBeUndefined();
    expect(sourceStatusText('HEARSAY')).toBeUndefined();
  });
});

it('keeps the sources that nothing cites to these', () => {
  const { sources: _, ...rest } = catalogue;
  const text = JSON.stringify(rest, (name, value: unknown) => (name === 'shortName' ? undefined : value));
  expect(sources.filter(({ key }) => !text.includes(`"${key}"`)).map(({ key }) => key)).toEqual(['PEG', 'SNOMED-VSAC', 'FHIR-GOAL']);
});

it('shows no source keys in the words of the catalogue', () => {
  const prose = [...catalogue.treatments, ...catalogue.planActivities, ...catalogue.measures, ...catalogue.exercisePolicy].flatMap(
    (entry) => JSON.stringify(entry).match(/"[^"]* [^"]*"/g) ?? [],
  );
  expect(prose.filter((text) => /\b(JUDGE|EXPERT-[HM]|SEED\d*|seeds?)\b/i.test(text))).toEqual([]);
});
