import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P04_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'red-flags', catalogueId: 'act.red-flag-screen', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: [],
    steps: [
      { day: 0, hour: 9, by: 'u-physiatrist-2', do: 'plan' },
      { day: 0, hour: 10, by: 'u-physiatrist-2', do: 'start' },
      {
        day: 0, hour: 11, by: 'u-physiatrist-2', do: 'complete', reason: 'Positive: MRI tomorrow.',
        details: { doneOn: 0, finding: 'Age, prednisone, sudden pain on lifting. No leg signs, bladder and bowel normal.' },
      },
    ],
  },
  {
    key: 'mri', catalogueId: 'act.imaging-review', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: [],
    steps: [
      { day: 0, hour: 12, by: 'u-physiatrist-2', do: 'plan', startsDay: 1 },
      { day: 1, hour: 11, by: 'u-physiatrist-2', do: 'start' },
      { day: 1, hour: 12, by: 'u-physiatrist-2', do: 'complete', reason: 'Fracture confirmed.', details: { doneOn: 1, finding: 'T8 compression fracture, a third of its height, fresh oedema, cord free.' } },
    ],
  },
  {
    key: 'acetaminophen', catalogueId: 'med.otc-analgesic', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: [],
    details: { drug: 'acetaminophen', doseAmount: 1000, doseUnit: 'mg', route: 'oral', timesPerDay: 3, measure: 'nprs' }, doseText: '2 tablets of 500 mg each time',
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-2', do: 'plan' },
      { day: 0, hour: 14, by: 'u-physiatrist-2', do: 'start', reviewDay: 28 },
      { day: 28, hour: 11, by: 'u-physiatrist-2', do: 'edit', details: { doseAmount: 500, timesPerDay: 4, asNeeded: true }, doseText: null, goals: ['bed'], reason: 'Pain at rest 4.' },
      { day: 28, hour: 12, by: 'u-physiatrist-2', do: 'decide', decision: 'change', reviewDay: 84, reason: 'Only when needed from now on.' },
      { day: 84, hour: 12, by: 'u-physiatrist-2', do: 'complete', reason: 'Not needed for two weeks.', outcome: 'effective' },
    ],
  },
  {
    key: 'oxycodone', catalogueId: 'med.opioid-short-term', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['strong-pills'],
    details: {
      drug: 'oxycodone', doseAmount: 5, doseUnit: 'mg', route: 'oral', timesPerDay: 3, asNeeded: true, morphineEquivalent: 22.5, morphineEquivalentSource: 'CDC 2022: oxycodone x 1.5',
      monitoringCheckedOn: 1, agreementOn: 1, naloxone: 'prescribed', measure: 'nprs',
    },
    steps: [
      { day: 1, hour: 13, by: 'u-physiatrist-2', do: 'plan', endsDay: 8, reason: 'Fresh fracture, cannot sit up.' },
      { day: 1, hour: 14, by: 'u-physiatrist-2', do: 'start', endsDay: 8, reason: 'Stop date set; nurse call on the third day.' },
      { day: 4, hour: 12, by: 'u-physiatrist-2', do: 'edit', details: { timesPerDay: 1, morphineEquivalent: 7.5, naloxone: 'at-hand' }, doseText: 'At night only', reason: 'Drowsy by day on the nurse call; pain 6.' },
      { day: 8, hour: 10, by: 'u-physiatrist-2', do: 'complete', reason: 'Stop date reached.', outcome: 'effective' },
    ],
  },
  {
    key: 'rest', catalogueId: 'life.relative-rest', discipline: 'physiatrist', owner: null, goals: [], details: { minutes: 20, timesPerDay: 3 }, doseText: 'Lie down after each meal, up every hour',
    steps: [
      { day: 1, hour: 16, by: 'u-physiatrist-2', do: 'plan' },
      { day: 1, hour: 17, by: 'u-physiatrist-2', do: 'start', endsDay: 5 },
      { day: 8, hour: 12, by: 'u-physiatrist-2', do: 'complete', reason: 'Up most of the day.', outcome: 'effective' },
    ],
  },
  {
    key: 'candidacy', catalogueId: 'surg.candidacy-evaluation', discipline: 'surgeon', owner: 'u-surg-1', goals: [],
    details: { cordOrRootAtRisk: false, severeDeformity: false, refractoryPain: true, candidacy: 'not-evaluated', site: 'thoracic-spine' },
    steps: [
      { day: 1, hour: 15, by: 'u-physiatrist-2', do: 'plan', reason: 'Debilitating pain from a confirmed fracture.' },
      { day: 9, hour: 14, by: 'u-surg-1', do: 'start' },
      {
        day: 9, hour: 17, by: 'u-surg-1', do: 'complete', reason: 'Stable, pain falling. Film in seven weeks.',
        details: { refractoryPain: false, candidacy: 'not-a-candidate', doneOn: 9, finding: 'Stable T8 fracture, no cord risk: no open surgery; augmentation possible.' },
      },
    ],
  },
  {
    key: 'kyphoplasty', catalogueId: 'surg.kyphoplasty', discipline: 'surgeon', owner: 'u-surg-1', goals: [],
    details: { cordOrRootAtRisk: false, severeDeformity: false, refractoryPain: true, candidacy: 'candidate', site: 'thoracic-spine', approach: 'minimally-invasive', setting: 'outpatient' }, doseText: 'T8',
    steps: [
      { day: 9, hour: 15, by: 'u-surg-1', do: 'plan', reason: 'Fracture confirmed by MRI; discussed with its evidence.' },
      { day: 9, hour: 16, by: 'u-surg-1', do: 'decline', reason: 'He prefers to wait: pain is falling.' },
    ],
  },
  {
    key: 'vertebroplasty', catalogueId: 'surg.vertebroplasty', discipline: 'surgeon', owner: 'u-surg-1', goals: [],
    details: { cordOrRootAtRisk: false, severeDeformity: false, candidacy: 'not-a-candidate', site: 'thoracic-spine', approach: 'minimally-invasive', setting: 'outpatient' }, doseText: 'T8',
    steps: [
      { day: 9, hour: 16, by: 'u-surg-1', do: 'plan', reason: 'Named as the other augmentation.' },
      { day: 9, hour: 17, by: 'u-surg-1', do: 'decline', reason: 'Not routine: no advantage over sham in pooled trials.' },
    ],
  },
  {
    key: 'mobility', catalogueId: 'pt.rom-mobility', discipline: 'physical-therapist', owner: 'u-pt-2', goals: [],
    details: { format: 'at-home', minutes: 5, timesPerWeek: 21, measure: 'trom' }, doseText: '3 times a day, lying and standing',
    steps: [
      { day: 8, hour: 13, by: 'u-physiatrist-2', do: 'plan' },
      { day: 12, hour: 14, by: 'u-pt-2', do: 'start', goals: ['bed', 'mailbox'], reviewDay: 40 },
      { day: 30, hour: 12, by: 'u-pt-2', do: 'edit', details: { minutes: 10, timesPerWeek: 14 }, doseText: 'Twice a day; no loaded flexion', reason: 'Precaution for the T8 fracture written into the programme.' },
      { day: 40, hour: 11, by: 'u-pt-2', do: 'decide', decision: 'keep', reviewDay: 68, reason: 'Rotation improves, pain on rising 5.' },
      { day: 68, hour: 12, by: 'u-pt-2', do: 'complete', reason: 'Thoracic rotation even on both sides.', outcome: 'effective' },
    ],
  },
  {
    key: 'manipulation', catalogueId: 'cam.manual-manipulation', discipline: 'physiatrist', owner: null, goals: [], details: { site: 'thoracic-spine' },
    steps: [
      { day: 20, hour: 10, by: 'u-physiatrist-2', do: 'plan', reason: 'His son suggests a chiropractor.' },
      { day: 20, hour: 11, by: 'u-physiatrist-2', do: 'decline', reason: 'Fracture: absolute contraindication.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['mailbox'],
    details: { format: 'at-home', minutes: 10, timesPerWeek: 7, measure: 'evs' }, doseText: 'No loaded flexion',
    steps: [
      { day: 30, hour: 13, by: 'u-pt-2', do: 'plan' },
      { day: 30, hour: 14, by: 'u-pt-2', do: 'start', reviewDay: 84 },
      { day: 84, hour: 15, by: 'u-pt-2', do: 'edit', details: { minutes: 15 }, doseText: 'Hip hinge with a stick; no loaded flexion', goals: ['mailbox', 'workshop'], reason: '75 to 80 % of sessions done.' },
      { day: 84, hour: 16, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 168, reason: 'Ready for the hinge; bench work is the next goal.' },
      { day: 168, hour: 10, by: 'u-pt-2', do: 'edit', details: { minutes: 20, timesPerWeek: 5 }, doseText: 'No loaded flexion', reason: '85 % done, back extensors stronger.' },
      { day: 168, hour: 11, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 252, reason: 'Longer sessions, two days of rest.' },
    ],
  },
];

export const P04_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-physiatrist-2', catalogueId: 'med.nsaid-rx', discipline: 'physiatrist', outcome: 'not-tolerated', endedDay: -400, reason: 'Diclofenac for his knees: stomach pain beside prednisone.' },
  { day: 12, hour: 12, by: 'u-pt-2', catalogueId: 'life.heat', discipline: 'physical-therapist', outcome: 'partial', endedDay: 1, reason: 'Hot-water bottle on the first night: eased for an hour.' },
];
