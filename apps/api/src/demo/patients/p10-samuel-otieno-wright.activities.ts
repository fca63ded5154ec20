import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P10_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'stimulator', catalogueId: 'neuro.scs-implant', discipline: 'pain-specialist', owner: 'u-pain-1', goals: [],
    details: { stage: 'implant', site: 'thoracic-spine', doneOn: -390, deviceSerial: 'HN4-20417', deviceCardSeen: true }, doseText: 'Day and night programme',
    steps: [
      { day: 0, hour: 13, by: 'u-pain-1', do: 'plan', reason: 'Implanted before he came; device card recorded today.' },
      { day: 0, hour: 14, by: 'u-pain-1', do: 'start', startsDay: -390, reviewDay: 84 },
      {
        day: 53, hour: 9, by: 'u-pain-1', do: 'edit', details: { deviceModel: 'Halden Neuro 4, leads T8 to T10, MR-conditional at 1.5 T', measure: 'peg' }, goals: ['evening'],
        reason: 'Model, lead position and MR-conditional terms recorded from the maker’s letter.',
      },
      { day: 84, hour: 12, by: 'u-pain-1', do: 'edit', doseText: 'Day, night and exercise programme', reason: 'Third programme for strength sessions.' },
      { day: 84, hour: 13, by: 'u-pain-1', do: 'decide', decision: 'change', reviewDay: 160, reason: 'PEG 6.3 to 5.3; a programme for exercise was missing.' },
      { day: 160, hour: 12, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 244, reason: 'Battery and leads in order, PEG 5.0.' },
    ],
  },
  {
    key: 'strengthening', catalogueId: 'pt.strengthening', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['lift-son', 'bike'],
    details: { format: 'individual', minutes: 40, timesPerWeek: 2, sessionsPlanned: 48, sessionsDone: 0, measure: 'psfs' }, doseText: 'Row 2 x 8 at 5 kg, hip hinge 2 x 8',
    steps: [
      { day: 4, hour: 14, by: 'u-pt-2', do: 'plan' },
      { day: 4, hour: 15, by: 'u-pt-2', do: 'start', reviewDay: 32 },
      { day: 22, hour: 11, by: 'u-pt-2', do: 'edit', doseText: 'Row 2 x 8 at 5 kg, hip hinge 2 x 8; therapeutic ultrasound to the left shoulder, 5 min', reason: 'Sore shoulder after rows.' },
      {
        day: 22, hour: 16, by: 'u-pt-2', do: 'edit', doseText: 'Row 2 x 6 at 4 kg, hip hinge 2 x 8',
        reason: 'Ultrasound removed before it was used: contraindicated with a stimulator anywhere on the body. Lighter rows instead.',
      },
      { day: 32, hour: 10, by: 'u-pt-2', do: 'decide', decision: 'keep', reviewDay: 69, reason: 'Lighter rows until the shoulder has been looked at.' },
      { day: 69, hour: 11, by: 'u-pt-2', do: 'edit', doseText: 'Row 3 x 8 at 5 kg, hip hinge 3 x 8 at 5 kg', details: { sessionsDone: 17 }, reason: 'Shoulder quiet, MRI without tear.' },
      { day: 69, hour: 12, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 187, reason: 'Load may rise again.' },
      { day: 123, hour: 11, by: 'u-pt-2', do: 'edit', doseText: 'Row 3 x 10 at 6 kg, hip hinge 3 x 8 at 10 kg', details: { sessionsDone: 31 }, reason: 'Three sessions at planned dose, low effort.' },
      { day: 176, hour: 10, by: 'u-pt-2', do: 'edit', nextStep: 'Two canal rides in one week', details: { sessionsDone: 44 }, reason: 'Few sessions missed in six months.' },
    ],
  },
  {
    key: 'shoulder-mri', catalogueId: 'act.specialist-referral', discipline: 'care-coordinator', owner: 'u-cc-1', goals: ['lift-son'],
    details: { referredTo: 'Radiology, Quillford General: MRI of the left shoulder', urgency: 'routine' },
    steps: [
      { day: 48, hour: 10, by: 'u-pain-1', do: 'plan', reason: 'MRI of the left shoulder; waits for the device’s MR terms.' },
      { day: 53, hour: 10, by: 'u-cc-1', do: 'start', reason: 'Terms on file, imaging site informed.' },
      { day: 66, hour: 11, by: 'u-cc-1', do: 'complete', reason: 'Done by the device terms.', details: { doneOn: 65, finding: 'Tendon irritation, no tear.' } },
    ],
  },
  {
    key: 'tens', catalogueId: 'cam.tens', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['lift-son'], details: { site: 'shoulder-girdle', side: 'left', minutes: 20, timesPerDay: 2 },
    steps: [
      { day: 50, hour: 11, by: 'u-pt-2', do: 'plan', reason: 'Idea for the shoulder.' },
      { day: 50, hour: 12, by: 'u-pt-2', do: 'decline', reason: 'May interfere with the stimulator.' },
    ],
  },
  {
    key: 'supportive', catalogueId: 'psy.supportive-therapy', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['evening'],
    details: { format: 'individual', minutes: 50, sessionsPlanned: 12, sessionsDone: 0, measure: 'peg' }, doseText: 'Every 2 weeks',
    steps: [
      { day: 11, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 11, hour: 16, by: 'u-psy-1', do: 'start', reviewDay: 67 },
      { day: 67, hour: 13, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 95, reason: 'He talks about the operation for the first time.' },
      { day: 95, hour: 13, by: 'u-psy-1', do: 'edit', doseText: 'Every 4 weeks', details: { sessionsDone: 6 }, reason: 'Steadier; wants to keep the contact.' },
      { day: 95, hour: 14, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 207, reason: 'PHQ-9 of 7: fewer sessions are enough.' },
      { day: 151, hour: 13, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 8 }, reason: 'Two monthly sessions.' },
    ],
  },
  {
    key: 'massage', catalogueId: 'cam.massage', discipline: 'massage-therapist', owner: 'u-mt-1', goals: [],
    details: { site: 'neck', minutes: 30, sessionsPlanned: 8, sessionsDone: 0, measure: 'nprs' }, doseText: 'Neck and legs every 2 weeks',
    steps: [
      { day: 80, hour: 13, by: 'u-mt-1', do: 'plan', reason: 'No deep pressure over leads or generator: read and acknowledged.' },
      { day: 80, hour: 14, by: 'u-mt-1', do: 'start', reviewDay: 122 },
      { day: 122, hour: 12, by: 'u-mt-1', do: 'edit', details: { sessionsDone: 4 }, reason: 'Every second week kept.' },
      { day: 122, hour: 13, by: 'u-mt-1', do: 'decide', decision: 'keep', reviewDay: 194, reason: 'Looser for two days each time; he wants to go on.' },
      { day: 178, hour: 13, by: 'u-mt-1', do: 'edit', details: { sessionsDone: 7 }, reason: 'One left before the review.' },
    ],
  },
  {
    key: 'home-programme', catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', owner: null, goals: ['lift-son', 'bike'],
    details: { format: 'at-home', minutes: 15, timesPerWeek: 3, measure: 'evs' }, doseText: 'And 15 min exercise bike, 4 days a week',
    steps: [
      { day: 32, hour: 11, by: 'u-pt-2', do: 'plan' },
      { day: 32, hour: 12, by: 'u-pt-2', do: 'start', reviewDay: 92 },
      { day: 92, hour: 13, by: 'u-pt-2', do: 'edit', details: { minutes: 20 }, doseText: 'And 20 min bike, 4 days a week', reason: '75 % of sessions done.' },
      { day: 92, hour: 14, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 176, reason: 'Five minutes more of both.' },
      { day: 176, hour: 11, by: 'u-pt-2', do: 'edit', details: { timesPerWeek: 4 }, doseText: 'And 22 min bike, 4 days a week', reason: '80 % done.' },
      { day: 176, hour: 12, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 260, reason: 'A fourth day.' },
    ],
  },
];

export const P10_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 11, by: 'u-pain-1', catalogueId: 'surg.fusion', discipline: 'surgeon', outcome: 'none', endedDay: -1100, reason: 'T9/10 with decompression elsewhere: segment stable, pain unchanged.' },
  { day: 0, hour: 12, by: 'u-pain-1', catalogueId: 'med.gabapentin', discipline: 'pain-specialist', outcome: 'not-tolerated', endedDay: -700, reason: '600 mg three times a day: too slow for his work.' },
  { day: 0, hour: 12, by: 'u-pain-1', catalogueId: 'proc.facet-joint-injection', discipline: 'pain-specialist', outcome: 'none', endedDay: -600, reason: 'Thoracic, both sides, twice: hours of relief.' },
  { day: 0, hour: 12, by: 'u-pain-1', catalogueId: 'neuro.scs-trial', discipline: 'pain-specialist', outcome: 'effective', endedDay: -423, reason: 'External trial of 7 days, report on file: pain 8 to 4.' },
];
