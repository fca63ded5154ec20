import type { ActivityStory, PastTreatmentStory, StoryDetails } from '../story.types.ts';

/** The same order twice: what differs is what came of it. */
const EPIDURAL: StoryDetails = {
  site: 'thoracic-spine', imageGuidance: 'fluoroscopy', anaesthetic: 'Lidocaine 1 %, 2 mL', steroid: 'Dexamethasone', steroidDose: 10, supervisor: 'u-pain-1', sessionsPlanned: 1, sessionsDone: 0, measure: 'nprs',
};

export const P06_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'naproxen', catalogueId: 'med.nsaid-rx', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['band'],
    details: { drug: 'naproxen', doseAmount: 500, doseUnit: 'mg', route: 'oral', timesPerDay: 2, measure: 'nprs' }, doseText: 'With food',
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-2', do: 'plan' },
      { day: 0, hour: 14, by: 'u-physiatrist-2', do: 'start', endsDay: 14 },
      { day: 14, hour: 12, by: 'u-physiatrist-2', do: 'complete', reason: 'Two weeks over; little gain on nerve pain.', outcome: 'none' },
    ],
  },
  {
    key: 'gabapentin', catalogueId: 'med.gabapentin', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['band'],
    details: { drug: 'gabapentin', doseAmount: 300, doseUnit: 'mg', route: 'oral', timesPerDay: 1, measure: 'nprs' }, doseText: 'In the evening',
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-2', do: 'plan', reason: 'Nerve pain; kidney function normal.' },
      { day: 0, hour: 16, by: 'u-physiatrist-2', do: 'start', reviewDay: 28 },
      { day: 7, hour: 9, by: 'u-physiatrist-2', do: 'edit', details: { timesPerDay: 3 }, doseText: null, reason: 'Tolerated.' },
      { day: 28, hour: 10, by: 'u-physiatrist-2', do: 'decide', decision: 'keep', reviewDay: 84, reason: 'Burning along the rib less; not drowsy.' },
      { day: 84, hour: 12, by: 'u-physiatrist-2', do: 'decide', decision: 'keep', reviewDay: 168, reason: 'Sleeps better with it.' },
      {
        day: 159, hour: 10, by: 'u-physiatrist-2', do: 'edit', details: { timesPerDay: 2, taper: [{ fromDay: 173, amount: 300, timesPerDay: 1 }] }, doseText: 'Morning and evening', endsDay: 187,
        reason: 'Four weeks after surgery, pain falling: first taper step.',
      },
      { day: 159, hour: 11, by: 'u-physiatrist-2', do: 'decide', decision: 'change', reviewDay: 187, reason: 'The nerve is free: tapered over four weeks.' },
      { day: 173, hour: 11, by: 'u-physiatrist-2', do: 'edit', details: { timesPerDay: 1, taper: null }, doseText: 'In the evening', reason: 'Second taper step, no rebound.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['band', 'drive'],
    details: { format: 'individual', minutes: 40, timesPerWeek: 1, sessionsPlanned: 30, sessionsDone: 0, measure: 'psfs' }, doseText: 'Thoracic extension 2 x 8; walk 20 min, 3 days a week',
    steps: [
      { day: 0, hour: 17, by: 'u-physiatrist-2', do: 'plan' },
      { day: 7, hour: 11, by: 'u-pt-2', do: 'start' },
      { day: 18, hour: 12, by: 'u-pain-1', do: 'pause', reason: 'Epidural today: hold, then gentle from the second day.' },
      { day: 20, hour: 9, by: 'u-pt-2', do: 'resume', reason: 'No heavy upper-body load until a week after the injection.' },
      { day: 74, hour: 12, by: 'u-pain-1', do: 'pause', reason: 'Epidural today.' },
      { day: 76, hour: 9, by: 'u-pt-2', do: 'resume', reason: 'As after the first one.' },
      { day: 118, hour: 11, by: 'u-physiatrist-2', do: 'pause', reason: 'New gait change.' },
      { day: 145, hour: 13, by: 'u-pt-2', do: 'resume', reason: 'Two weeks after decompression, cleared by the surgeon.' },
      {
        day: 145, hour: 14, by: 'u-pt-2', do: 'edit', doseText: 'Walk 5 min, twice a day; no lifting above 5 kg', details: { minutes: 30, timesPerWeek: 2, sessionsDone: 14 }, goals: ['stairs', 'band'],
        reason: 'Rehabilitation after decompression.',
      },
      { day: 166, hour: 12, by: 'u-pt-2', do: 'edit', doseText: 'Walk 10 min, twice a day; step-ups 2 x 6', details: { sessionsDone: 20 }, reason: 'Leg strength even.' },
    ],
  },
  {
    key: 'epidural-1', catalogueId: 'proc.epidural-steroid', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['band'], details: EPIDURAL, doseText: 'T7/8 right, without contrast',
    steps: [
      { day: 5, hour: 12, by: 'u-pain-1', do: 'plan', startsDay: 18, reason: 'Radicular pain, MRI fits. Glucose plan with the nurse first; contrast allergy noted.' },
      { day: 18, hour: 9, by: 'u-pain-1', do: 'start', reviewDay: 32 },
      { day: 18, hour: 11, by: 'u-pain-1', do: 'edit', details: { doneOn: 18, sessionsDone: 1 }, reason: 'No complication. Glucose twice a day for 14 days.' },
      { day: 32, hour: 10, by: 'u-pain-1', do: 'edit', details: { reliefAt2Weeks: 43 }, reason: 'NPRS 7 to 4.' },
      { day: 32, hour: 11, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 60, reason: 'Below half, but he walks more: followed until it fades.' },
      { day: 46, hour: 9, by: 'u-physiatrist-2', do: 'edit', details: { reliefAt4Weeks: 29 }, reason: 'NPRS 5: fading.' },
      { day: 60, hour: 10, by: 'u-pain-1', do: 'complete', reason: 'Gone by day 32 after it.', outcome: 'partial', details: { reliefDays: 32 } },
    ],
  },
  {
    key: 'call-1', catalogueId: 'act.post-procedure-call', discipline: 'nurse', owner: 'u-rn-1', goals: ['sugar'], details: { measure: 'nprs' },
    steps: [
      { day: 18, hour: 13, by: 'u-rn-1', do: 'plan', startsDay: 19 },
      { day: 19, hour: 10, by: 'u-rn-1', do: 'start' },
      { day: 19, hour: 11, by: 'u-rn-1', do: 'complete', reason: 'Reached; measures twice a day.', details: { doneOn: 19, finding: 'No fever or weakness. Glucose 228 mg/dL.' } },
    ],
  },
  {
    key: 'epidural-2', catalogueId: 'proc.epidural-steroid', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['band'], details: EPIDURAL, doseText: 'T7/8 right, without contrast',
    steps: [
      { day: 64, hour: 10, by: 'u-pain-1', do: 'plan', startsDay: 74, reason: 'First one gave 43 %, below half: repeated once to gain time for exercise, he wants to avoid surgery.' },
      { day: 74, hour: 9, by: 'u-pain-1', do: 'start', reviewDay: 88 },
      { day: 74, hour: 11, by: 'u-pain-1', do: 'edit', details: { doneOn: 74, sessionsDone: 1 }, reason: 'No complication. Not to be repeated if relief is short again.' },
      { day: 88, hour: 10, by: 'u-pain-1', do: 'edit', details: { reliefAt2Weeks: 33 }, reason: 'NPRS 6 to 4.' },
      { day: 102, hour: 10, by: 'u-pain-1', do: 'edit', details: { reliefAt4Weeks: 0, reliefDays: 21 }, reason: 'Back to 6.' },
      { day: 102, hour: 11, by: 'u-pain-1', do: 'decide', decision: 'stop', reason: 'Shorter than the first: no third one.', outcome: 'partial' },
    ],
  },
  {
    key: 'call-2', catalogueId: 'act.post-procedure-call', discipline: 'nurse', owner: 'u-rn-1', goals: ['sugar'], details: { measure: 'nprs' },
    steps: [
      { day: 74, hour: 13, by: 'u-rn-1', do: 'plan', startsDay: 75 },
      { day: 75, hour: 10, by: 'u-rn-1', do: 'start' },
      { day: 75, hour: 11, by: 'u-rn-1', do: 'complete', reason: 'Reached; knows the thresholds.', details: { doneOn: 75, finding: 'Well. Glucose 196 mg/dL.' } },
    ],
  },
  {
    key: 'nerve-block', catalogueId: 'proc.spinal-nerve-block', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['band'],
    details: { site: 'thoracic-spine', side: 'right', imageGuidance: 'fluoroscopy', anaesthetic: 'Lidocaine 2 %, 1 mL', supervisor: 'u-pain-1', sessionsPlanned: 1 }, doseText: 'T7 root, diagnostic',
    steps: [
      { day: 61, hour: 11, by: 'u-pain-1', do: 'plan', reason: 'Considered in place of a second epidural.' },
      { day: 64, hour: 9, by: 'u-pain-1', do: 'decline', reason: 'Level is clear from MRI: nothing to learn from a diagnostic block.' },
    ],
  },
  {
    key: 'facet', catalogueId: 'proc.facet-joint-injection', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['band'],
    details: { site: 'thoracic-spine', side: 'right', imageGuidance: 'fluoroscopy', supervisor: 'u-pain-1', sessionsPlanned: 1 }, doseText: 'T7/8',
    steps: [
      { day: 61, hour: 12, by: 'u-pain-1', do: 'plan', reason: 'Considered.' },
      { day: 64, hour: 11, by: 'u-pain-1', do: 'decline', reason: 'Pain is radicular, facets not tender.' },
    ],
  },
  {
    key: 'mri', catalogueId: 'act.imaging-review', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['band'],
    steps: [
      { day: 118, hour: 12, by: 'u-physiatrist-2', do: 'plan', reason: 'New gait change: today.' },
      { day: 118, hour: 14, by: 'u-physiatrist-2', do: 'start' },
      { day: 118, hour: 16, by: 'u-physiatrist-2', do: 'complete', reason: 'Surgeon called.', details: { doneOn: 118, finding: 'T7/8 herniation larger, cord touched, no signal change in the cord.' } },
    ],
  },
  {
    key: 'candidacy', catalogueId: 'surg.candidacy-evaluation', discipline: 'surgeon', owner: 'u-surg-1', goals: ['band'],
    details: { cordOrRootAtRisk: true, severeDeformity: false, refractoryPain: true, candidacy: 'not-evaluated', site: 'thoracic-spine' },
    steps: [
      { day: 118, hour: 17, by: 'u-physiatrist-2', do: 'plan', reason: 'Cord or root at risk: no waiting period.' },
      { day: 119, hour: 9, by: 'u-surg-1', do: 'start' },
      { day: 119, hour: 13, by: 'u-surg-1', do: 'complete', reason: 'Decompression within two weeks.', details: { candidacy: 'candidate', doneOn: 119, finding: 'Cord contact at T7/8 with gait change; segment stable.' } },
    ],
  },
  {
    key: 'decompression', catalogueId: 'surg.decompression', discipline: 'surgeon', owner: 'u-surg-1', goals: ['band'],
    details: { cordOrRootAtRisk: true, severeDeformity: false, refractoryPain: true, candidacy: 'candidate', site: 'thoracic-spine', approach: 'open', setting: 'inpatient', measure: 'nprs' }, doseText: 'T7/8',
    steps: [
      { day: 119, hour: 14, by: 'u-surg-1', do: 'plan', startsDay: 131, reason: 'Cord or root at risk.' },
      { day: 131, hour: 9, by: 'u-surg-1', do: 'start', reviewDay: 173 },
      { day: 131, hour: 15, by: 'u-surg-1', do: 'edit', details: { doneOn: 131, finding: 'Herniation removed; nerve and cord free.' }, reason: 'No complication. Hands-on care near the scar only after 12 weeks.' },
      { day: 173, hour: 11, by: 'u-surg-1', do: 'complete', reason: 'Wound closed, gait and leg strength even.', outcome: 'effective' },
    ],
  },
  {
    key: 'fusion', catalogueId: 'surg.fusion', discipline: 'surgeon', owner: 'u-surg-1', goals: ['band'],
    details: { cordOrRootAtRisk: true, severeDeformity: false, candidacy: 'not-a-candidate', site: 'thoracic-spine', approach: 'open', setting: 'inpatient' }, doseText: 'T7/8',
    steps: [
      { day: 119, hour: 15, by: 'u-surg-1', do: 'plan', reason: 'Discussed with decompression.' },
      { day: 119, hour: 16, by: 'u-surg-1', do: 'decline', reason: 'Segment stable: not needed.' },
    ],
  },
  {
    key: 'minimally-invasive', catalogueId: 'surg.minimally-invasive', discipline: 'surgeon', owner: 'u-surg-1', goals: ['band'],
    details: { cordOrRootAtRisk: true, candidacy: 'not-a-candidate', site: 'thoracic-spine', approach: 'minimally-invasive', setting: 'outpatient' }, doseText: 'T7/8',
    steps: [
      { day: 119, hour: 16, by: 'u-surg-1', do: 'plan', reason: 'He asks for an outpatient operation.' },
      { day: 119, hour: 17, by: 'u-surg-1', do: 'decline', reason: 'Thoracic cord contact: inpatient, open view.' },
    ],
  },
  {
    key: 'massage', catalogueId: 'cam.massage', discipline: 'massage-therapist', owner: null, goals: [], details: { site: 'upper-back', minutes: 30 },
    steps: [
      { day: 147, hour: 12, by: 'u-cc-1', do: 'plan', reason: 'He asks for massage.' },
      { day: 147, hour: 13, by: 'u-cc-1', do: 'decline', reason: 'Less than 12 weeks after spine surgery; asked again at the next review.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['stairs'],
    details: { format: 'at-home', minutes: 10, timesPerWeek: 14, measure: 'evs' }, doseText: 'Twice a day, no twisting',
    steps: [
      { day: 152, hour: 11, by: 'u-pt-2', do: 'plan' },
      { day: 152, hour: 12, by: 'u-pt-2', do: 'start', reviewDay: 180 },
      { day: 180, hour: 11, by: 'u-pt-2', do: 'edit', details: { minutes: 15 }, doseText: 'Twice a day, gentle rotation added', reason: '88 % of sessions done.' },
      { day: 180, hour: 12, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 215, reason: 'Leg strength even, scar calm: one step more.' },
    ],
  },
];

export const P06_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-physiatrist-2', catalogueId: 'med.otc-analgesic', discipline: 'physiatrist', outcome: 'partial', endedDay: -14, reason: 'Acetaminophen, up to 3 g a day for months: takes the edge off.' },
  { day: 0, hour: 12, by: 'u-physiatrist-2', catalogueId: 'med.cyclobenzaprine', discipline: 'physiatrist', outcome: 'none', endedDay: -150, reason: '10 mg at night for two weeks from urgent care: only drowsy.' },
  { day: 7, hour: 12, by: 'u-pt-2', catalogueId: 'cam.tens', discipline: 'physical-therapist', outcome: 'none', endedDay: -60, reason: 'Borrowed unit over the ribs, three weeks.' },
];
