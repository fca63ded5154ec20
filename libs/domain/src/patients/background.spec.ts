import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW } from '../testing/index.ts';
import { type PlaceGiven, type SymptomGiven, checkPlaces, checkRiskFactor, checkSymptom, checkSymptomPeriod } from './background.ts';

const BORN = '1980-03-14';
const known = { code: (id: string) => id === 'pain', pattern: (id: string) => id === 'at-night' };
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

describe('a symptom', () => {
  it.each<[string, SymptomGiven, string[]]>([
    ['of the catalogue', { code: 'pain', severity: 0, patterns: ['at-night'], since: TODAY }, []],
    ['in words', { words: 'Feels like sand under the skin', severity: 10 }, []],
    ['of which only the note is edited', { note: 'Worse since the move' }, []],
    ['that is nothing', { code: null, words: ' ' }, ['words REQUIRED']],
    ['of no catalogue', { code: 'hexed' }, ['code CODE_UNKNOWN']],
    ['with two names', { code: 'pain', words: 'Pain' }, ['words NAMED_TWICE']],
    ['worse than worst', { severity: 11 }, ['severity SEVERITY_RANGE']],
    ['better than none', { severity: -1 }, ['severity SEVERITY_RANGE']],
    ['since tomorrow', { since: TOMORROW }, ['since DATE_IN_FUTURE']],
    ['from before birth', { since: '1980-03-13' }, ['since DATE_TOO_EARLY']],
    ['over by tomorrow', { resolvedOn: TOMORROW }, ['resolvedOn DATE_IN_FUTURE']],
    ['with a strange pattern', { patterns: ['at-night', 'at-sea'] }, ['patterns PATTERN_UNKNOWN']],
    ['with endless words', { patternWords: 'x'.repeat(201), note: 'x'.repeat(2_001) }, ['patternWords TOO_LONG', 'note TOO_LONG']],
  ])('%s', (_, given, expected) => {
    expect(wrong(checkSymptom(given, known, BORN, TODAY))).toEqual(expected);
  });

  it('is not over before it began', () => {
    expect(checkSymptomPeriod({ since: '2026-03-02', resolvedOn: '2026-03-01' })?.code).toBe('END_BEFORE_START');
    expect(checkSymptomPeriod({ since: '2026-03-01', resolvedOn: '2026-03-01' })).toBeNull();
    expect(checkSymptomPeriod({ since: null, resolvedOn: '2026-03-01' })).toBeNull();
  });

  it.each<[string, PlaceGiven[], string[]]>([
    ['nowhere in particular', [], []],
    ['on its sides', [{ site: 'hip', side: 'left' }, { site: 'neck' }], []],
    ['on no side', [{ site: 'hip' }], ['places SIDE_MISSING']],
    ['on a side where there is none', [{ site: 'neck', side: 'left' }], ['places SIDE_NONE']],
    ['somewhere else', [{ site: 'aura' }], ['places SITE_UNKNOWN']],
  ])('is %s', (_, places, expected) => {
    expect(wrong(checkPlaces(places, (site) => ({ hip: true, neck: false })[site]))).toEqual(expected);
  });
});

it('a risk factor is named as a symptom is', () => {
  expect(wrong(checkRiskFactor({ code: 'pain', since: TODAY }, known.code, BORN, TODAY))).toEqual([]);
  expect(wrong(checkRiskFactor({ code: 'hexed', since: TOMORROW, note: '\u0000' }, known.code, BORN, TODAY))).toEqual(['code CODE_UNKNOWN', 'since DATE_IN_FUTURE', 'note TEXT_UNPRINTABLE']);
});
