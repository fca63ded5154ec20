import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P09_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'milnacipran', catalogueId: 'med.milnacipran', discipline: 'rheumatologist', owner: 'u-rheum-1', goals: ['kitchen'],
    details: { drug: 'milnacipran', doseAmount: 12.5, doseUnit: 'mg', route: 'oral', timesPerDay: 2, measure: 'peg' },
    steps: [
      { day: 6, hour: 16, by: 'u-rheum-1', do: 'plan', reason: 'Third medicine; blood pressure 118/74.' },
      { day: 6, hour: 17, by: 'u-rheum-1', do: 'start', reviewDay: 34 },
      { day: 10, hour: 9, by: 'u-rheum-1', do: 'edit', details: { doseAmount: 25 }, goals: ['kitchen', 'photos'], reason: 'Tolerated.' },
      { day: 14, hour: 9, by: 'u-rheum-1', do: 'edit', details: { doseAmount: 50 }, reason: 'Pulse and blood pressure stable.' },
      { day: 34, hour: 10, by: 'u-rheum-1', do: 'decide', decision: 'keep', reviewDay: 92, reason: 'PEG 8.3 to 8.0, too early to judge; no side effects.' },
      { day: 92, hour: 13, by: 'u-rheum-1', do: 'decide', decision: 'keep', reviewDay: 175, reason: 'Mood a little better, no side effects.' },
      { day: 175, hour: 16, by: 'u-rheum-1', do: 'decide', decision: 'keep', reviewDay: 217, reason: 'Continue or phase out: decided at the next review.' },
    ],
  },
  {
    key: 'cbt', catalogueId: 'psy.cbt', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['photos', 'nights'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 18, sessionsDone: 0, measure: 'phq9' }, doseText: 'Once a week',
    steps: [
      { day: 8, hour: 15, by: 'u-psy-1', do: 'plan', reason: 'Six sessions already done elsewhere.' },
      { day: 8, hour: 16, by: 'u-psy-1', do: 'start', reviewDay: 50 },
      { day: 50, hour: 15, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 61, reason: 'The week after the infusion is no time to judge it.' },
      { day: 61, hour: 15, by: 'u-psy-1', do: 'edit', doseText: 'Every 2 weeks', details: { sessionsDone: 8 }, reason: 'Skills known; keeps contact through the next treatments.' },
      { day: 61, hour: 16, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 145, reason: 'Wider spacing.' },
      { day: 160, hour: 15, by: 'u-psy-1', do: 'edit', doseText: 'Every 4 weeks', details: { sessionsDone: 15 }, reason: 'Relapse plan written.' },
      { day: 160, hour: 16, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 217, reason: 'No further change: boosters only.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['walk-dog', 'kitchen'],
    details: { format: 'at-home', minutes: 15, timesPerWeek: 4, measure: 'evs' }, doseText: 'And 10 min walk, 3 days a week',
    steps: [
      { day: 10, hour: 15, by: 'u-pt-1', do: 'plan' },
      { day: 10, hour: 16, by: 'u-pt-1', do: 'start', reviewDay: 61 },
      { day: 45, hour: 14, by: 'u-pain-1', do: 'pause', reason: 'Infusion day.' },
      { day: 46, hour: 11, by: 'u-pain-1', do: 'resume', reason: 'Well on the nurse call.' },
      { day: 61, hour: 11, by: 'u-pt-1', do: 'edit', doseText: 'And 15 min walk, 3 days a week', reason: 'Good weeks after the infusion.' },
      { day: 61, hour: 12, by: 'u-pt-1', do: 'decide', decision: 'change', reviewDay: 124, reason: 'Longer walks while the infusion lasts.' },
      { day: 124, hour: 11, by: 'u-pt-1', do: 'edit', doseText: 'And 20 min walk, 3 days a week', reason: 'Target reached.' },
      { day: 124, hour: 12, by: 'u-pt-1', do: 'decide', decision: 'change', reviewDay: 187, reason: '75 % of sessions done.' },
      { day: 179, hour: 14, by: 'u-pt-2', do: 'edit', details: { timesPerWeek: 3 }, reason: 'Pain rising: one step back, walking kept.' },
      { day: 179, hour: 15, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 221, reason: 'What TMS gave fades; the walks matter most to her.' },
    ],
  },
  {
    key: 'tens', catalogueId: 'cam.tens', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['kitchen'],
    details: { item: 'Two-channel TENS unit, on loan', site: 'upper-back', minutes: 30, timesPerDay: 2, measure: 'nprs' },
    steps: [
      { day: 17, hour: 10, by: 'u-pt-1', do: 'plan', reason: 'Home trial; no implant, skin intact.' },
      { day: 17, hour: 11, by: 'u-pt-1', do: 'start', reviewDay: 45, details: { doneOn: 17 } },
      { day: 47, hour: 10, by: 'u-pt-1', do: 'edit', details: { timesPerDay: 1 }, doseText: 'When needed, before cooking', reason: 'Helps for an hour: kept for that hour.' },
      { day: 47, hour: 11, by: 'u-pt-1', do: 'decide', decision: 'change', reviewDay: 187, reason: 'No change of pain over the day, an hour of ease each time.' },
    ],
  },
  {
    key: 'lidocaine', catalogueId: 'inf.lidocaine', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['kitchen', 'nights'],
    details: { supervisor: 'u-pain-1', doseAmount: 5, doseUnit: 'mg/kg', minutes: 40, monitoring: 'ECG, blood pressure every 5 minutes, toxicity signs asked', sessionsPlanned: 1, sessionsDone: 0, measure: 'nprs' },
    steps: [
      { day: 40, hour: 13, by: 'u-pain-1', do: 'plan', startsDay: 45, reason: 'PT, CBT and three medicines tried. Supervisor named, checklist complete, ECG normal.' },
      { day: 45, hour: 9, by: 'u-pain-1', do: 'start', reviewDay: 59 },
      { day: 45, hour: 13, by: 'u-pain-1', do: 'edit', details: { doneOn: 45, sessionsDone: 1 }, reason: 'No toxicity signs. Pain 8 to 5 the same day.' },
      { day: 59, hour: 10, by: 'u-rn-1', do: 'edit', details: { reliefAt2Weeks: 38 }, reason: 'Call: pain 5.' },
      { day: 59, hour: 11, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 84, reason: 'A third less, cooks twice a week: followed until it fades.' },
      { day: 73, hour: 10, by: 'u-rn-1', do: 'edit', details: { reliefAt4Weeks: 25 }, reason: 'Call: pain 6.' },
      { day: 84, hour: 12, by: 'u-pain-1', do: 'complete', reason: 'Relief for four weeks, then faded. Not repeated for now.', outcome: 'partial', details: { reliefDays: 28 } },
    ],
  },
  {
    key: 'ketamine', catalogueId: 'inf.ketamine', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['kitchen'],
    details: { supervisor: 'u-pain-1', doseAmount: 0.5, doseUnit: 'mg/kg', minutes: 40, monitoring: 'ECG, oxygen, blood pressure; escort home', sessionsPlanned: 1 },
    steps: [
      { day: 40, hour: 14, by: 'u-pain-1', do: 'plan', reason: 'Compared with lidocaine.' },
      { day: 40, hour: 15, by: 'u-pain-1', do: 'decline', reason: 'Weak or no evidence in fibromyalgia; she fears the altered state.' },
    ],
  },
  {
    key: 'magnesium', catalogueId: 'inf.magnesium', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['kitchen'],
    details: { supervisor: 'u-pain-1', doseAmount: 2, doseUnit: 'g', minutes: 60, monitoring: 'Blood pressure, reflexes', sessionsPlanned: 1 },
    steps: [
      { day: 40, hour: 15, by: 'u-pain-1', do: 'plan', reason: 'Compared with lidocaine.' },
      { day: 40, hour: 16, by: 'u-pain-1', do: 'decline', reason: 'No trial that supports it here.' },
    ],
  },
  {
    key: 'stellate', catalogueId: 'proc.stellate-ganglion-block', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['kitchen'],
    details: { site: 'neck', side: 'right', imageGuidance: 'ultrasound', supervisor: 'u-pain-1', sessionsPlanned: 1 },
    steps: [
      { day: 84, hour: 13, by: 'u-pain-1', do: 'plan', reason: 'Asked by her after reading about it.' },
      { day: 84, hour: 14, by: 'u-pain-1', do: 'decline', reason: 'Experimental in fibromyalgia; stimulation tried first.' },
    ],
  },
  {
    key: 'tms-referral', catalogueId: 'act.specialist-referral', discipline: 'care-coordinator', owner: 'u-cc-1', goals: ['kitchen'],
    details: { referredTo: 'Brain stimulation unit, Quillford General', urgency: 'routine' },
    steps: [
      { day: 84, hour: 15, by: 'u-pain-1', do: 'plan', reason: 'Treatment place for TMS, routine.' },
      { day: 85, hour: 9, by: 'u-cc-1', do: 'start' },
      { day: 98, hour: 12, by: 'u-cc-1', do: 'complete', reason: 'Place confirmed.', details: { doneOn: 98, finding: 'Course begins in two days; report agreed for its end.' } },
    ],
  },
  {
    key: 'tms', catalogueId: 'neuro.tms', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['kitchen', 'photos'],
    details: { site: 'head', side: 'left', sessionsPlanned: 20, sessionsDone: 0, measure: 'peg' }, doseText: '5 sessions a week over the motor cortex',
    steps: [
      { day: 90, hour: 10, by: 'u-pain-1', do: 'plan', startsDay: 100, reason: 'Infusion effect gone.' },
      {
        day: 98, hour: 10, by: 'u-pain-1', do: 'edit', doseText: '5 sessions a week over the motor cortex, lower intensity',
        reason: 'Screen: bupropion from another clinic lowers the seizure threshold. Prescriber agrees, dose stays constant, lower intensity, seizure plan at hand.',
      },
      { day: 100, hour: 9, by: 'u-pain-1', do: 'start', endsDay: 128, details: { sessionsDone: 1 } },
      { day: 107, hour: 9, by: 'u-pain-1', do: 'edit', details: { sessionsDone: 6 }, reason: 'Slight headache after two sessions.' },
      { day: 114, hour: 9, by: 'u-pain-1', do: 'edit', details: { sessionsDone: 11 }, reason: 'Half done, no aura, sleeps better.' },
      { day: 128, hour: 9, by: 'u-pain-1', do: 'edit', details: { sessionsDone: 20, doneOn: 128 }, endsDay: 175, reason: '20 of 20 sessions, no adverse event; the response is followed.' },
      { day: 142, hour: 10, by: 'u-pain-1', do: 'edit', details: { reliefAt2Weeks: 31 }, reason: 'PEG 8.3 to 5.7.' },
      { day: 156, hour: 10, by: 'u-pain-1', do: 'edit', details: { reliefAt4Weeks: 24 }, reason: 'PEG 6.3.' },
      { day: 175, hour: 13, by: 'u-pain-1', do: 'complete', reason: 'Partial fade: PEG 6.3, global change 3 of 7. Not repeated.', outcome: 'partial' },
    ],
  },
];

export const P09_TRIED: readonly PastTreatmentStory[] = [
  { day: 6, hour: 13, by: 'u-rheum-1', catalogueId: 'med.duloxetine', discipline: 'rheumatologist', outcome: 'none', endedDay: -300, reason: '60 mg once a day for sixteen weeks.' },
  { day: 6, hour: 14, by: 'u-rheum-1', catalogueId: 'med.pregabalin', discipline: 'rheumatologist', outcome: 'not-tolerated', endedDay: -200, reason: '150 mg twice a day: dizziness without gain, tapered.' },
  { day: 8, hour: 15, by: 'u-psy-1', catalogueId: 'psy.cbt', discipline: 'psychotherapist', outcome: 'partial', endedDay: -40, reason: 'Six sessions elsewhere; ended when she moved.' },
  { day: 10, hour: 12, by: 'u-pt-1', catalogueId: 'pt.program', discipline: 'physical-therapist', outcome: 'partial', endedDay: -60, reason: '16 visits elsewhere, report received: stronger, pain unchanged.' },
];
