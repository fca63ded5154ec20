import type { MedicineKind, MedicineRoute, MedicineSource, MedicineUnit, SubstanceAnswer } from '@plexus/domain';
import type { DayOffset, Deed } from './story.types.ts';

export interface MedicineStory {
  readonly drug: string;
  readonly doseAmount?: number;
  readonly doseUnit?: MedicineUnit;
  readonly route?: MedicineRoute;
  readonly timesPerDay?: number;
  readonly asNeeded?: boolean;
  readonly sinceDay?: DayOffset;
  readonly kind: MedicineKind;
  readonly source: MedicineSource;
  readonly prescriber?: string;
  readonly note?: string;
  readonly monitoringDay?: DayOffset;
  readonly agreementDay?: DayOffset;
  readonly hasNaloxone?: boolean;
  readonly morphineEquivalent?: number;
  readonly morphineEquivalentSource?: string;
  readonly added: Deed;
  /** The last day is the day of the deed. */
  readonly stopped?: Deed & { readonly reason: string };
}

/** What a patient takes besides the plan, who went through the list, and what was asked by name before a procedure. */
export interface MedicineListStory {
  readonly medicines: readonly MedicineStory[];
  readonly reconciled: readonly Deed[];
  readonly named: readonly (Deed & { readonly substance: string; readonly answer: SubstanceAnswer })[];
}

const day = (offset: DayOffset, by: string, hour = 15): Deed => ({ day: offset, hour, by });
const elsewhere = { kind: 'prescription', source: 'other-clinician', route: 'oral' } as const;
const onTheirOwn = { kind: 'over-the-counter', source: 'patient', route: 'oral' } as const;
const supplement = { kind: 'supplement', source: 'patient', route: 'oral' } as const;
const asked = (deed: Deed, answers: Readonly<Record<string, SubstanceAnswer>>) => Object.entries(answers).map(([substance, answer]) => ({ ...deed, substance, answer }));

