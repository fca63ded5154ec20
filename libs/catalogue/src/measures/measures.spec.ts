import { describe, expect, it } from '@jest/globals';
import { measureFormFor, measureForms } from './measure-items.ts';
import type { Measure } from './measure.ts';
import { measureById, measures } from './measures.ts';

const shippedAs = (ship: Measure['ship']): readonly string[] => measures.filter((measure) => measure.ship === ship).map(({ id }) => id);

describe('the licence of a measure', () => {
  it('is recorded for each', () => {
    expect(shippedAs('provisional')).toEqual(['peg']);
    expect(shippedAs('structure-own-wording')).toEqual(['psfs', 'pgic', 'acr2016']);
    expect(shippedAs('score-only')).toEqual(['fiqr', 'isi', 'psqi', 'ndi', 'pcs', 'promis29']);
  });

  it.each(shippedAs('score-only'))('keeps every item of %s out', (id) => {
    expect(measureFormFor(id)).toBeUndefined();
  });

  it.each([...shippedAs('provisional'), ...shippedAs('structure-own-wording')])('lets %s have our own words only', (id) => {
    expect(measureFormFor(id)?.wording).toBe('own');
  });

  it('lets the published text out for four questionnaires', () => {
    const original = Object.entries(measureForms).filter(([, form]) => form.wording === 'original');
    expect(original.map(([id]) => id)).toEqual(['phq2', 'phq9', 'gad2', 'gad7']);
  });

  it('keeps the published PEG items out, in the form and everywhere else', () => {
    expect(measureFormFor('peg')?.items.map(({ text }) => text)).toEqual([
      'Pain level',
      'In the way of enjoying life',
      'In the way of usual activities',
    ]);
    expect(JSON.stringify([measures, measureForms])).not.toMatch(/what number best|interfered with/i);
  });
});

describe('the form of a measure', () => {
  it.each([
    ['phq2', 2],
    ['phq9', 9],
    ['gad2', 2],
    ['gad7', 7],
    ['peg', 3],
  ])('%s has %i items', (id, count) => {
    expect(measureFormFor(id)?.items).toHaveLength(count);
  });

  it('asks for suicidal thoughts in item 9 of the PHQ-9', () => {
    expect(measureFormFor('phq9')?.items[8]?.text).toMatch(/better off dead/);
  });

  it('scores the answers of the PHQ-9 from 0 to 3', () => {
    expect(measureFormFor('phq9')?.items[0]?.answer).toEqual({
      kind: 'choice',
      choices: [
        { value: 0, label: 'Not at all' },
        { value: 1, label: 'Several days' },
        { value: 2, label: 'More than half the days' },
        { value: 3, label: 'Nearly every day' },
      ],
    });
  });
});

describe('the bands of a measure', () => {
  const sets = measures.flatMap(({ id, range, bandSets }) => bandSets.map((set) => ({ id, range, name: set.name, bands: set.bands })));

  it.each(sets)('$id, $name: follow each other inside the range', ({ range, bands }) => {
    const lows = bands.map(({ low }) => low ?? -Infinity);
    expect([...lows].sort((a, b) => a - b)).toEqual(lows);
    for (const [index, band] of bands.slice(0, -1).entries()) expect(band.high ?? Infinity).toBeLessThan(lows[index + 1] ?? Infinity);
    if (range) expect(bands.at(-1)?.high).toBe(range.high);
  });
});

it('has no verified LOINC code for these measures yet', () => {
  expect(measures.filter(({ codes }) => codes.length === 0).map(({ id }) => id)).toEqual([
    'psfs',
    'pgic',
    'gas',
    'acr2016',
    'fiqr',
    'gad2',
    'sleep-log',
    'isi',
    'psqi',
    'pcs',
    'cst30',
    'crom',
    'trom',
  ]);
});

it('answers undefined for what is not in the catalogue', () => {
  expect(measureById('mood-ring')).toBeUndefined();
  expect(measureFormFor('toString')).toBeUndefined();
});
