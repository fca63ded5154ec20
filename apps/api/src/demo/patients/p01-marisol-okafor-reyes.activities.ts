import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P01_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'intake', catalogueId: 'act.intake', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: [],
    steps: [
      { day: 0, hour: 9, by: 'u-physiatrist-1', do: 'plan' },
      { day: 0, hour: 10, by: 'u-physiatrist-1', do: 'start' },
      {
        day: 0, hour: 11, by: 'u-physiatrist-1', do: 'complete', reason: 'History and needs taken.',
        details: { doneOn: 0, finding: 'Widespread pain with upper back stiffness, poor sleep, low mood. Red-flag screen clear.' },
      },
    ],
  },
  {
    key: 'fm-criteria', catalogueId: 'act.fm-criteria', discipline: 'rheumatologist', owner: 'u-rheum-1', goals: [], details: { measure: 'acr2016' },
    steps: [
      { day: 0, hour: 12, by: 'u-physiatrist-1', do: 'plan', reason: 'Widespread pain for more than three months.' },
      { day: 5, hour: 14, by: 'u-rheum-1', do: 'start' },
      { day: 5, hour: 15, by: 'u-rheum-1', do: 'complete', reason: 'Criteria met.', details: { doneOn: 5, finding: 'WPI 13, SSS 9, pain in five regions; no sign of inflammatory disease.' } },
    ],
  },
  {
    key: 'duloxetine', catalogueId: 'med.duloxetine', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['supper', 'walk'],
    details: { drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', route: 'oral', timesPerDay: 1, measure: 'peg' },
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'Pain and low mood together.' },
      {
        day: 0, hour: 14, by: 'u-physiatrist-1', do: 'start', reviewDay: 28,
        reason: 'With cyclobenzaprine for two weeks only: serotonergic pair accepted for the spasm, symptom call in week 1.',
      },
      { day: 7, hour: 10, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 60 }, reason: 'First week well tolerated; nurse call without warning signs.' },
      { day: 28, hour: 10, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 84, reason: 'PEG 7.3 to 6.7 after three weeks at 60 mg; no side effects.' },
      { day: 84, hour: 13, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 168, reason: 'PEG down by 2 points, PHQ-9 from 13 to 9.' },
      { day: 168, hour: 11, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 252, reason: 'Holds her gains; reduction is a topic of the next review.' },
    ],
  },
  {
    key: 'cyclobenzaprine', catalogueId: 'med.cyclobenzaprine', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['tablets'],
    details: { drug: 'cyclobenzaprine', doseAmount: 5, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, doseText: 'At night',
    steps: [
      { day: 0, hour: 14, by: 'u-physiatrist-1', do: 'plan', reason: 'Paraspinal spasm that keeps her awake.' },
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'start', endsDay: 14 },
      { day: 14, hour: 11, by: 'u-physiatrist-1', do: 'complete', reason: 'Stop date reached, spasm settled.', outcome: 'effective' },
    ],
  },
  {
    key: 'phase-out', catalogueId: 'med.phase-out', discipline: 'nurse', owner: 'u-rn-1', goals: ['tablets'],
    details: { drug: 'cyclobenzaprine', doseAmount: 5, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, doseText: 'Last tablet after two weeks, no steps needed',
    steps: [
      { day: 0, hour: 16, by: 'u-physiatrist-1', do: 'plan', endsDay: 14 },
      { day: 7, hour: 9, by: 'u-rn-1', do: 'start' },
      { day: 14, hour: 13, by: 'u-rn-1', do: 'complete', reason: 'Stopped as agreed; sleep unchanged.', outcome: 'effective' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['walk'],
    details: { format: 'individual', minutes: 40, timesPerWeek: 2, sessionsPlanned: 16, sessionsDone: 0, measure: 'psfs' },
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'plan', reason: 'Deconditioned, upper back stiff.' },
      { day: 4, hour: 11, by: 'u-pt-1', do: 'start', endsDay: 84 },
      { day: 42, hour: 10, by: 'u-pt-1', do: 'edit', details: { timesPerWeek: 1, sessionsDone: 10 }, goals: ['walk', 'garden'], reason: 'Home exercises done on most days.' },
      { day: 61, hour: 11, by: 'u-pt-1', do: 'edit', details: { sessionsDone: 13 }, reason: 'Three weekly visits, each at planned dose.' },
      { day: 84, hour: 13, by: 'u-pt-1', do: 'complete', reason: 'Course finished; home programme in place.', outcome: 'effective', details: { sessionsDone: 16 } },
    ],
  },
  {
    key: 'walking', catalogueId: 'pt.aerobic-low-impact', discipline: 'physical-therapist', owner: null, goals: ['walk'],
    details: { format: 'at-home', minutes: 8, timesPerWeek: 3, measure: 'evs' }, doseText: 'Walking',
    steps: [
      { day: 4, hour: 12, by: 'u-pt-1', do: 'plan' },
      { day: 4, hour: 13, by: 'u-pt-1', do: 'start' },
      { day: 18, hour: 11, by: 'u-pt-1', do: 'edit', details: { minutes: 15 }, reason: 'Three walks at planned time, effort low.' },
      { day: 46, hour: 10, by: 'u-pt-1', do: 'edit', details: { minutes: 20 }, reason: 'No next-day rise in pain.' },
      { day: 75, hour: 11, by: 'u-pt-1', do: 'edit', details: { minutes: 25 }, reason: 'Ready to progress.' },
      { day: 106, hour: 10, by: 'u-pt-1', do: 'edit', details: { minutes: 30 }, reason: 'Ready to progress.' },
      { day: 137, hour: 10, by: 'u-pt-1', do: 'edit', details: { minutes: 35 }, reason: 'Walks to school both ways.' },
    ],
  },
  {
    key: 'cbt', catalogueId: 'psy.cbt', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['supper', 'sleep'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 12, sessionsDone: 0, measure: 'phq9' }, doseText: 'Once a week',
    steps: [
      { day: 3, hour: 10, by: 'u-psy-1', do: 'plan' },
      { day: 10, hour: 15, by: 'u-psy-1', do: 'start', reviewDay: 52 },
      { day: 52, hour: 14, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 6 }, reason: 'Half of the course.' },
      { day: 52, hour: 15, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 94, reason: 'PHQ-9 of 11; thought records filled in most days.' },
      { day: 94, hour: 14, by: 'u-psy-1', do: 'complete', reason: 'Relapse plan written.', outcome: 'effective', details: { sessionsDone: 12 } },
    ],
  },
  {
    key: 'sleep-hygiene', catalogueId: 'life.sleep-hygiene', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['sleep'],
    details: { hoursPerNight: 7, measure: 'sleep-log' }, doseText: 'Up at 6:15 every day, bed not before 22:30',
    steps: [
      { day: 10, hour: 16, by: 'u-psy-1', do: 'plan' },
      { day: 10, hour: 17, by: 'u-psy-1', do: 'start' },
      { day: 61, hour: 15, by: 'u-psy-1', do: 'edit', doseText: 'Up at 6:15 every day, bed not before 22:00', reason: 'Sleep efficiency above 88 % for two weeks.' },
    ],
  },
  {
    key: 'peer-mentor', catalogueId: 'sup.peer-mentor', discipline: 'peer-mentor', owner: 'u-peer-1', goals: ['supper'],
    details: { withWhom: 'Philippa Nandakumar', format: 'individual', timesPerWeek: 0.5, consentOn: 21 }, doseText: 'By telephone',
    steps: [
      { day: 21, hour: 9, by: 'u-cc-1', do: 'plan', reason: 'She asked to talk with someone who lives with it.' },
      { day: 24, hour: 9, by: 'u-cc-1', do: 'start' },
    ],
  },
  {
    key: 'biofeedback', catalogueId: 'psy.biofeedback', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['supper'],
    details: { format: 'individual', minutes: 45, sessionsPlanned: 6 },
    steps: [
      { day: 17, hour: 14, by: 'u-psy-1', do: 'plan', reason: 'Offered for jaw and shoulder tension.' },
      { day: 24, hour: 14, by: 'u-psy-1', do: 'decline', reason: 'She prefers to finish CBT first.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['walk', 'garden'],
    details: { format: 'at-home', minutes: 20, timesPerWeek: 4, measure: 'gas' },
    steps: [
      { day: 77, hour: 10, by: 'u-pt-1', do: 'plan' },
      { day: 84, hour: 11, by: 'u-pt-1', do: 'start', reviewDay: 112 },
      { day: 112, hour: 12, by: 'u-pt-1', do: 'decide', decision: 'keep', reviewDay: 180, reason: '82 % of sessions done.' },
      { day: 179, hour: 11, by: 'u-pt-2', do: 'edit', nextStep: 'Third step of the row when the leave is over', details: { minutes: 25 }, reason: 'Three sessions at planned dose with low effort.' },
      { day: 179, hour: 12, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 263, reason: 'Longer sessions on the same four days; looked at again in twelve weeks.' },
    ],
  },
  {
    key: 'plan-review', catalogueId: 'act.plan-review', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['walk', 'sleep', 'supper'], details: { measure: 'peg' },
    steps: [
      { day: 70, hour: 9, by: 'u-cc-1', do: 'plan', startsDay: 84 },
      { day: 84, hour: 12, by: 'u-physiatrist-1', do: 'start' },
      { day: 84, hour: 14, by: 'u-physiatrist-1', do: 'complete', reason: 'Held with all disciplines.', details: { doneOn: 84, finding: 'PEG 7.3 to 5.3. PT ends, the home programme takes over.' } },
    ],
  },
  {
    key: 'hep-review', catalogueId: 'act.hep-review', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['garden'], details: { measure: 'gas' },
    steps: [
      { day: 84, hour: 15, by: 'u-pt-1', do: 'plan', startsDay: 112 },
      { day: 112, hour: 10, by: 'u-pt-1', do: 'start' },
      { day: 112, hour: 11, by: 'u-pt-1', do: 'complete', reason: 'Row and wall slide progressed by one step.', details: { doneOn: 112, finding: '82 % of sessions done, no next-day rise in pain.' } },
    ],
  },
];

export const P01_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-physiatrist-1', catalogueId: 'med.amitriptyline-low-dose', discipline: 'physiatrist', outcome: 'not-tolerated', endedDay: -500, reason: '10 mg for six weeks from primary care: dry mouth, groggy mornings.' },
  { day: 4, hour: 11, by: 'u-pt-1', catalogueId: 'cam.massage', discipline: 'massage-therapist', outcome: 'partial', endedDay: -120, reason: 'Monthly for half a year: loose for a day.' },
  { day: 7, hour: 10, by: 'u-rn-1', catalogueId: 'med.otc-analgesic', discipline: 'nurse', outcome: 'partial', endedDay: -30, reason: 'Acetaminophen and ibuprofen by turns: helped on migraine days, not otherwise.' },
];
