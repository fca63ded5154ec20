import { checkDoseUnit, checkEquivalentSource } from '../patients/medicine.ts';
import { type Violation, violation } from '../result.ts';
import { type Day, checkNearDays, isDay } from '../text/day.ts';
import { checkText } from '../text/text.ts';
import { type ActivityDetailName, type ActivityDetails, type DetailSpec, detailSpec, readTaperStep } from './activity-details.ts';
import { type ActivityForm, TRIAL_DETAILS, detailsOfForm } from './activity-forms.ts';

/** What the catalogue says of the item that is ordered. */
export interface OrderFacts {
  readonly form: ActivityForm;
  /** Body sites where it can be given; empty where a site says nothing. */
  readonly sites: readonly string[];
  /** True when it is given on a side of the body. */
  readonly sided: boolean;
  /** Empty where the catalogue names none. */
  readonly doseUnits: readonly string[];
  /** Generic names; with more than one, the order says which. */
  readonly drugs: readonly string[];
  /** Meant for days to weeks: needs an end or a review date. */
  readonly shortTerm: boolean;
}

export interface DetailCheck {
  /** Undefined for a site that the catalogue does not have. */
  readonly siteIsSided: (site: string) => boolean | undefined;
  readonly knownMeasure: (id: string) => boolean;
}

/** A taper has few steps: a longer one is several orders. */
const TAPER_STEPS = 20;

const hasDetail = (form: ActivityForm, name: ActivityDetailName): boolean => (TRIAL_DETAILS as readonly string[]).includes(name) || detailsOfForm(form).includes(name);

/** The details that another kind has as well: what is left when a planned activity becomes another one. */
export const fittingDetails = (form: ActivityForm, details: ActivityDetails): ActivityDetails =>
  Object.fromEntries(Object.entries(details).filter(([name]) => hasDetail(form, name as ActivityDetailName)));

/** What the review or the end of a trial wrote: no edit of the order takes it away. */
export const trialDetails = (details: ActivityDetails): ActivityDetails =>
  Object.fromEntries(Object.entries(details).filter(([name]) => (TRIAL_DETAILS as readonly string[]).includes(name)));

/** What is wrong with the details of an order, whatever its state; `details` are as they would stand. */
export function checkDetails(facts: OrderFacts, details: ActivityDetails, check: DetailCheck, today: Day): (Violation | null)[] {
  return [
    ...Object.entries(details).flatMap(([name, value]) => checkDetail(facts.form, name as ActivityDetailName, value, today)),
    ...checkDose(facts, details),
    ...checkTaper(details),
    ...checkSite(facts, details, check),
    details.measure !== undefined && !check.knownMeasure(details.measure) ? violation('MEASURE_UNKNOWN', 'The catalogue has no such measure.', 'measure') : null,
    details.sessionsDone !== undefined && details.sessionsPlanned !== undefined && details.sessionsDone > details.sessionsPlanned
      ? violation('SESSIONS_EXCEEDED', 'Session {done} of {planned}: plan more sessions first.', 'sessionsDone', { done: String(details.sessionsDone), planned: String(details.sessionsPlanned) })
      : null,
    // An infusion runs under a pain specialist's supervision (clinic article SEED004; rule PRC-12).
    facts.form === 'infusion' && details.supervisor === undefined ? violation('SUPERVISOR_REQUIRED', 'An infusion needs a supervisor. Name the person.', 'supervisor') : null,
    ...checkEquivalentSource(details.morphineEquivalent, details.morphineEquivalentSource),
  ];
}

/** What an order must say before it runs: which drug of a class, where, on which side. */
export function checkReadyToStart(facts: OrderFacts, details: ActivityDetails): (Violation | null)[] {
  const isDrug = facts.form === 'medication' || facts.form === 'opioid';
  const isPlaced = facts.form === 'procedure';
  return [
    isDrug && facts.drugs.length > 1 && details.drug === undefined ? violation('DRUG_REQUIRED', 'Say which drug before it starts.', 'drug') : null,
    isPlaced && facts.sites.length > 0 && details.site === undefined ? violation('SITE_REQUIRED', 'Say where before it starts.', 'site') : null,
    isPlaced && facts.sided && details.side === undefined ? violation('SIDE_REQUIRED', 'Say which side: left, right or both.', 'side') : null,
  ];
}

