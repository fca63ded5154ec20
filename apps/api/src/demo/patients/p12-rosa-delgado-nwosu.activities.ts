import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P12_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'walking', catalogueId: 'pt.aerobic-low-impact', discipline: 'physical-therapist', owner: null, goals: ['park', 'weight'],
    details: { format: 'at-home', minutes: 10, timesPerWeek: 3, measure: 'evs' }, doseText: 'Walking',
    steps: [
      { day: 9, hour: 15, by: 'u-pt-2', do: 'plan' },
      { day: 9, hour: 16, by: 'u-pt-2', do: 'start' },
      { day: 23, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 17 }, reason: 'Ready to progress.' },
      { day: 50, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 18, timesPerWeek: 4 }, reason: 'A fourth day instead of longer walks.' },
      { day: 78, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 23 }, reason: 'Ready to progress.' },
      { day: 106, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 25 }, reason: 'Ready to progress.' },
      { day: 140, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 28 }, reason: 'Ready to progress.' },
      { day: 168, hour: 13, by: 'u-pt-2', do: 'edit', nextStep: 'A fifth day, with her neighbour', details: { minutes: 30 }, reason: 'Ready to progress.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['park'],
    details: { format: 'at-home', minutes: 10, timesPerWeek: 4, measure: 'evs' }, doseText: 'Mostly seated',
    steps: [
      { day: 23, hour: 14, by: 'u-pt-2', do: 'plan' },
      { day: 23, hour: 15, by: 'u-pt-2', do: 'start', reviewDay: 106 },
      { day: 106, hour: 14, by: 'u-pt-2', do: 'edit', details: { minutes: 15 }, doseText: 'Standing', reason: '80 % of sessions done.' },
      { day: 106, hour: 15, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 190, reason: 'Ready to stand for it.' },
    ],
  },
  {
    key: 'weight-loss', catalogueId: 'life.weight-loss', discipline: 'dietitian', owner: 'u-rd-1', goals: ['weight'],
    details: { weightPercent: 5, startWeight: 96, measure: 'weight' }, doseText: 'Visit every 4 weeks; weight once a week at home',
    steps: [
      { day: 6, hour: 12, by: 'u-rd-1', do: 'plan' },
      { day: 6, hour: 13, by: 'u-rd-1', do: 'start', reviewDay: 90 },
      { day: 90, hour: 10, by: 'u-rd-1', do: 'decide', decision: 'keep', reviewDay: 181, reason: '92.6 kg: on course.' },
      { day: 181, hour: 11, by: 'u-rd-1', do: 'edit', doseText: 'Visit every 8 weeks; weight once a week at home', reason: 'Target reached: keep the weight.' },
      { day: 181, hour: 12, by: 'u-rd-1', do: 'decide', decision: 'change', reviewDay: 237, reason: '89.8 kg, 6.5 % less: from losing to keeping.' },
    ],
  },
  {
    key: 'diet', catalogueId: 'life.anti-inflammatory-diet', discipline: 'dietitian', owner: 'u-rd-1', goals: ['weight', 'coping'],
    details: { timesPerWeek: 2, measure: 'weight' }, doseText: 'Fish meals; beans and vegetables daily',
    steps: [
      { day: 31, hour: 10, by: 'u-rd-1', do: 'plan' },
      { day: 31, hour: 11, by: 'u-rd-1', do: 'start', reviewDay: 115 },
      { day: 115, hour: 10, by: 'u-rd-1', do: 'decide', decision: 'keep', reviewDay: 199, reason: 'Her own recipes, adapted.' },
    ],
  },
  {
    key: 'caffeine', catalogueId: 'life.limit-caffeine-alcohol', discipline: 'dietitian', owner: null, goals: ['sleep'], details: { timesPerDay: 2, measure: 'sleep-log' }, doseText: 'Cups of coffee at most, the last at 13:00',
    steps: [
      { day: 31, hour: 12, by: 'u-rd-1', do: 'plan' },
      { day: 31, hour: 13, by: 'u-rd-1', do: 'start' },
    ],
  },
  {
    key: 'support-group', catalogueId: 'sup.support-group', discipline: 'care-coordinator', owner: 'u-cc-1', goals: ['coping'],
    details: { withWhom: 'Fibromyalgia group, Spanish-speaking table', format: 'group', timesPerWeek: 0.5, consentOn: 20 }, doseText: 'Wednesday evenings',
    steps: [
      { day: 20, hour: 16, by: 'u-cc-2', do: 'plan' },
      { day: 28, hour: 9, by: 'u-cc-1', do: 'start' },
    ],
  },
  {
    key: 'cbt', catalogueId: 'psy.cbt', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['coping', 'sleep'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 12, sessionsDone: 0, measure: 'peg' }, doseText: 'Once a week, with interpreter',
    steps: [
      { day: 13, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 20, hour: 14, by: 'u-psy-1', do: 'start', reviewDay: 62 },
      { day: 62, hour: 15, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 6 }, reason: 'Half of the course.' },
      { day: 62, hour: 16, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 104, reason: 'PEG 6.0 to 5.3; comes every week.' },
      { day: 104, hour: 14, by: 'u-psy-1', do: 'edit', doseText: 'Once a month, with interpreter', details: { sessionsPlanned: 15, sessionsDone: 12 }, reason: 'Twelve sessions done; boosters.' },
      { day: 104, hour: 16, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 188, reason: 'Uses the skills herself.' },
      { day: 160, hour: 14, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 14 }, reason: 'Two boosters.' },
    ],
  },
  {
    key: 'sleep-clinic', catalogueId: 'act.specialist-referral', discipline: 'care-coordinator', owner: 'u-cc-1', goals: ['sleep'], details: { referredTo: 'Sleep clinic, Quillford General', urgency: 'routine' },
    steps: [
      { day: 124, hour: 9, by: 'u-cc-1', do: 'plan', reason: 'Sleepy by day, snores: sleep clinic, routine.' },
      { day: 124, hour: 10, by: 'u-cc-1', do: 'start', reason: 'Sent.' },
      { day: 140, hour: 9, by: 'u-cc-2', do: 'decide', decision: 'keep', reviewDay: 154, reason: 'Open for 16 days without an appointment: called the clinic, waiting list.' },
    ],
  },
  {
    key: 'supplements', catalogueId: 'cam.supplements', discipline: 'dietitian', owner: 'u-rd-1', goals: [], details: { drug: 'Herbal capsules from a market stall', route: 'oral', timesPerDay: 2 }, doseText: 'One capsule, contents unknown',
    steps: [
      { day: 6, hour: 14, by: 'u-rd-1', do: 'plan', reason: 'Taken when she came.' },
      { day: 6, hour: 15, by: 'u-rd-1', do: 'start', startsDay: -60 },
      { day: 31, hour: 14, by: 'u-rd-1', do: 'stop', reason: 'Contents unknown; she sees no effect.', outcome: 'none' },
    ],
  },
  {
    key: 'cupping', catalogueId: 'cam.other', discipline: 'physiatrist', owner: null, goals: [], details: { site: 'upper-back' }, doseText: 'Cupping',
    steps: [
      { day: 84, hour: 15, by: 'u-physiatrist-2', do: 'plan', reason: 'A friend recommends it.' },
      { day: 120, hour: 14, by: 'u-physiatrist-2', do: 'decline', reason: 'Discussed with an interpreter; she prefers massage by her daughter.' },
    ],
  },
  {
    key: 'family', catalogueId: 'sup.family-social', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['sister'], details: { withWhom: 'Her sister and her daughter', format: 'group', consentOn: 62 }, doseText: 'One session',
    steps: [
      { day: 62, hour: 14, by: 'u-psy-1', do: 'plan', reason: 'Fits the goal that nobody owns yet.' },
      { day: 104, hour: 15, by: 'u-psy-1', do: 'decline', reason: 'No date with interpreter and family found; to be asked again.' },
    ],
  },
  {
    key: 'online', catalogueId: 'sup.online-resources', discipline: 'care-coordinator', owner: null, goals: ['coping'], details: { topic: 'Spanish videos from a medical centre', format: 'online', minutes: 15, sessionsPlanned: 6, sessionsDone: 0 },
    steps: [
      { day: 28, hour: 10, by: 'u-cc-1', do: 'plan' },
      { day: 28, hour: 11, by: 'u-cc-1', do: 'start' },
      { day: 92, hour: 9, by: 'u-cc-1', do: 'complete', reason: 'Watched all, shared them with her sister.', outcome: 'effective', details: { sessionsDone: 6 } },
    ],
  },
  {
    key: 'posture-habits', catalogueId: 'life.posture-habits', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['park'], details: { timesPerWeek: 2, measure: 'evs' }, doseText: 'Shopping in two light bags',
    steps: [
      { day: 50, hour: 14, by: 'u-pt-2', do: 'plan' },
      { day: 50, hour: 15, by: 'u-pt-2', do: 'start' },
      { day: 106, hour: 15, by: 'u-pt-2', do: 'complete', reason: 'A habit now.', outcome: 'effective' },
    ],
  },
];

export const P12_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 11, by: 'u-physiatrist-2', catalogueId: 'med.duloxetine', discipline: 'physiatrist', outcome: 'declined', reason: 'Offered by primary care last year: she wants no pain medicine.' },
  { day: 6, hour: 12, by: 'u-rd-1', catalogueId: 'life.weight-loss', discipline: 'dietitian', outcome: 'partial', endedDay: -365, reason: 'Meal replacements for two months: 4 kg lost and regained.' },
  { day: 9, hour: 14, by: 'u-pt-2', catalogueId: 'pt.group-class', discipline: 'physical-therapist', outcome: 'not-tolerated', endedDay: -100, reason: 'Class in English at the gym: too fast, and she could not follow.' },
];
