import type { BodySiteId } from './body-sites.ts';
import type { SourceKey } from './sources.ts';
import type { TreatmentId } from './treatments/treatment-labels.ts';

/** From lowest to highest. The patient's own risk factors can raise the class. */
export const BLEEDING_CLASSES = ['low', 'intermediate', 'high'] as const;
export type BleedingClass = (typeof BLEEDING_CLASSES)[number];

/** How dangerous bleeding from a procedure would be. */
export interface ProcedureBleedingClass {
  readonly id: string;
  readonly bleedingClass: BleedingClass;
  /** Null for a procedure that the catalogue does not offer but a history may contain. */
  readonly treatment: TreatmentId | null;
  /** The class holds at these sites only. */
  readonly sites?: readonly BodySiteId[];
  readonly sources: readonly SourceKey[];
}

/** Classes after ASRA 2018, read in a secondary table. */
export const procedureBleedingClasses: readonly ProcedureBleedingClass[] = [
  { id: 'scs-trial', bleedingClass: 'high', treatment: 'neuro.scs-trial', sources: ['ASRA2018'] },
  { id: 'scs-implant', bleedingClass: 'high', treatment: 'neuro.scs-implant', sources: ['ASRA2018'] },
  { id: 'vertebroplasty', bleedingClass: 'high', treatment: 'surg.vertebroplasty', sources: ['ASRA2018'] },
  { id: 'kyphoplasty', bleedingClass: 'high', treatment: 'surg.kyphoplasty', sources: ['ASRA2018'] },
  { id: 'intrathecal-device', bleedingClass: 'high', treatment: null, sources: ['ASRA2018'] },
  { id: 'dorsal-root-ganglion-stimulation', bleedingClass: 'high', treatment: null, sources: ['ASRA2018'] },
  { id: 'percutaneous-decompression', bleedingClass: 'high', treatment: null, sources: ['ASRA2018'] },
  { id: 'epiduroscopy', bleedingClass: 'high', treatment: null, sources: ['EXPERT-H'] },
  { id: 'epidural-steroid', bleedingClass: 'intermediate', treatment: 'proc.epidural-steroid', sources: ['ASRA2018'] },
  { id: 'spinal-nerve-block', bleedingClass: 'intermediate', treatment: 'proc.spinal-nerve-block', sources: ['EXPERT-H'] },
  { id: 'stellate-ganglion-block', bleedingClass: 'intermediate', treatment: 'proc.stellate-ganglion-block', sources: ['EXPERT-H'] },
  {
    id: 'cervical-facet',
    bleedingClass: 'intermediate',
    treatment: 'proc.facet-joint-injection',
    sites: ['cervical-spine', 'cervicothoracic-junction'],
    sources: ['ASRA2018'],
  },
  {
    id: 'thoracic-or-lumbar-facet',
    bleedingClass: 'low',
    treatment: 'proc.facet-joint-injection',
    sites: ['thoracic-spine', 'thoracolumbar-junction', 'lumbar-spine'],
    sources: ['ASRA2018'],
  },
  {
    id: 'sacroiliac-injection',
    bleedingClass: 'low',
    treatment: 'proc.facet-joint-injection',
    sites: ['sacroiliac-joint'],
    sources: ['ASRA2018'],
  },
  { id: 'trigger-point-injection', bleedingClass: 'low', treatment: 'proc.trigger-point-injection', sources: ['ASRA2018'] },
  { id: 'us-guided-injection', bleedingClass: 'low', treatment: 'proc.us-guided-injection', sources: ['ASRA2018'] },
  { id: 'cortisone-local', bleedingClass: 'low', treatment: 'proc.cortisone-local', sources: ['ASRA2018'] },
  { id: 'occipital-nerve-block', bleedingClass: 'low', treatment: 'proc.occipital-nerve-block', sources: ['ASRA2018'] },
];

/**
 * The bleeding class of a treatment at a site; without a site, the highest it can have. Undefined when the catalogue gives
 * none, which is not the same as low.
 */
export function bleedingClassOf(treatmentId: string, site?: BodySiteId): BleedingClass | undefined {
  const found = procedureBleedingClasses
    .filter((row) => row.treatment === treatmentId && (!site || !row.sites || row.sites.includes(site)))
    .map((row) => BLEEDING_CLASSES.indexOf(row.bleedingClass));
  return found.length ? BLEEDING_CLASSES[Math.max(...found)] : undefined;
}

/** How long a medicine is paused before a procedure. */
export interface HoldInterval {
  /** `hold`: pause for the hours given. `shared-decision`: proceduralist and prescriber decide. `none`: no pause. */
  readonly decision: 'hold' | 'shared-decision' | 'none';
  /** Hours from the last dose to the procedure; null unless the decision is to hold. */
  readonly hours: number | null;
  readonly note?: string;
}

