import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P05_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'sertraline', catalogueId: 'med.ssri', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: [],
    details: { drug: 'sertraline', doseAmount: 100, doseUnit: 'mg', route: 'oral', timesPerDay: 1 },
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'Taken since last year, from primary care.' },
      { day: 0, hour: 14, by: 'u-physiatrist-1', do: 'start', startsDay: -240, reviewDay: 28 },
      {
        day: 33, hour: 10, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 50, taper: [{ fromDay: 40, amount: 25, timesPerDay: 1 }], measure: 'phq9' }, endsDay: 47, goals: ['mood'],
        reason: 'Change to duloxetine: little effect on mood or pain.',
      },
      { day: 40, hour: 11, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 25, taper: null }, reason: 'Second taper step, no withdrawal signs on the call.' },
      { day: 47, hour: 10, by: 'u-physiatrist-1', do: 'decide', decision: 'stop', reason: 'Taper finished: nine months with little effect.', outcome: 'none' },
    ],
  },
  {
    key: 'duloxetine', catalogueId: 'med.duloxetine', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['mood', 'market'],
    details: { drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', route: 'oral', timesPerDay: 1, measure: 'phq9' },
    steps: [
      { day: 33, hour: 11, by: 'u-physiatrist-1', do: 'plan', reason: 'Depression and pain with one medicine.' },
      {
        day: 33, hour: 12, by: 'u-physiatrist-1', do: 'start', reviewDay: 61,
        reason: 'Two serotonergic medicines for two weeks of cross-taper: symptom call in week 1, PHQ-9 within 28 days.',
      },
      { day: 47, hour: 11, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 60 }, reason: 'Sertraline stopped, well tolerated.' },
      { day: 61, hour: 14, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 90, reason: 'PHQ-9 21 to 16 in four weeks, item 9 at zero.' },
      { day: 90, hour: 13, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 174, reason: 'PHQ-9 of 14, pain a little lower.' },
      { day: 174, hour: 15, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 258, reason: 'Mood clearly better.' },
    ],
  },
  {
    key: 'cross-taper', catalogueId: 'med.phase-out', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['mood'],
    details: {
      drug: 'sertraline', doseAmount: 100, doseUnit: 'mg', route: 'oral', timesPerDay: 1, taper: [{ fromDay: 33, amount: 50, timesPerDay: 1 }, { fromDay: 40, amount: 25, timesPerDay: 1 }],
    },
    doseText: 'Duloxetine comes in at the same time',
    steps: [
      { day: 33, hour: 13, by: 'u-physiatrist-1', do: 'plan', endsDay: 47 },
      { day: 33, hour: 14, by: 'u-physiatrist-1', do: 'start' },
      { day: 47, hour: 12, by: 'u-physiatrist-1', do: 'complete', reason: 'Without withdrawal or serotonin signs.', outcome: 'effective' },
    ],
  },
  {
    key: 'mood-treatment', catalogueId: 'psy.mood-treatment', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['mood'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 20, sessionsDone: 0, measure: 'phq9' }, doseText: 'Once a week',
    steps: [
      { day: 2, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 2, hour: 16, by: 'u-psy-1', do: 'start', reviewDay: 30 },
      {
        day: 30, hour: 15, by: 'u-psy-1', do: 'edit', doseText: 'Twice a week and a call every second day', details: { sessionsDone: 4 }, goals: ['mood', 'safe'],
        reason: 'Item 9 positive: assessed today, safety plan written, means and supports discussed.',
      },
      { day: 30, hour: 16, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 61, reason: 'PHQ-9 of 21: more contact until the thoughts are gone.' },
      { day: 61, hour: 12, by: 'u-psy-1', do: 'edit', doseText: 'Once a week', details: { sessionsDone: 12 }, reason: 'No thoughts of death for four weeks.' },
      { day: 61, hour: 13, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 122, reason: 'PHQ-9 of 16: weekly again.' },
      { day: 122, hour: 13, by: 'u-psy-1', do: 'complete', reason: 'PHQ-9 of 12; CBT carries on.', outcome: 'effective', details: { sessionsDone: 19 } },
    ],
  },
  {
    key: 'cbt', catalogueId: 'psy.cbt', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['sleep', 'market'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 16, sessionsDone: 0, measure: 'fiqr' }, doseText: 'Once a week',
    steps: [
      { day: 48, hour: 13, by: 'u-psy-1', do: 'plan' },
      { day: 54, hour: 13, by: 'u-psy-1', do: 'start', reviewDay: 90 },
      { day: 90, hour: 14, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 146, reason: 'Response measured at the review: FIQR 79.5 to 70.2.' },
      { day: 146, hour: 13, by: 'u-psy-1', do: 'edit', doseText: 'Every 2 weeks', details: { sessionsDone: 12 }, reason: 'Holds her gains.' },
      { day: 146, hour: 14, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 202, reason: 'Spaced out before it ends.' },
      { day: 174, hour: 16, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 14 }, reason: 'Two sessions at the wider spacing.' },
    ],
  },
  {
    key: 'activation', catalogueId: 'psy.behavioural-activation', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['mood', 'market'],
    details: { format: 'self-guided', minutes: 10, measure: 'phq9' }, doseText: '1 pleasant thing a day',
    steps: [
      { day: 9, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 9, hour: 16, by: 'u-psy-1', do: 'start' },
      { day: 75, hour: 13, by: 'u-psy-1', do: 'edit', doseText: '1 pleasant thing a day, one of them with somebody each week', reason: 'Done on 5 of 7 days.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-1', goals: [],
    details: { format: 'individual', minutes: 30, timesPerWeek: 1, sessionsPlanned: 18, sessionsDone: 0, measure: 'evs' }, doseText: 'And 5 min walk, 3 days a week',
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'plan' },
      { day: 7, hour: 11, by: 'u-pt-1', do: 'start', goals: ['market'] },
      { day: 30, hour: 17, by: 'u-physiatrist-1', do: 'pause', reason: 'Safety and mood come first.' },
      { day: 47, hour: 14, by: 'u-pt-1', do: 'resume', reason: 'With 5 minutes a day.' },
      { day: 75, hour: 10, by: 'u-pt-1', do: 'edit', doseText: 'And 10 min walk, 4 days a week', details: { timesPerWeek: 0.5, sessionsDone: 7 }, reason: 'Walks on most days.' },
      { day: 113, hour: 11, by: 'u-pt-1', do: 'edit', doseText: 'And 15 min walk, 4 days a week', details: { sessionsDone: 10 }, reason: 'Ready to progress.' },
      { day: 178, hour: 10, by: 'u-pt-2', do: 'edit', doseText: 'And 20 min walk, 4 days a week', details: { sessionsDone: 14 }, reason: 'Ready to progress.' },
    ],
  },
  {
    key: 'group-class', catalogueId: 'pt.group-class', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['market'],
    details: { format: 'group', minutes: 45, timesPerWeek: 1, sessionsPlanned: 12, sessionsDone: 0, measure: 'evs' },
    steps: [
      { day: 92, hour: 10, by: 'u-pt-1', do: 'plan' },
      { day: 99, hour: 14, by: 'u-pt-1', do: 'start', reviewDay: 183 },
      { day: 141, hour: 14, by: 'u-pt-1', do: 'edit', details: { sessionsDone: 5 }, reason: 'Comes with her sister.' },
      { day: 178, hour: 11, by: 'u-pt-2', do: 'edit', details: { sessionsDone: 10 }, reason: 'One class missed in twelve weeks.' },
    ],
  },
  {
    key: 'support-group', catalogueId: 'sup.support-group', discipline: 'care-coordinator', owner: 'u-cc-1', goals: [],
    details: { withWhom: 'Fibromyalgia group, led by Philippa Nandakumar', format: 'group', timesPerWeek: 0.5, consentOn: 54 }, doseText: 'Wednesday evenings',
    steps: [
      { day: 54, hour: 9, by: 'u-cc-1', do: 'plan' },
      { day: 60, hour: 9, by: 'u-cc-1', do: 'start' },
    ],
  },
  {
    key: 'sleep-hygiene', catalogueId: 'life.sleep-hygiene', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['sleep'],
    details: { hoursPerNight: 6.5, measure: 'sleep-log' }, doseText: 'Up at 7:00; television out of the bedroom at 22:30',
    steps: [
      { day: 9, hour: 17, by: 'u-psy-1', do: 'plan' },
      { day: 16, hour: 13, by: 'u-psy-1', do: 'start' },
    ],
  },
  {
    key: 'sleep-aid', catalogueId: 'med.sleep-aid', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['sleep'], details: { route: 'oral', timesPerDay: 1, measure: 'sleep-log' },
    steps: [
      { day: 31, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'She asks after a night of three hours.' },
      { day: 31, hour: 14, by: 'u-physiatrist-1', do: 'decline', reason: 'Not within a day of suicidal thoughts, no stock of sedatives at home; sleep work with psychotherapy.' },
    ],
  },
  {
    key: 'stress', catalogueId: 'life.stress-management', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['mood'], details: { minutes: 5, timesPerDay: 2, measure: 'gad7' }, doseText: 'Breathing',
    steps: [
      { day: 16, hour: 14, by: 'u-psy-1', do: 'plan' },
      { day: 16, hour: 15, by: 'u-psy-1', do: 'start' },
      { day: 75, hour: 14, by: 'u-psy-1', do: 'complete', reason: 'Part of CBT now.', outcome: 'partial' },
    ],
  },
];

export const P05_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-physiatrist-1', catalogueId: 'med.pregabalin', discipline: 'physiatrist', outcome: 'not-tolerated', endedDay: -330, reason: '75 mg twice a day for a month: weight up, mood lower.' },
  { day: 2, hour: 14, by: 'u-psy-1', catalogueId: 'psy.supportive-therapy', discipline: 'psychotherapist', outcome: 'partial', endedDay: -150, reason: 'Eight sessions at a counselling centre; ended when the counsellor left.' },
  { day: 7, hour: 10, by: 'u-pt-1', catalogueId: 'pt.aerobic-low-impact', discipline: 'physical-therapist', outcome: 'not-tolerated', endedDay: -60, reason: 'Half an hour a day from the start: in bed for two days after each week.' },
];