/** By the patient's key. Some lists were gone through lately, some long ago, some never. */
export const MEDICINE_LISTS: Readonly<Record<string, MedicineListStory>> = {
  P01: {
    medicines: [
      { ...elsewhere, drug: 'sumatriptan', doseAmount: 50, doseUnit: 'mg', timesPerDay: 2, asNeeded: true, sinceDay: -900, prescriber: 'Her family doctor', note: 'Two or three days a month.', added: day(7, 'u-rn-1') },
      { ...onTheirOwn, drug: 'ibuprofen', doseAmount: 400, doseUnit: 'mg', timesPerDay: 3, asNeeded: true, added: day(7, 'u-rn-1'), stopped: { ...day(14, 'u-physiatrist-1'), reason: 'Bleeding risk together with duloxetine.' } },
      { ...supplement, drug: 'Magnesium citrate', doseAmount: 300, doseUnit: 'mg', timesPerDay: 1, sinceDay: 40, added: day(61, 'u-rn-1') },
    ],
    reconciled: [day(7, 'u-rn-1', 16), day(171, 'u-rn-1')],
    named: [],
  },
  P02: {
    medicines: [
      { ...elsewhere, drug: 'warfarin', doseAmount: 5, doseUnit: 'mg', timesPerDay: 1, sinceDay: -1400, prescriber: 'Cardiology', note: 'INR every four weeks.', added: day(0, 'u-physiatrist-2') },
      { ...elsewhere, drug: 'metoprolol', doseAmount: 50, doseUnit: 'mg', timesPerDay: 2, sinceDay: -1400, prescriber: 'Cardiology', added: day(3, 'u-rn-1') },
      { ...onTheirOwn, drug: 'naproxen', doseAmount: 220, doseUnit: 'mg', timesPerDay: 2, sinceDay: -20, note: 'Found when the list was gone through.', added: day(3, 'u-rn-1'), stopped: { ...day(3, 'u-rn-1', 16), reason: 'Takes warfarin: agreed with the physiatrist to stop.' } },
    ],
    reconciled: [day(3, 'u-rn-1', 17)],
    named: asked(day(35, 'u-physiatrist-2', 12), { 'local-anaesthetic': 'not-allergic', latex: 'not-allergic', adhesive: 'not-allergic' }),
  },
  P03: {
    medicines: [
      { ...elsewhere, drug: 'oral-contraceptive', timesPerDay: 1, doseAmount: 1, doseUnit: 'tablet', sinceDay: -2000, prescriber: 'Gynaecology', added: day(0, 'u-physiatrist-1') },
      { ...supplement, drug: 'Peppermint oil', doseAmount: 1, doseUnit: 'capsule', timesPerDay: 3, asNeeded: true, added: day(9, 'u-rd-1') },
    ],
    reconciled: [],
    named: asked(day(0, 'u-physiatrist-1'), { adhesive: 'allergic', latex: 'not-allergic' }),
  },
  P04: {
    medicines: [
      { ...elsewhere, drug: 'prednisone', doseAmount: 7.5, doseUnit: 'mg', timesPerDay: 1, sinceDay: -2200, prescriber: 'Rheumatology elsewhere', added: day(0, 'u-physiatrist-2') },
      { ...elsewhere, drug: 'Alendronate', doseAmount: 70, doseUnit: 'mg', sinceDay: 10, prescriber: 'His family doctor', note: 'Once a week, on Sundays.', added: day(12, 'u-rn-1') },
      { ...supplement, drug: 'Vitamin D', doseAmount: 25, doseUnit: 'mcg', timesPerDay: 1, source: 'pharmacy', added: day(4, 'u-rn-1') },
    ],
    reconciled: [day(12, 'u-rn-1', 16)],
    named: [],
  },
  P05: {
    medicines: [{ ...onTheirOwn, drug: 'melatonin', doseAmount: 3, doseUnit: 'mg', timesPerDay: 1, asNeeded: true, added: day(40, 'u-rn-1') }],
    reconciled: [day(40, 'u-rn-1', 16)],
    named: [],
  },
  P06: {
    medicines: [
      { ...elsewhere, drug: 'Metformin', doseAmount: 1000, doseUnit: 'mg', timesPerDay: 2, sinceDay: -1800, prescriber: 'His family doctor', added: day(0, 'u-physiatrist-2') },
      { ...elsewhere, drug: 'Atorvastatin', doseAmount: 20, doseUnit: 'mg', timesPerDay: 1, source: 'pharmacy', added: day(19, 'u-rn-1') },
    ],
    reconciled: [day(19, 'u-rn-1', 16)],
    named: asked(day(5, 'u-pain-1'), { contrast: 'allergic', steroid: 'not-allergic', 'local-anaesthetic': 'not-allergic', latex: 'not-allergic' }),
  },
  P07: {
    medicines: [{ ...supplement, drug: 'Ferrous sulfate', doseAmount: 325, doseUnit: 'mg', timesPerDay: 1, sinceDay: -60, note: 'For restless legs.', added: day(0, 'u-rheum-1') }],
    reconciled: [],
    named: asked(day(0, 'u-rheum-1'), { latex: 'allergic' }),
  },
  P08: {
    medicines: [
      {
        drug: 'oxycodone', kind: 'prescription', source: 'our-plan', route: 'oral', doseAmount: 5, doseUnit: 'mg', timesPerDay: 1, sinceDay: -1100, prescriber: 'Dr. Caleb Oyelaran',
        note: 'Inherited; the taper stands on the plan.', monitoringDay: 4, agreementDay: 4, hasNaloxone: true, morphineEquivalent: 7.5, morphineEquivalentSource: 'State monitoring report', added: day(175, 'u-pain-1'),
      },
      { ...elsewhere, drug: 'clonazepam', doseAmount: 0.5, doseUnit: 'mg', timesPerDay: 2, sinceDay: -1500, prescriber: 'A psychiatrist elsewhere', added: day(0, 'u-physiatrist-1'), stopped: { ...day(160, 'u-pain-1'), reason: 'End of the agreed taper.' } },
      { ...onTheirOwn, drug: 'diphenhydramine', doseAmount: 25, doseUnit: 'mg', asNeeded: true, note: 'For sleep, some nights.', added: day(21, 'u-rn-1') },
    ],
    reconciled: [day(21, 'u-rn-1', 16), day(161, 'u-rn-1')],
    named: [],
  },
  P09: {
    medicines: [
      { ...elsewhere, drug: 'bupropion', doseAmount: 150, doseUnit: 'mg', timesPerDay: 1, prescriber: 'A clinic elsewhere', note: 'Found at the screen before TMS.', added: day(98, 'u-pain-1') },
      { ...onTheirOwn, drug: 'acetaminophen', doseAmount: 1000, doseUnit: 'mg', timesPerDay: 3, asNeeded: true, added: day(46, 'u-rn-1') },
    ],
    reconciled: [day(46, 'u-rn-1', 16)],
    named: asked(day(45, 'u-pain-1', 8), { 'local-anaesthetic': 'not-allergic', latex: 'not-allergic', adhesive: 'not-allergic', contrast: 'not-allergic', steroid: 'not-allergic' }),
  },
  P10: {
    medicines: [
      { ...onTheirOwn, drug: 'acetaminophen', doseAmount: 1000, doseUnit: 'mg', timesPerDay: 3, asNeeded: true, added: day(0, 'u-pain-1') },
      { ...elsewhere, drug: 'tramadol', doseAmount: 50, doseUnit: 'mg', timesPerDay: 2, asNeeded: true, prescriber: 'His family doctor', added: day(48, 'u-pain-1') },
    ],
    reconciled: [],
    named: [],
  },
  P11: {
    medicines: [
      { ...elsewhere, drug: 'ciprofloxacin', doseAmount: 500, doseUnit: 'mg', timesPerDay: 2, sinceDay: 87, prescriber: 'Urgent care', added: day(88, 'u-physiatrist-1'), stopped: { ...day(92, 'u-physiatrist-1'), reason: 'Course finished.' } },
      { ...onTheirOwn, drug: 'ibuprofen', doseAmount: 400, doseUnit: 'mg', timesPerDay: 2, asNeeded: true, added: day(26, 'u-rn-1') },
    ],
    reconciled: [day(26, 'u-rn-1', 16)],
    named: asked(day(25, 'u-pain-1', 8), { 'local-anaesthetic': 'allergic', latex: 'not-allergic', steroid: 'not-allergic' }),
  },
  P12: {
    medicines: [
      { ...elsewhere, drug: 'Metformin', doseAmount: 500, doseUnit: 'mg', timesPerDay: 2, sinceDay: -300, prescriber: 'Her family doctor', added: day(0, 'u-physiatrist-2') },
      { ...supplement, drug: 'Turmeric', note: 'Strength not known; will bring the bottle.', added: day(0, 'u-physiatrist-2') },
    ],
    reconciled: [],
    named: [],
  },
};