/** Pauses for one medicine, by the bleeding class of the procedure. */
export interface HoldSchedule {
  readonly id: string;
  readonly name: string;
  /** Generic names as in the drug classes. */
  readonly drugs: readonly string[];
  readonly before: Readonly<Record<BleedingClass, HoldInterval>>;
  /** When to start again after the procedure. */
  readonly restart: string;
  readonly sources: readonly SourceKey[];
}

const hours = (count: number, note?: string): HoldInterval => ({ decision: 'hold', hours: count, ...(note && { note }) });
const days = (count: number, note?: string): HoldInterval => hours(count * 24, note);
const none: HoldInterval = { decision: 'none', hours: null };
const shared: HoldInterval = { decision: 'shared-decision', hours: null };

const beforeHighOnly = (drug: string, count: number): HoldSchedule => ({
  id: drug,
  name: drug.charAt(0).toUpperCase() + drug.slice(1),
  drugs: [drug],
  before: { high: days(count), intermediate: none, low: none },
  restart: '24 h',
  sources: ['ASRA2018'],
});

/**
 * From a secondary table of ASRA 2018. A pause needs the agreement of the clinician who prescribes the medicine; the number
 * is shown with a request for that agreement and never tells a patient to stop.
 */
export const holdSchedules: readonly HoldSchedule[] = [
  {
    id: 'warfarin',
    name: 'Warfarin',
    drugs: ['warfarin'],
    before: {
      high: days(5, 'and a normal INR'),
      intermediate: days(5, 'and a normal INR'),
      low: { ...shared, note: 'usually none' },
    },
    restart: '6 h',
    sources: ['ASRA2018'],
  },
  {
    id: 'aspirin-primary-prevention',
    name: 'Aspirin, primary prevention',
    drugs: ['aspirin'],
    before: { high: days(6), intermediate: shared, low: none },
    restart: '24 h',
    sources: ['ASRA2018'],
  },
  {
    id: 'aspirin-secondary-prevention',
    name: 'Aspirin, secondary prevention',
    drugs: ['aspirin'],
    before: { high: shared, intermediate: shared, low: none },
    restart: '24 h',
    sources: ['ASRA2018'],
  },
  beforeHighOnly('ibuprofen', 1),
  beforeHighOnly('diclofenac', 1),
  beforeHighOnly('ketorolac', 1),
  beforeHighOnly('etodolac', 2),
  beforeHighOnly('indomethacin', 2),
  beforeHighOnly('naproxen', 4),
  beforeHighOnly('meloxicam', 4),
  beforeHighOnly('nabumetone', 6),
  beforeHighOnly('oxaprozin', 10),
  beforeHighOnly('piroxicam', 10),
  beforeHighOnly('cilostazol', 2),
  {
    id: 'enoxaparin-prophylactic',
    name: 'Enoxaparin, prophylactic dose',
    drugs: ['enoxaparin'],
    before: { high: hours(12), intermediate: hours(12), low: hours(12) },
    restart: '4 h after low-risk procedures; 12-24 h after others',
    sources: ['ASRA2018'],
  },
  {
    id: 'enoxaparin-therapeutic',
    name: 'Enoxaparin, therapeutic dose',
    drugs: ['enoxaparin'],
    before: { high: hours(24), intermediate: hours(24), low: hours(24) },
    restart: '4 h after low-risk procedures; 12-24 h after others',
    sources: ['ASRA2018'],
  },
  {
    id: 'iv-heparin',
    name: 'Heparin, intravenous',
    drugs: ['heparin'],
    before: { high: hours(6), intermediate: hours(6), low: hours(6) },
    restart: '2 h',
    sources: ['ASRA2018'],
  },
  {
    id: 'clopidogrel',
    name: 'Clopidogrel',
    drugs: ['clopidogrel'],
    before: { high: days(7), intermediate: days(7), low: shared },
    restart: '12-24 h',
    sources: ['ASRA2018', 'EXPERT-H', 'EXPERT-M'],
  },
  {
    id: 'direct-oral-anticoagulants',
    name: 'Direct oral anticoagulants',
    drugs: ['apixaban', 'rivaroxaban', 'dabigatran', 'edoxaban'],
    before: { high: days(3, 'about 3 days, 5 half-lives'), intermediate: days(3, 'about 3 days'), low: shared },
    restart: '24 h',
    sources: ['ASRA2018'],
  },
];

/** The schedules of a medicine; several where dose or purpose decides, none where the catalogue has no interval. */
export const holdSchedulesFor = (drug: string): readonly HoldSchedule[] =>
  holdSchedules.filter((schedule) => schedule.drugs.includes(drug));
