import { describe, expect, it } from '@jest/globals';
import { type Medicine, checkMedicine, reconciliationState } from './medicine.ts';

const TODAY = '2026-11-23';
const aMedicine = (over: Partial<Medicine> = {}): Medicine => ({
  drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', route: 'oral', timesPerDay: 1, asNeeded: false, since: null, until: null, kind: 'prescription', source: 'our-plan', prescriber: null,
  note: null, monitoringCheckedOn: null, agreementOn: null, hasNaloxone: null, morphineEquivalent: null, morphineEquivalentSource: null, ...over,
});
const refused = (over: Partial<Medicine>, isOpioid = false): string[] => {
  const checked = checkMedicine(aMedicine(over), isOpioid, '1980-04-12', TODAY);
  return checked.ok ? [] : checked.error.violations.map(({ code, field }) => `${code} ${field}`);
};

describe('a medicine', () => {
  it.each<[string, Partial<Medicine>, string[]]>([
    ['as most are', {}, []],
    ['of which only the name is known', { doseAmount: null, doseUnit: null, route: null, timesPerDay: null }, []],
    ['with half a tablet', { doseAmount: 0.5, doseUnit: 'tablet' }, []],
    ['with no number at all', { doseAmount: Number.NaN }, ['NUMBER_OUT_OF_RANGE doseAmount']],
    ['taken one and a half times', { timesPerDay: 1.5 }, ['TIMES_OUT_OF_RANGE timesPerDay']],
    ['planned to end', { since: TODAY, until: '2026-12-24' }, []],
    ['ending in the next century', { until: '2126-01-01' }, ['DATE_TOO_FAR until']],
  ])('%s', (_, over, violations) => expect(refused(over)).toEqual(violations));

  it('says the source of a morphine equivalent, and has one only as an opioid', () => {
    expect(refused({ hasNaloxone: false })).toEqual(['OPIOID_ONLY hasNaloxone']);
    expect(refused({ hasNaloxone: false }, true)).toEqual([]);
    expect(refused({ morphineEquivalentSource: 'Pharmacist' }, true)).toEqual(['SOURCE_WITHOUT_VALUE morphineEquivalent']);
  });
});

it.each([
  ['nobody ever did', null, 0, 'never'],
  ['90 days ago', { on: '2026-08-25', asOf: 7 }, 7, 'current'],
  ['91 days ago', { on: '2026-08-24', asOf: 7 }, 7, 'out-of-date'],
  ['a medicine was written after what was seen', { on: TODAY, asOf: 7 }, 8, 'changed-since'],
] as const)('whether the list was gone through: %s', (_, last, changed, state) => expect(reconciliationState(last, changed, TODAY)).toBe(state));
