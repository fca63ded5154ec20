import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P03_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'amitriptyline', catalogueId: 'med.amitriptyline-low-dose', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['sleep'],
    details: { drug: 'amitriptyline', doseAmount: 10, doseUnit: 'mg', route: 'oral', timesPerDay: 1, measure: 'sleep-log' }, doseText: 'In the evening',
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'Sleep and pain.' },
      { day: 0, hour: 14, by: 'u-physiatrist-1', do: 'start', reviewDay: 28 },
      { day: 28, hour: 9, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 20 }, reason: 'Sleep 6.0 hours, no dry mouth.' },
      { day: 28, hour: 10, by: 'u-physiatrist-1', do: 'decide', decision: 'change', reviewDay: 84, reason: 'Helps a little at 10 mg: one step up.' },
      { day: 84, hour: 15, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 168, reason: 'Not raised during the flare on purpose.' },
      { day: 168, hour: 15, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 224, reason: 'Sleep 6.8 hours.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-1', goals: [],
    details: { format: 'individual', minutes: 40, timesPerWeek: 1, sessionsPlanned: 24, sessionsDone: 0, measure: 'evs' }, doseText: 'Band row 2 x 10, wall slide 2 x 8',
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'plan', reason: 'Stability before range: hypermobile.' },
      { day: 6, hour: 12, by: 'u-pt-1', do: 'start', goals: ['dance'] },
      { day: 34, hour: 10, by: 'u-pt-1', do: 'edit', doseText: 'Band row 3 x 12, wall slide 3 x 8', details: { sessionsDone: 5 }, goals: ['dance', 'two-days'], reason: 'Three sessions at planned dose, low effort.' },
      { day: 55, hour: 10, by: 'u-pt-1', do: 'edit', doseText: 'Band row 2 x 8 with the lighter band, wall slide 2 x 8', details: { sessionsDone: 8 }, reason: 'Pain 2 points up the next day, twice in a week.' },
      { day: 58, hour: 15, by: 'u-pt-1', do: 'edit', doseText: 'Floor dose: breathing and 1 x 6 wall slide a day', details: { format: 'at-home', minutes: 5, timesPerWeek: 7 }, reason: 'Flare opened today.' },
      {
        day: 71, hour: 11, by: 'u-pt-1', do: 'edit', doseText: 'Band row 1 x 8 lighter band, wall slide 2 x 6', details: { format: 'individual', minutes: 30, timesPerWeek: 1, sessionsDone: 9 },
        reason: 'Flare closed, stepped return.',
      },
      { day: 113, hour: 10, by: 'u-pt-1', do: 'edit', doseText: 'Band row 2 x 10, wall slide 2 x 8', details: { minutes: 40, timesPerWeek: 0.5, sessionsDone: 14 }, reason: 'Six weeks without a next-day rise.' },
      { day: 180, hour: 11, by: 'u-pt-2', do: 'edit', doseText: 'Band row 2 x 12, wall slide 2 x 8', details: { sessionsDone: 19 }, reason: 'Ready to progress, one step only.' },
    ],
  },
  {
    key: 'aquatic', catalogueId: 'pt.aquatic', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['dance'],
    details: { format: 'group', minutes: 20, timesPerWeek: 2, sessionsPlanned: 24, sessionsDone: 0, measure: 'evs' },
    steps: [
      { day: 13, hour: 10, by: 'u-pt-1', do: 'plan' },
      { day: 20, hour: 10, by: 'u-pt-1', do: 'start', endsDay: 120 },
      { day: 58, hour: 17, by: 'u-pt-1', do: 'pause', reason: 'Flare: travel to the pool costs more than it gives.' },
      { day: 78, hour: 10, by: 'u-pt-1', do: 'resume', reason: 'One week after the flare.' },
      { day: 92, hour: 11, by: 'u-pt-1', do: 'edit', details: { sessionsDone: 15 }, reason: 'Back at the planned minutes, no next-day rise.' },
      { day: 120, hour: 10, by: 'u-pt-1', do: 'complete', reason: 'Course done; goes with a friend now.', outcome: 'effective', details: { sessionsDone: 22 } },
    ],
  },
  {
    key: 'yoga', catalogueId: 'pt.yoga', discipline: 'physical-therapist', owner: 'u-pt-1', goals: ['steady'],
    details: { format: 'group', minutes: 45, timesPerWeek: 1, sessionsPlanned: 12, sessionsDone: 0 }, doseText: 'Mid-range only, no head or shoulder stands',
    steps: [
      { day: 92, hour: 10, by: 'u-pt-1', do: 'plan', reason: 'Modified for hypermobility.' },
      { day: 99, hour: 10, by: 'u-pt-1', do: 'start', reviewDay: 183 },
      { day: 141, hour: 10, by: 'u-pt-1', do: 'edit', details: { sessionsDone: 6 }, reason: 'No joint slipped; she rests before it hurts.' },
      { day: 180, hour: 12, by: 'u-pt-2', do: 'edit', details: { sessionsDone: 11 }, reason: 'One class missed for work.' },
    ],
  },
  {
    key: 'pacing', catalogueId: 'pt.activity-pacing', discipline: 'occupational-therapist', owner: 'u-ot-1', goals: ['steady', 'two-days'],
    details: { format: 'individual', minutes: 45, sessionsPlanned: 6, sessionsDone: 0, measure: 'gas' }, doseText: '40 min work, 5 min break',
    steps: [
      { day: 9, hour: 12, by: 'u-ot-1', do: 'plan' },
      { day: 16, hour: 11, by: 'u-ot-1', do: 'start' },
      { day: 72, hour: 10, by: 'u-ot-1', do: 'edit', doseText: '25 min work, 5 min break; flare plan on one page', details: { sessionsDone: 3 }, reason: 'The blocks were too long on good days.' },
      { day: 122, hour: 11, by: 'u-ot-1', do: 'edit', doseText: '35 min work, 5 min break; flare plan on one page', details: { sessionsDone: 4 }, reason: 'Level 0 reached on the work goal.' },
      { day: 150, hour: 11, by: 'u-ot-1', do: 'edit', details: { sessionsDone: 5 }, reason: 'Two full days in a row; one visit left.' },
    ],
  },
  {
    key: 'healthy-diet', catalogueId: 'life.healthy-diet', discipline: 'dietitian', owner: 'u-rd-1', goals: ['lunch'], details: { timesPerDay: 3 }, doseText: 'Regular meals, triggers tried one at a time',
    steps: [
      { day: 15, hour: 11, by: 'u-rd-1', do: 'plan' },
      { day: 15, hour: 12, by: 'u-rd-1', do: 'start', reviewDay: 71 },
      { day: 78, hour: 10, by: 'u-rd-1', do: 'decide', decision: 'keep', reviewDay: 189, reason: 'Two triggers found; meals regular.' },
    ],
  },
  {
    key: 'mbsr', catalogueId: 'psy.mbsr', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['steady', 'sleep'],
    details: { format: 'group', minutes: 120, sessionsPlanned: 8, sessionsDone: 0, measure: 'gad7' }, doseText: 'Once a week',
    steps: [
      { day: 84, hour: 16, by: 'u-psy-1', do: 'plan' },
      { day: 98, hour: 16, by: 'u-psy-1', do: 'start' },
      { day: 126, hour: 16, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 4 }, reason: 'Half of the course.' },
      { day: 154, hour: 16, by: 'u-psy-1', do: 'complete', reason: 'One group missed; practises on most days.', outcome: 'effective', details: { sessionsDone: 7 } },
    ],
  },
  {
    key: 'massage', catalogueId: 'cam.massage', discipline: 'massage-therapist', owner: 'u-mt-1', goals: [],
    details: { site: 'neck', minutes: 30, sessionsPlanned: 6, sessionsDone: 0, measure: 'nprs' }, doseText: 'Neck and jaw once a week, light pressure, no end-range stretch',
    steps: [
      { day: 84, hour: 17, by: 'u-cc-1', do: 'plan' },
      { day: 94, hour: 13, by: 'u-mt-1', do: 'start', endsDay: 136 },
      { day: 115, hour: 13, by: 'u-mt-1', do: 'edit', details: { sessionsDone: 3 }, reason: 'Jaw opens by a finger more afterwards.' },
      { day: 136, hour: 13, by: 'u-mt-1', do: 'complete', reason: 'Jaw eases for three days each.', outcome: 'partial', details: { sessionsDone: 6 } },
    ],
  },
  {
    key: 'manipulation', catalogueId: 'cam.manual-manipulation', discipline: 'physiatrist', owner: null, goals: [], details: { site: 'cervical-spine' },
    steps: [
      { day: 12, hour: 16, by: 'u-physiatrist-1', do: 'plan', reason: 'She asks for a chiropractor.' },
      { day: 12, hour: 17, by: 'u-physiatrist-1', do: 'decline', reason: 'Generalised hypermobility: thrust is contraindicated.' },
    ],
  },
  {
    key: 'sublingual', catalogueId: 'med.cyclobenzaprine-sublingual', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['sleep'],
    details: { drug: 'cyclobenzaprine', doseAmount: 2.8, doseUnit: 'mg', route: 'sublingual', timesPerDay: 1 }, doseText: 'At bedtime',
    steps: [
      { day: 84, hour: 14, by: 'u-physiatrist-1', do: 'plan', reason: 'Discussed for sleep.' },
      { day: 84, hour: 16, by: 'u-physiatrist-1', do: 'decline', reason: 'A second tricyclic relative beside amitriptyline; sleep is improving.' },
    ],
  },
  {
    key: 'biofeedback', catalogueId: 'psy.biofeedback', discipline: 'psychotherapist', owner: 'u-psy-1', goals: [],
    details: { format: 'individual', minutes: 45, sessionsPlanned: 8, sessionsDone: 0 }, doseText: 'For jaw clenching',
    steps: [
      { day: 30, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 37, hour: 15, by: 'u-psy-1', do: 'start' },
      { day: 62, hour: 16, by: 'u-psy-1', do: 'stop', reason: 'Electrode adhesive irritates her skin; the group begins soon.', outcome: 'not-tolerated', details: { sessionsDone: 3 } },
    ],
  },
];

export const P03_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 11, by: 'u-physiatrist-1', catalogueId: 'med.duloxetine', discipline: 'physiatrist', outcome: 'not-tolerated', endedDay: -260, reason: '30 mg for two weeks: nausea and loose bowels.' },
  { day: 0, hour: 12, by: 'u-physiatrist-1', catalogueId: 'med.otc-analgesic', discipline: 'physiatrist', outcome: 'none', endedDay: -100, reason: 'Ibuprofen on bad days: stomach pain, no relief.' },
  { day: 6, hour: 13, by: 'u-pt-1', catalogueId: 'pt.stretching', discipline: 'physical-therapist', outcome: 'not-tolerated', endedDay: -45, reason: 'End-range stretching from an app: shoulder slipped twice.' },
];
