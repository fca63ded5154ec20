import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P11_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'tizanidine', catalogueId: 'med.tizanidine', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: ['headache-days'],
    details: { drug: 'tizanidine', doseAmount: 2, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, doseText: 'In the evening',
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'Neck muscle tension at night.' },
      { day: 0, hour: 14, by: 'u-physiatrist-1', do: 'start', reviewDay: 14 },
      { day: 14, hour: 10, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 28, reason: 'Sleeps through; not drowsy in the morning.' },
      { day: 28, hour: 14, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 4 }, reason: 'Tolerated; blood pressure 112/70.' },
      { day: 28, hour: 15, by: 'u-physiatrist-1', do: 'decide', decision: 'change', reviewDay: 84, reason: 'Neck still tight in the evening: one step up.' },
      { day: 84, hour: 14, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 112, reason: 'Headache days 14 to 10; phased out next.' },
      {
        day: 88, hour: 11, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 2 }, endsDay: 95,
        reason: 'Urgent care had prescribed ciprofloxacin: contraindicated together. Prescriber called, another antibiotic given before the first dose; tizanidine ends by taper.',
      },
      { day: 95, hour: 11, by: 'u-physiatrist-1', do: 'stop', reason: 'Taper finished; blood pressure normal on the nurse call.', outcome: 'partial' },
    ],
  },
  {
    key: 'occipital-block', catalogueId: 'proc.occipital-nerve-block', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['headache-days'],
    details: { site: 'occiput', side: 'left', imageGuidance: 'ultrasound', anaesthetic: 'Bupivacaine 0.25 % (amide), 3 mL', supervisor: 'u-pain-1', sessionsPlanned: 1, sessionsDone: 0, measure: 'nprs' }, doseText: 'No steroid',
    steps: [
      { day: 18, hour: 10, by: 'u-pain-1', do: 'plan', startsDay: 25, reason: 'Occipital headache; ester allergy noted, amide used.' },
      { day: 25, hour: 10, by: 'u-pain-1', do: 'start', reviewDay: 39 },
      { day: 25, hour: 12, by: 'u-pain-1', do: 'edit', details: { doneOn: 25, sessionsDone: 1 }, reason: 'No complication. No hands on the neck for 72 hours.' },
      { day: 39, hour: 11, by: 'u-pain-1', do: 'edit', details: { reliefAt2Weeks: 67 }, reason: 'Headache 6 to 2.' },
      { day: 39, hour: 12, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 81, reason: 'Holds: no second injection.' },
      { day: 53, hour: 10, by: 'u-physiatrist-1', do: 'edit', details: { reliefAt4Weeks: 67 }, reason: 'Still 2.' },
      { day: 81, hour: 10, by: 'u-physiatrist-1', do: 'edit', details: { reliefAt8Weeks: 33 }, reason: 'Headache 4 on school days.' },
      { day: 109, hour: 10, by: 'u-pain-1', do: 'complete', reason: 'Ten weeks of relief; the base carries on.', outcome: 'effective', details: { reliefAt12Weeks: 17, reliefDays: 70 } },
    ],
  },
  {
    key: 'post-call', catalogueId: 'act.post-procedure-call', discipline: 'nurse', owner: 'u-rn-1', goals: ['headache-days'], details: { measure: 'nprs' },
    steps: [
      { day: 25, hour: 13, by: 'u-rn-1', do: 'plan', startsDay: 26 },
      { day: 26, hour: 10, by: 'u-rn-1', do: 'start' },
      { day: 26, hour: 11, by: 'u-rn-1', do: 'complete', reason: 'Reached on the first call.', details: { doneOn: 26, finding: 'Numb scalp for four hours, then well. Headache 6 to 2.' } },
    ],
  },
  {
    key: 'acupuncture', catalogueId: 'cam.acupuncture', discipline: 'acupuncturist', owner: 'u-acu-1', goals: ['headache-days'],
    details: { site: 'neck', side: 'both', minutes: 30, sessionsPlanned: 16, sessionsDone: 0, measure: 'nprs' }, doseText: 'Once a week, neck and hands',
    steps: [
      { day: 8, hour: 9, by: 'u-acu-1', do: 'plan', reason: 'Her wish.' },
      { day: 15, hour: 10, by: 'u-acu-1', do: 'start', reviewDay: 57 },
      { day: 15, hour: 16, by: 'u-acu-1', do: 'edit', doseText: 'On Mondays, neck and hands', details: { sessionsDone: 1 }, reason: 'Massage was booked for the same day: at least two days apart from now on.' },
      { day: 57, hour: 10, by: 'u-acu-1', do: 'decide', decision: 'keep', reviewDay: 64, reason: 'Headache days 14 to 11; spacing talked over next time.' },
      { day: 64, hour: 10, by: 'u-acu-1', do: 'edit', doseText: 'Every second Monday, neck and hands', details: { sessionsDone: 7 }, reason: 'Response holds.' },
      { day: 64, hour: 11, by: 'u-acu-1', do: 'decide', decision: 'change', reviewDay: 120, reason: 'Half as often is enough.' },
      {
        day: 120, hour: 10, by: 'u-acu-1', do: 'edit', doseText: 'Every second Monday; upper back points shallow, one side a session', details: { site: 'upper-back', side: 'both', sessionsDone: 11 },
        reason: 'Upper back added: lung depth noted, breathlessness explained, nurse line given.',
      },
      { day: 120, hour: 11, by: 'u-acu-1', do: 'decide', decision: 'change', reviewDay: 187, reason: 'Neck calm, the ache has moved between the shoulder blades.' },
      { day: 176, hour: 10, by: 'u-acu-1', do: 'edit', details: { sessionsDone: 15 }, reason: 'One left before the review.' },
    ],
  },
  {
    key: 'massage', catalogueId: 'cam.massage', discipline: 'massage-therapist', owner: 'u-mt-1', goals: ['neck'],
    details: { site: 'neck', minutes: 30, sessionsPlanned: 16, sessionsDone: 0, measure: 'crom' }, doseText: 'Once a week',
    steps: [
      { day: 8, hour: 14, by: 'u-mt-1', do: 'plan', reason: 'Her wish.' },
      { day: 15, hour: 14, by: 'u-mt-1', do: 'start', reviewDay: 57 },
      { day: 16, hour: 9, by: 'u-mt-1', do: 'edit', doseText: 'On Thursdays', reason: 'Not on the day of acupuncture.' },
      { day: 25, hour: 14, by: 'u-cc-1', do: 'pause', reason: 'Booked for the day after the block: moved.' },
      { day: 29, hour: 9, by: 'u-mt-1', do: 'resume', reason: 'More than 72 hours after the block.' },
      { day: 64, hour: 14, by: 'u-mt-1', do: 'edit', doseText: 'Every second Thursday', details: { sessionsDone: 6 }, reason: 'Response holds.' },
      { day: 64, hour: 15, by: 'u-mt-1', do: 'decide', decision: 'change', reviewDay: 187, reason: 'Rotation better by 15 degrees: half as often.' },
      { day: 176, hour: 14, by: 'u-mt-1', do: 'edit', details: { sessionsDone: 14 }, reason: 'Two left before the review.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-1', goals: [],
    details: { format: 'individual', minutes: 30, timesPerWeek: 1, sessionsPlanned: 18, sessionsDone: 0, measure: 'crom' }, doseText: 'Chin nod 2 x 8, rotation 2 x 6, row 2 x 8',
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'plan' },
      { day: 8, hour: 15, by: 'u-pt-1', do: 'start', goals: ['neck', 'swim'], reviewDay: 36 },
      { day: 36, hour: 11, by: 'u-pt-1', do: 'decide', decision: 'keep', reviewDay: 64, reason: '75 % of sessions done, no headache after them.' },
      { day: 64, hour: 12, by: 'u-pt-1', do: 'edit', doseText: 'Chin nod 2 x 10, rotation 2 x 8, row 3 x 8', details: { timesPerWeek: 0.5, sessionsDone: 8 }, reason: 'Ready to progress.' },
      { day: 64, hour: 13, by: 'u-pt-1', do: 'decide', decision: 'change', reviewDay: 138, reason: 'More load, fewer visits.' },
      { day: 138, hour: 12, by: 'u-pt-1', do: 'edit', doseText: 'Row 3 x 10; swim 30 min, 3 days a week', details: { timesPerWeek: 0.25, sessionsDone: 13 }, reason: 'Neck goal reached.' },
      { day: 138, hour: 13, by: 'u-pt-1', do: 'decide', decision: 'change', reviewDay: 222, reason: 'Swimming takes over.' },
      { day: 177, hour: 10, by: 'u-pt-2', do: 'edit', doseText: 'Row 3 x 12; swim 35 min, 3 days a week', details: { sessionsDone: 14 }, reason: 'Ready to progress.' },
    ],
  },
  {
    key: 'relaxation', catalogueId: 'psy.relaxation', discipline: 'psychotherapist', owner: null, goals: ['wind-down'],
    details: { format: 'self-guided', minutes: 10, measure: 'sleep-log' }, doseText: 'When she comes home, 5 days a week',
    steps: [
      { day: 48, hour: 16, by: 'u-psy-1', do: 'plan' },
      { day: 48, hour: 17, by: 'u-psy-1', do: 'start', reviewDay: 90 },
      { day: 92, hour: 15, by: 'u-psy-1', do: 'decide', decision: 'keep', reviewDay: 187, reason: 'Done on four days of seven.' },
    ],
  },
  {
    key: 'us-injection', catalogueId: 'proc.us-guided-injection', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['headache-days'],
    details: { site: 'shoulder-girdle', side: 'left', imageGuidance: 'ultrasound', anaesthetic: 'Lidocaine 1 % (amide), 3 mL', supervisor: 'u-pain-1', sessionsPlanned: 1 }, doseText: 'Trapezius',
    steps: [
      { day: 18, hour: 11, by: 'u-pain-1', do: 'plan', reason: 'Considered for the left trapezius.' },
      { day: 39, hour: 10, by: 'u-pain-1', do: 'decline', reason: 'Block holds, trapezius softer: no second injection.' },
    ],
  },
  {
    key: 'cortisone', catalogueId: 'proc.cortisone-local', discipline: 'pain-specialist', owner: 'u-pain-1', goals: [],
    details: { site: 'neck', side: 'left', imageGuidance: 'none', steroid: 'Triamcinolone', steroidDose: 20, supervisor: 'u-pain-1', sessionsPlanned: 1 },
    steps: [
      { day: 18, hour: 12, by: 'u-pain-1', do: 'plan', reason: 'She asks about it.' },
      { day: 18, hour: 13, by: 'u-pain-1', do: 'decline', reason: 'Pain not severe enough, and no local inflammation.' },
    ],
  },
];

export const P11_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 11, by: 'u-physiatrist-1', catalogueId: 'med.amitriptyline-low-dose', discipline: 'physiatrist', outcome: 'not-tolerated', endedDay: -380, reason: '10 mg for three weeks: heart racing at night.' },
  { day: 0, hour: 12, by: 'u-physiatrist-1', catalogueId: 'med.otc-analgesic', discipline: 'physiatrist', outcome: 'partial', endedDay: -20, reason: 'Ibuprofen for headaches, up to 14 days a month: cut down, too many days.' },
  { day: 8, hour: 12, by: 'u-pt-1', catalogueId: 'cam.manual-manipulation', discipline: 'chiropractor', outcome: 'not-tolerated', endedDay: -250, reason: 'Neck, two sessions: headache for three days.' },
];
