import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ActivityDetailName, type ActivityDetails, ACTIVITY_DETAILS, patchedDetails, readTaperStep, writeTaperStep } from './activity-details.ts';
import { ACTIVITY_FORMS, type ActivityForm, detailsOfForm } from './activity-forms.ts';
import { type DetailCheck, type OrderFacts, checkDetails, checkReadyToStart, fittingDetails } from './check-details.ts';

const TODAY = '2026-11-28';
const SUPERVISOR = '00000000-0000-4000-8000-000000000001';
const FORMS = Object.keys(ACTIVITY_FORMS) as ActivityForm[];

const facts = (given: Partial<OrderFacts> = {}): OrderFacts => ({ form: 'medication', sites: [], sided: false, doseUnits: [], drugs: [], shortTerm: false, ...given });
const check: DetailCheck = { siteIsSided: (site) => ({ occiput: true, neck: false })[site], knownMeasure: (id) => id === 'nprs' };
const wrong = (given: Partial<OrderFacts>, details: ActivityDetails) =>
  checkDetails(facts(given), details, check, TODAY).filter((found) => found !== null).map(({ field, code }) => `${field} ${code}`);

describe('what an order says', () => {
  const injection: Partial<OrderFacts> = { form: 'procedure', sites: ['occiput', 'neck'], sided: true };
  it.each<[string, Partial<OrderFacts>, ActivityDetails, string[]]>([
    ['a whole dose', { doseUnits: ['mg'], drugs: ['duloxetine'] }, { drug: 'duloxetine', doseAmount: 60, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, []],
    ['a negative dose', {}, { doseAmount: -30, doseUnit: 'mg' }, ['doseAmount NUMBER_ABOVE']],
    ['a dose of nothing', {}, { doseAmount: 0, doseUnit: 'mg' }, ['doseAmount NUMBER_ABOVE']],
    ['a dose that is no number', {}, { doseAmount: Number.NaN, doseUnit: 'mg' }, ['doseAmount NUMBER_INVALID']],
    ['an amount without a unit', {}, { doseAmount: 30 }, ['doseUnit DOSE_WITHOUT_UNIT']],
    ['a unit without an amount', {}, { doseUnit: 'mg' }, ['doseAmount UNIT_WITHOUT_DOSE']],
    ['grams for milligrams', { doseUnits: ['mg'] }, { doseAmount: 30, doseUnit: 'g' }, ['doseUnit UNIT_UNFIT']],
    ['a drug of another class', { drugs: ['sertraline', 'citalopram'] }, { drug: 'tramadol' }, ['drug DRUG_UNFIT']],
    ['25 times a day', {}, { timesPerDay: 25 }, ['timesPerDay NUMBER_RANGE']],
    ['a route that there is not', {}, { route: 'by post' as never }, ['route CODE_UNKNOWN']],
    ['a day that there is not', { form: 'opioid' }, { agreementOn: '2026-02-30' }, ['agreementOn DATE_INVALID']],
    ['a day decades away', { form: 'opioid' }, { agreementOn: '1926-02-03' }, ['agreementOn DATE_TOO_FAR']],
    ['a morphine equivalent without its source', { form: 'opioid' }, { morphineEquivalent: 20 }, ['morphineEquivalentSource SOURCE_REQUIRED']],
    ['session 9 of 8', { form: 'psychological' }, { sessionsPlanned: 8, sessionsDone: 9 }, ['sessionsDone SESSIONS_EXCEEDED']],
    ['session 8 of 8', { form: 'psychological' }, { sessionsPlanned: 8, sessionsDone: 8 }, []],
    ['half a session', { form: 'complementary' }, { sessionsPlanned: 2.5 }, ['sessionsPlanned NUMBER_WHOLE']],
    ['a percent of weight beyond reason', { form: 'lifestyle' }, { weightPercent: 60 }, ['weightPercent NUMBER_RANGE']],
    ['a side', injection, { site: 'occiput', side: 'left' }, []],
    ['a site with two sides and none said', injection, { site: 'occiput' }, ['side SIDE_REQUIRED']],
    ['a side of what has none', { ...injection, sided: false }, { site: 'neck', side: 'left' }, ['side SIDE_UNFIT']],
    ['a site where it is not given', { ...injection, sites: ['neck'] }, { site: 'occiput', side: 'left' }, ['site SITE_UNFIT']],
    ['a site that there is not', injection, { site: 'soul' }, ['site SITE_UNKNOWN']],
    ['a dose of no steroid', injection, { steroidDose: 40 }, ['steroid DRUG_REQUIRED']],
    ['relief of more than all of it', injection, { reliefAt2Weeks: 101 }, ['reliefAt2Weeks NUMBER_RANGE']],
    ['an infusion under nobody’s eyes', { form: 'infusion' }, {}, ['supervisor SUPERVISOR_REQUIRED']],
    ['an infusion with its supervisor', { form: 'infusion' }, { supervisor: SUPERVISOR }, []],
    ['a measure that there is not', {}, { measure: 'luck' }, ['measure MEASURE_UNKNOWN']],
    ['a dose for a support group', { form: 'support' }, { doseAmount: 30, doseUnit: 'mg' }, ['doseAmount DETAIL_UNFIT', 'doseUnit DETAIL_UNFIT']],
    ['a name of two lines', { form: 'support' }, { withWhom: 'Rosa\nand her sister' }, ['withWhom ONE_LINE']],
  ])('%s', (_, given, details, expected) => expect(wrong(given, details)).toEqual(expected));
});

describe('a taper', () => {
  const step = (from: string, amount: number, timesPerDay = 1) => writeTaperStep({ from, amount, timesPerDay });
  const down = [step('2026-12-01', 30), step('2026-12-15', 15)];
  it.each<[string, readonly string[], string[]]>([
    ['goes down', down, []],
    ['stays for a while', [step('2026-12-01', 60), step('2026-12-15', 60)], []],
    ['never rises', [step('2026-12-01', 15), step('2026-12-15', 30)], ['taper TAPER_RISES']],
    ['never rises by more times a day', [step('2026-12-01', 30), step('2026-12-15', 20, 2)], ['taper TAPER_RISES']],
    ['never begins above the dose', [step('2026-12-01', 90)], ['taper TAPER_RISES']],
    ['goes forward in time', down.toReversed(), ['taper TAPER_ORDER', 'taper TAPER_RISES']],
    ['has no two steps on one day', [step('2026-12-01', 30), step('2026-12-01', 15)], ['taper TAPER_ORDER']],
    ['has steps', [], ['taper TAPER_LENGTH']],
    ['says each step whole', ['2026-12-01  × 1'], ['taper TAPER_STEP']],
    ['has days that exist', ['2026-02-30 30 × 1'], ['taper TAPER_STEP']],
  ])('%s', (_, taper, expected) => expect(wrong({}, { doseAmount: 60, doseUnit: 'mg', timesPerDay: 1, taper })).toEqual(expected));

  it('is read as it was written', () => {
    fc.assert(fc.property(fc.record({ from: fc.constantFrom('2026-12-01', '2027-01-31'), amount: fc.integer({ min: 1, max: 99_999 }).map((n) => n / 8), timesPerDay: fc.integer({ min: 1, max: 24 }) }), (one) => {
      expect(readTaperStep(writeTaperStep(one))).toEqual(one);
    }));
  });
});

describe('before it starts, an order says', () => {
  const ready = (given: Partial<OrderFacts>, details: ActivityDetails) => checkReadyToStart(facts(given), details).filter((found) => found !== null).map(({ field, code }) => `${field} ${code}`);
  it.each<[string, Partial<OrderFacts>, ActivityDetails, string[]]>([
    ['which drug of a class', { drugs: ['tramadol', 'oxycodone'], form: 'opioid' }, {}, ['drug DRUG_REQUIRED']],
    ['nothing where there is one drug only', { drugs: ['duloxetine'] }, {}, []],
    ['where and on which side', { form: 'procedure', sites: ['occiput'], sided: true }, {}, ['site SITE_REQUIRED', 'side SIDE_REQUIRED']],
    ['nothing more than that', { form: 'procedure', sites: ['occiput'], sided: true }, { site: 'occiput', side: 'both' }, []],
  ])('%s', (_, given, details, expected) => expect(ready(given, details)).toEqual(expected));
});

describe('the kinds', () => {
  it('have details that exist, each once', () => {
    for (const form of FORMS) {
      const names = detailsOfForm(form);
      expect(names.filter((name) => !Object.hasOwn(ACTIVITY_DETAILS, name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('have an order: what is agreed about them conflicts as one', () => {
    const without = FORMS.filter((form) => !detailsOfForm(form).some((name) => ACTIVITY_DETAILS[name].group === 'order'));
    // What is looked at once says what was found.
    expect(without).toEqual(['assessment', 'review']);
  });

  it('keep what fits when a planned activity becomes another one', () => {
    const details: ActivityDetails = { doseAmount: 30, doseUnit: 'mg', sessionsPlanned: 3, measure: 'nprs' };
    expect(fittingDetails('psychological', details)).toEqual({ sessionsPlanned: 3, measure: 'nprs' });
  });

  it('are patched name by name: absent leaves, null clears', () => {
    const name = fc.constantFrom<ActivityDetailName>('doseAmount', 'minutes', 'timesPerDay');
    const value = fc.integer({ min: 1, max: 20 });
    fc.assert(fc.property(fc.dictionary(name, value), fc.dictionary(name, fc.option(value)), (before, patch) => {
      const after = patchedDetails(before, patch) as Record<string, number>;
      for (const key of ['doseAmount', 'minutes', 'timesPerDay']) expect(after[key]).toBe(key in patch ? (patch[key] ?? undefined) : before[key]);
    }));
  });
});
