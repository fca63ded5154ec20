import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P02_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'naproxen', catalogueId: 'med.otc-analgesic', discipline: 'nurse', owner: 'u-rn-1', goals: [],
    details: { drug: 'otc-nsaid', doseAmount: 220, doseUnit: 'mg', route: 'oral', timesPerDay: 2 }, doseText: 'Naproxen, bought by himself',
    steps: [
      { day: 3, hour: 9, by: 'u-rn-1', do: 'plan', reason: 'Found at reconciliation.' },
      { day: 3, hour: 10, by: 'u-rn-1', do: 'start', startsDay: -20, endsDay: 3, reason: 'Recorded as taken.' },
      { day: 3, hour: 11, by: 'u-physiatrist-2', do: 'stop', reason: 'NSAID next to warfarin: bleeding risk. Primary care told.', outcome: 'partial' },
    ],
  },
  {
    key: 'acetaminophen', catalogueId: 'med.otc-analgesic', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['safe-tablets'],
    details: { drug: 'acetaminophen', doseAmount: 500, doseUnit: 'mg', route: 'oral', timesPerDay: 4, asNeeded: true, measure: 'nprs' },
    steps: [
      { day: 3, hour: 14, by: 'u-physiatrist-2', do: 'plan', reason: 'In place of naproxen.' },
      { day: 3, hour: 15, by: 'u-physiatrist-2', do: 'start', reviewDay: 31 },
      { day: 31, hour: 10, by: 'u-physiatrist-2', do: 'decide', decision: 'keep', reviewDay: 62, reason: 'Two to three tablets on working days; INR steady.' },
      { day: 62, hour: 11, by: 'u-physiatrist-2', do: 'edit', details: { timesPerDay: 2 }, reason: 'Needs it once or twice a week.' },
      { day: 62, hour: 12, by: 'u-physiatrist-2', do: 'decide', decision: 'change', reviewDay: 208, reason: 'Fewer tablets a day are enough.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['desk'],
    details: { format: 'individual', minutes: 40, timesPerWeek: 1, sessionsPlanned: 20, sessionsDone: 0, measure: 'psfs' },
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-2', do: 'plan', reason: 'Stiff thoracic spine, weak lower trapezius.' },
      { day: 5, hour: 13, by: 'u-pt-2', do: 'start', goals: ['desk', 'lake-path'] },
      { day: 35, hour: 16, by: 'u-physiatrist-2', do: 'pause', reason: 'Exercise hold for 24 to 48 hours after the injection.' },
      { day: 37, hour: 9, by: 'u-pt-2', do: 'resume', reason: 'No soreness left.' },
      { day: 82, hour: 10, by: 'u-pt-2', do: 'edit', details: { sessionsDone: 10 }, reason: 'Row and prone trapezius raise at planned dose.' },
      { day: 124, hour: 10, by: 'u-pt-2', do: 'edit', details: { timesPerWeek: 0.25, sessionsDone: 16 }, reason: 'Independent with his exercises.' },
      { day: 180, hour: 10, by: 'u-pt-2', do: 'edit', details: { sessionsDone: 18 }, reason: 'Two spaced visits; dose held by himself.' },
    ],
  },
  {
    key: 'posture', catalogueId: 'pt.posture-correction', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['desk'],
    details: { format: 'self-guided', minutes: 1, measure: 'psfs' }, doseText: 'Every 30 min at the desk',
    steps: [
      { day: 5, hour: 14, by: 'u-pt-2', do: 'plan' },
      { day: 12, hour: 11, by: 'u-pt-2', do: 'start' },
      { day: 75, hour: 11, by: 'u-pt-2', do: 'complete', reason: 'Habit holds without the reminder.', outcome: 'effective' },
    ],
  },
  {
    key: 'heat', catalogueId: 'life.heat', discipline: 'physical-therapist', owner: null, goals: [], details: { minutes: 15, timesPerDay: 1 }, doseText: 'Heat pack in the evening, when needed',
    steps: [
      { day: 5, hour: 15, by: 'u-pt-2', do: 'plan' },
      { day: 5, hour: 16, by: 'u-pt-2', do: 'start' },
    ],
  },
  {
    key: 'manipulation', catalogueId: 'cam.manual-manipulation', discipline: 'chiropractor', owner: 'u-chiro-1', goals: ['adjusted'],
    details: { site: 'thoracic-spine', minutes: 20, sessionsPlanned: 6, sessionsDone: 0, measure: 'nprs' }, doseText: 'Once a week',
    steps: [
      { day: 10, hour: 16, by: 'u-chiro-1', do: 'plan', reason: 'He asks for it.' },
      { day: 11, hour: 13, by: 'u-chiro-1', do: 'edit', doseText: 'Low-force technique only, no thrust; once a week', reason: 'On warfarin: relative contraindication to thrust.' },
      { day: 14, hour: 14, by: 'u-chiro-1', do: 'start', endsDay: 52 },
      { day: 31, hour: 14, by: 'u-chiro-1', do: 'edit', details: { sessionsDone: 3 }, reason: 'Relief until the next day.' },
      { day: 52, hour: 10, by: 'u-chiro-1', do: 'stop', reason: 'Six sessions, relief of one day each.', outcome: 'partial', details: { sessionsDone: 6 } },
    ],
  },
  {
    key: 'trigger-point', catalogueId: 'proc.trigger-point-injection', discipline: 'physiatrist', owner: 'u-physiatrist-2', goals: ['desk'],
    details: { site: 'upper-back', side: 'right', imageGuidance: 'ultrasound', anaesthetic: 'Lidocaine 1 %, 2 mL', supervisor: 'u-physiatrist-2', sessionsPlanned: 1, sessionsDone: 0, measure: 'nprs' },
    doseText: 'Rhomboid, no steroid',
    steps: [
      { day: 28, hour: 11, by: 'u-physiatrist-2', do: 'plan', startsDay: 35, reason: 'One knot keeps the exercises from progressing.' },
      { day: 35, hour: 13, by: 'u-physiatrist-2', do: 'start', reviewDay: 49, reason: 'Low bleeding class, INR in range: no warfarin hold.' },
      { day: 35, hour: 15, by: 'u-physiatrist-2', do: 'edit', details: { doneOn: 35, sessionsDone: 1 }, reason: 'No complication. Exercise hold set, nurse call tomorrow.' },
      { day: 49, hour: 10, by: 'u-physiatrist-2', do: 'edit', details: { reliefAt2Weeks: 60 }, reason: 'NPRS 5 to 2.' },
      { day: 49, hour: 11, by: 'u-physiatrist-2', do: 'decide', decision: 'keep', reviewDay: 63, reason: 'Relief well above half: no second injection, exercises progress.' },
      { day: 63, hour: 10, by: 'u-physiatrist-2', do: 'edit', details: { reliefAt4Weeks: 60 }, reason: 'Holds.' },
      { day: 91, hour: 10, by: 'u-physiatrist-2', do: 'edit', details: { reliefAt8Weeks: 40 }, reason: 'Still softer; the row has progressed twice.' },
      { day: 119, hour: 10, by: 'u-physiatrist-2', do: 'complete', reason: 'The exercises carry it on; not repeated.', outcome: 'effective', details: { reliefAt12Weeks: 40, reliefDays: 84 } },
    ],
  },
  {
    key: 'post-call', catalogueId: 'act.post-procedure-call', discipline: 'nurse', owner: 'u-rn-1', goals: ['desk'], details: { measure: 'nprs' },
    steps: [
      { day: 35, hour: 17, by: 'u-rn-1', do: 'plan', startsDay: 36 },
      { day: 36, hour: 10, by: 'u-rn-1', do: 'start' },
      { day: 36, hour: 11, by: 'u-rn-1', do: 'complete', reason: 'Reached on the first call.', details: { doneOn: 36, finding: 'Small bruise, no breathlessness. NPRS 5 to 3.' } },
    ],
  },
  {
    key: 'ergonomics', catalogueId: 'dev.ergonomic-assessment', discipline: 'occupational-therapist', owner: 'u-ot-1', goals: ['desk'], details: { measure: 'psfs' }, doseText: '2 visits at his office',
    steps: [
      { day: 40, hour: 10, by: 'u-cc-1', do: 'plan', startsDay: 46 },
      { day: 46, hour: 12, by: 'u-ot-1', do: 'start', goals: ['desk', 'meeting'] },
      { day: 60, hour: 10, by: 'u-ot-1', do: 'complete', reason: 'Both visits done.', outcome: 'effective', details: { doneOn: 60, finding: 'Screen raised, chair with arm rests, documents on a stand.' } },
    ],
  },
  {
    key: 'stem-cells', catalogueId: 'proc.stem-cell-iv', discipline: 'pain-specialist', owner: null, goals: [], details: { sessionsPlanned: 1 },
    steps: [
      { day: 70, hour: 16, by: 'u-physiatrist-2', do: 'plan', reason: 'He asks about an advertisement.' },
      { day: 70, hour: 17, by: 'u-physiatrist-2', do: 'decline', reason: 'Not approved for this, no trial open. Explained, not added to the plan.' },
    ],
  },
  {
    key: 'devices', catalogueId: 'dev.adaptive-devices', discipline: 'occupational-therapist', owner: 'u-ot-1', goals: ['desk'], details: { item: 'Sit-stand desk' }, doseText: 'Loan for 6 weeks',
    steps: [
      { day: 60, hour: 11, by: 'u-ot-1', do: 'plan' },
      { day: 67, hour: 9, by: 'u-ot-1', do: 'decline', reason: 'His employer buys one.' },
    ],
  },
  {
    key: 'habits', catalogueId: 'life.posture-habits', discipline: 'occupational-therapist', owner: 'u-ot-1', goals: ['meeting'], details: { measure: 'nprs' }, doseText: 'Stands up at every agenda item',
    steps: [
      { day: 60, hour: 12, by: 'u-ot-1', do: 'plan' },
      { day: 60, hour: 13, by: 'u-ot-1', do: 'start' },
      { day: 126, hour: 10, by: 'u-ot-1', do: 'complete', reason: 'Meeting goal reached.', outcome: 'effective' },
    ],
  },
];

export const P02_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 11, by: 'u-physiatrist-2', catalogueId: 'cam.massage', discipline: 'massage-therapist', outcome: 'partial', endedDay: -200, reason: 'Ten sessions at his gym: better for an evening.' },
  { day: 5, hour: 12, by: 'u-pt-2', catalogueId: 'pt.stretching', discipline: 'physical-therapist', outcome: 'none', endedDay: -90, reason: 'From a video, ten minutes a day for two months: no change.' },
];
