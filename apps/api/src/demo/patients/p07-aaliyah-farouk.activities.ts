import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P07_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'pregabalin', catalogueId: 'med.pregabalin', discipline: 'rheumatologist', owner: 'u-rheum-1', goals: ['pain'],
    details: { drug: 'pregabalin', doseAmount: 75, doseUnit: 'mg', route: 'oral', timesPerDay: 2, measure: 'peg' },
    steps: [
      { day: 0, hour: 13, by: 'u-rheum-1', do: 'plan', reason: 'Pain and restless legs.' },
      { day: 0, hour: 14, by: 'u-rheum-1', do: 'start', reviewDay: 28 },
      { day: 7, hour: 9, by: 'u-rheum-1', do: 'edit', details: { doseAmount: 150 }, reason: 'No dizziness in week 1.' },
      { day: 28, hour: 9, by: 'u-rheum-1', do: 'decide', decision: 'keep', reviewDay: 84, reason: 'PEG still 7.7; three weeks at this dose are too few to judge.' },
      { day: 84, hour: 10, by: 'u-rheum-1', do: 'decide', decision: 'keep', reviewDay: 120, reason: 'No gain yet; last four weeks of the trial.' },
      {
        day: 120, hour: 9, by: 'u-rheum-1', do: 'edit', details: { doseAmount: 75, taper: [{ fromDay: 127, amount: 75, timesPerDay: 1 }] }, endsDay: 134,
        reason: 'Weight up 3 kg, no gain: two-week taper.',
      },
      { day: 127, hour: 15, by: 'u-rheum-1', do: 'edit', details: { timesPerDay: 1, taper: null }, doseText: 'In the evening', reason: 'Second week of the taper.' },
      { day: 134, hour: 10, by: 'u-rheum-1', do: 'decide', decision: 'stop', reason: 'Taper finished: weight up 3 kg, no gain.', outcome: 'none' },
    ],
  },
  {
    key: 'pacing', catalogueId: 'pt.activity-pacing', discipline: 'occupational-therapist', owner: 'u-ot-1', goals: ['ceiling', 'thesis'],
    details: { format: 'individual', minutes: 30, sessionsPlanned: 6, sessionsDone: 0, measure: 'gas' }, doseText: 'Ceiling: 3 upright hours a day in blocks of 20 min',
    steps: [
      { day: 8, hour: 12, by: 'u-ot-1', do: 'plan' },
      { day: 14, hour: 13, by: 'u-ot-1', do: 'start', reason: 'Ceiling set with her; no prompts to progress.' },
      { day: 92, hour: 10, by: 'u-ot-1', do: 'edit', details: { sessionsDone: 3 }, reason: 'Barriers talked through in place of a step up.' },
      {
        day: 141, hour: 10, by: 'u-ot-1', do: 'edit', doseText: 'Ceiling: 3 upright hours a day in blocks of 20 min; no class before noon', details: { sessionsDone: 4 },
        reason: 'Timetable changed with the university.',
      },
    ],
  },
  {
    key: 'tai-chi', catalogueId: 'pt.tai-chi', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['move'],
    details: { format: 'group', minutes: 20, timesPerWeek: 1, measure: 'evs' }, doseText: 'Seated',
    steps: [
      { day: 21, hour: 11, by: 'u-pt-1', do: 'plan' },
      { day: 29, hour: 11, by: 'u-pt-1', do: 'start' },
      { day: 92, hour: 13, by: 'u-pt-1', do: 'edit', details: { format: 'online', minutes: 10, timesPerWeek: 2 }, doseText: 'Seated, at home', reason: 'The way there cost more than the class.' },
    ],
  },
  {
    key: 'stretching', catalogueId: 'pt.stretching', discipline: 'physical-therapist', owner: null, goals: ['move'],
    details: { format: 'at-home', minutes: 5, timesPerWeek: 5, measure: 'evs' }, doseText: 'In bed',
    steps: [
      { day: 14, hour: 14, by: 'u-pt-1', do: 'plan' },
      { day: 14, hour: 15, by: 'u-pt-1', do: 'start' },
      { day: 43, hour: 11, by: 'u-pt-1', do: 'edit', details: { minutes: 3 }, reason: 'Called because nothing was logged: 5 min was too much on study days.' },
      { day: 178, hour: 12, by: 'u-pt-2', do: 'edit', details: { minutes: 4 }, reason: 'She asks for a little more; below the ceiling.' },
    ],
  },
  {
    key: 'self-compassion', catalogueId: 'psy.self-compassion', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['kind'],
    details: { format: 'online', minutes: 40, sessionsPlanned: 12, sessionsDone: 0, measure: 'fiqr' }, doseText: 'Every 2 weeks; 5 min practice, 4 days a week',
    steps: [
      { day: 28, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 35, hour: 13, by: 'u-psy-1', do: 'start', reviewDay: 91 },
      { day: 95, hour: 13, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 5 }, reason: 'Practises on four days.' },
      { day: 95, hour: 14, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 189, reason: 'She finds it useful though scores stay.' },
      { day: 165, hour: 14, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 10 }, reason: 'Two sessions left before the review.' },
    ],
  },
  {
    key: 'peer-mentor', catalogueId: 'sup.peer-mentor', discipline: 'peer-mentor', owner: 'u-peer-1', goals: ['ceiling'],
    details: { withWhom: 'Philippa Nandakumar', format: 'online', timesPerWeek: 1, consentOn: 14 }, doseText: 'By text message',
    steps: [
      { day: 14, hour: 9, by: 'u-cc-1', do: 'plan' },
      { day: 18, hour: 9, by: 'u-cc-1', do: 'start' },
    ],
  },
  {
    key: 'sleep-hygiene', catalogueId: 'life.sleep-hygiene', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['ceiling'],
    details: { hoursPerNight: 8, measure: 'sleep-log' }, doseText: 'Same rise time; afternoon rest no longer than 30 min',
    steps: [
      { day: 28, hour: 16, by: 'u-psy-1', do: 'plan' },
      { day: 35, hour: 14, by: 'u-psy-1', do: 'start' },
      { day: 140, hour: 13, by: 'u-psy-1', do: 'complete', reason: '8 hours throughout: sleep length is not her problem.', outcome: 'none' },
    ],
  },
  {
    key: 'education', catalogueId: 'edu.pain-education', discipline: 'psychotherapist', owner: 'u-psy-1', goals: [],
    details: { topic: 'How pain and exhaustion are made in the nervous system', format: 'individual', minutes: 30, sessionsPlanned: 2, sessionsDone: 0 },
    steps: [
      { day: 3, hour: 13, by: 'u-psy-1', do: 'plan' },
      { day: 3, hour: 14, by: 'u-psy-1', do: 'start' },
      { day: 24, hour: 13, by: 'u-psy-1', do: 'complete', reason: 'Both done; her mother joined the second.', outcome: 'effective', details: { sessionsDone: 2 } },
    ],
  },
  {
    key: 'online', catalogueId: 'sup.online-resources', discipline: 'care-coordinator', owner: null, goals: ['kind'], details: { topic: 'Two vetted sites on living with fibromyalgia', format: 'online' },
    steps: [
      { day: 36, hour: 9, by: 'u-cc-1', do: 'plan' },
      { day: 36, hour: 10, by: 'u-cc-1', do: 'start' },
      { day: 95, hour: 9, by: 'u-cc-1', do: 'stop', reason: 'Forums made her compare; she left them.', outcome: 'not-tolerated' },
    ],
  },
];

export const P07_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-rheum-1', catalogueId: 'med.duloxetine', discipline: 'rheumatologist', outcome: 'not-tolerated', endedDay: -210, reason: '30 mg for ten days: sleepless, legs more restless.' },
  { day: 14, hour: 12, by: 'u-pt-1', catalogueId: 'pt.program', discipline: 'physical-therapist', outcome: 'not-tolerated', endedDay: -150, reason: 'Weekly progression elsewhere: two days of exhaustion after each visit.' },
  { day: 28, hour: 14, by: 'u-psy-1', catalogueId: 'psy.cbt', discipline: 'psychotherapist', outcome: 'partial', endedDay: -400, reason: 'Ten sessions at the university: helped with worry, not with pain.' },
];
