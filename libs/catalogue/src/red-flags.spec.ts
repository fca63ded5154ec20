import { describe, expect, it } from '@jest/globals';
import { bodyPlaceById, bodyPlaces, painAreas } from './body-sites.ts';
import { redFlagGroups, redFlagResult } from './red-flags.ts';

describe('what a red-flag screen comes to', () => {
  it.each([
    ['nothing but noes', [], 'none'],
    ['what only procedures and medicines ask for', ['pregnancy', 'anticoagulant'], 'none'],
    ['an organ', ['biliary'], 'red-flags'],
    ['a serious disease and a neck vessel', ['malignancy', 'drop-attack'], 'neck-vessels'],
    ['all of it with one emergency sign', ['osteoporosis', 'dizziness', 'saddle-numbness', 'diabetes'], 'emergency'],
  ])('%s', (_, yes, result) => {
    expect(redFlagResult(yes)).toBe(result);
  });

  it('has a question for everything that the clinic’s form asks', () => {
    expect(redFlagGroups.map(({ id, items }) => [id, items.length])).toEqual([
      ['emergency', 9], ['spine', 10], ['organs', 5], ['neck-vessels', 7], ['other', 5],
    ]);
  });
});

describe('a place of the body', () => {
  it('has the id of the pain area that it counts as', () => {
    for (const { id, site, side } of painAreas) expect(bodyPlaceById(id)).toMatchObject({ site, side });
  });

  it('is on two sides where the site is', () => {
    expect(bodyPlaces.filter(({ site }) => site === 'hand' || site === 'neck').map(({ name }) => name)).toEqual(['Neck', 'Left hand', 'Right hand']);
  });
});