function checkDetail(form: ActivityForm, name: ActivityDetailName, value: unknown, today: Day): (Violation | null)[] {
  if (!hasDetail(form, name)) return [violation('DETAIL_UNFIT', 'This kind of activity does not have this.', name)];
  const spec = detailSpec(name);
  switch (spec.type) {
    case 'number':
    case 'count':
      return [checkRange(name, spec, value as number)];
    case 'text':
      return [checkText(name, value as string, 'line', { required: true })];
    case 'code':
      return [spec.codes?.includes(value as string) ? null : violation('CODE_UNKNOWN', 'This is none of the choices.', name)];
    case 'date':
      return isDay(value as string) ? checkNearDays(today, [name, value as Day]) : [violation('DATE_INVALID', 'This is no date.', name)];
    default:
      return [];
  }
}

function checkRange(name: ActivityDetailName, { type, above, min, max = Infinity }: DetailSpec, value: number): Violation | null {
  if (!Number.isFinite(value)) return violation('NUMBER_INVALID', 'This is not a number.', name);
  if (type === 'count' && !Number.isInteger(value)) return violation('NUMBER_WHOLE', 'This must be a whole number.', name);
  if (above !== undefined && value <= above) return violation('NUMBER_ABOVE', 'This must be more than {above}.', name, { above: String(above) });
  if ((min !== undefined && value < min) || value > max) {
    return violation('NUMBER_RANGE', 'This must lie between {min} and {max}.', name, { min: String(min ?? above ?? 0), max: String(max) });
  }
  return null;
}

/** A unit of another drug means the wrong amount. */
function checkDose({ doseUnits, drugs }: OrderFacts, { doseAmount, doseUnit, drug, steroid, steroidDose }: ActivityDetails): (Violation | null)[] {
  return [
    ...checkDoseUnit(doseAmount, doseUnit),
    doseUnit !== undefined && doseUnits.length > 0 && !doseUnits.includes(doseUnit) ? violation('UNIT_UNFIT', 'It is written in {units}.', 'doseUnit', { units: doseUnits.join(', ') }) : null,
    drug !== undefined && drugs.length > 0 && !drugs.includes(drug) ? violation('DRUG_UNFIT', 'The catalogue knows it as {drugs}.', 'drug', { drugs: drugs.join(', ') }) : null,
    steroidDose !== undefined && steroid === undefined ? violation('DRUG_REQUIRED', 'Say which steroid.', 'steroid') : null,
  ];
}

/** A taper goes down, day after day: what rises is another order. */
function checkTaper({ taper, doseAmount, timesPerDay }: ActivityDetails): (Violation | null)[] {
  if (!taper) return [];
  if (taper.length === 0 || taper.length > TAPER_STEPS) return [violation('TAPER_LENGTH', 'A taper has 1 to {max} steps.', 'taper', { max: String(TAPER_STEPS) })];
  const steps = taper.map(readTaperStep);
  if (steps.some((step) => step === null || !isDay(step.from) || step.timesPerDay <= 0 || step.timesPerDay > 24)) {
    return [violation('TAPER_STEP', 'A step needs a day, an amount and times a day.', 'taper')];
  }
  const perDay = [(doseAmount ?? Infinity) * (timesPerDay ?? 1), ...steps.map((step) => step!.amount * step!.timesPerDay)];
  return [
    steps.some((step, i) => i > 0 && step!.from <= steps[i - 1]!.from) ? violation('TAPER_ORDER', 'Each step begins after the one before.', 'taper') : null,
    perDay.some((amount, i) => i > 0 && amount > perDay[i - 1]!) ? violation('TAPER_RISES', 'A taper never rises from one step to the next.', 'taper') : null,
  ];
}

function checkSite({ sites, sided }: OrderFacts, { site, side }: ActivityDetails, { siteIsSided }: DetailCheck): (Violation | null)[] {
  if (site === undefined) return [];
  const isSided = siteIsSided(site);
  return [
    isSided === undefined ? violation('SITE_UNKNOWN', 'The catalogue has no such site.', 'site') : null,
    isSided !== undefined && sites.length > 0 && !sites.includes(site) ? violation('SITE_UNFIT', 'It is not given there.', 'site') : null,
    isSided && side === undefined ? violation('SIDE_REQUIRED', 'Say which side: left, right or both.', 'side') : null,
    isSided === false && !sided && side !== undefined ? violation('SIDE_UNFIT', 'This site has no sides.', 'side') : null,
  ];
}
