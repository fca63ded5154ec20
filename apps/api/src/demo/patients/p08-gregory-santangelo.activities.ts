import type { ActivityStory, PastTreatmentStory } from '../story.types.ts';

export const P08_ACTIVITIES: readonly ActivityStory[] = [
  {
    key: 'oxycodone', catalogueId: 'med.opioid-short-term', discipline: 'pain-specialist', owner: 'u-pain-1', goals: [],
    details: {
      drug: 'oxycodone', doseAmount: 20, doseUnit: 'mg', route: 'oral', timesPerDay: 2, morphineEquivalent: 60, morphineEquivalentSource: 'CDC 2022: oxycodone x 1.5', monitoringCheckedOn: 0,
    },
    steps: [
      { day: 0, hour: 13, by: 'u-physiatrist-1', do: 'plan', reason: 'Taken for years when he came: recorded to be phased out, not a new order.' },
      { day: 0, hour: 14, by: 'u-physiatrist-1', do: 'start', startsDay: -1800, reviewDay: 4, reason: 'With clonazepam, gabapentin and sleep apnoea: continued until the joint decision, an abrupt stop is not safe.' },
      { day: 4, hour: 15, by: 'u-pain-1', do: 'edit', details: { naloxone: 'prescribed', agreementOn: 4, measure: 'peg' }, goals: ['clear-head'], reason: 'One prescriber, one pharmacy; naloxone prescribed today.' },
      { day: 4, hour: 16, by: 'u-pain-1', do: 'decide', decision: 'change', reviewDay: 35, reason: 'Joint decision of the prescribers: lowered by small steps, first one in ten days.' },
      { day: 14, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 17.5, morphineEquivalent: 52.5, naloxone: 'at-hand' }, reason: 'First step; naloxone at home, wife trained.' },
      { day: 35, hour: 11, by: 'u-pain-1', do: 'edit', details: { doseAmount: 15, morphineEquivalent: 45 }, reviewDay: 60, reason: 'Tolerated.' },
      { day: 60, hour: 11, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 75, reason: 'Pain up to 7: stay at 30 mg a day, no step back.' },
      { day: 75, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 12.5, morphineEquivalent: 37.5 }, reviewDay: 95, reason: 'Pain settled.' },
      { day: 95, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 10, morphineEquivalent: 30, monitoringCheckedOn: 95 }, reviewDay: 115, reason: 'Tolerated; monitoring programme clear.' },
      { day: 115, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 7.5, morphineEquivalent: 22.5 }, reviewDay: 135, reason: 'Tolerated.' },
      { day: 135, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 5, morphineEquivalent: 15 }, reviewDay: 150, reason: 'Tolerated.' },
      { day: 150, hour: 10, by: 'u-pain-1', do: 'edit', details: { doseAmount: 2.5, morphineEquivalent: 7.5 }, reason: 'Last step of this stretch; then clonazepam is finished first.' },
      { day: 150, hour: 11, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 186, reason: 'Held at 5 mg a day until clonazepam has been gone for three weeks.' },
    ],
  },
  {
    key: 'opioid-taper', catalogueId: 'med.phase-out', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['clear-head'],
    details: {
      drug: 'oxycodone', doseAmount: 20, doseUnit: 'mg', route: 'oral', timesPerDay: 2, measure: 'peg',
      taper: [
        { fromDay: 14, amount: 17.5, timesPerDay: 2 }, { fromDay: 35, amount: 15, timesPerDay: 2 }, { fromDay: 60, amount: 12.5, timesPerDay: 2 }, { fromDay: 81, amount: 10, timesPerDay: 2 },
        { fromDay: 102, amount: 7.5, timesPerDay: 2 }, { fromDay: 123, amount: 5, timesPerDay: 2 }, { fromDay: 144, amount: 2.5, timesPerDay: 2 },
      ],
    },
    doseText: 'Tablets of 5 mg, halved where needed; naloxone at home; weekly nurse call',
    steps: [
      { day: 4, hour: 14, by: 'u-pain-1', do: 'plan', reason: 'Decided with the physiatrist and his primary care clinician.' },
      { day: 14, hour: 11, by: 'u-pain-1', do: 'start', reviewDay: 60 },
      { day: 60, hour: 12, by: 'u-pain-1', do: 'pause', reason: 'Temporary pain rise: two weeks at the same dose.' },
      { day: 75, hour: 9, by: 'u-pain-1', do: 'resume', reason: 'Pain settled.' },
      {
        day: 75, hour: 11, by: 'u-pain-1', do: 'edit', reviewDay: 168,
        details: {
          doseAmount: 15,
          taper: [
            { fromDay: 75, amount: 12.5, timesPerDay: 2 }, { fromDay: 95, amount: 10, timesPerDay: 2 }, { fromDay: 115, amount: 7.5, timesPerDay: 2 }, { fromDay: 135, amount: 5, timesPerDay: 2 },
            { fromDay: 150, amount: 2.5, timesPerDay: 2 },
          ],
        },
        reason: 'Steps counted anew from today after the pause.',
      },
      { day: 168, hour: 13, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 186, reason: 'Next step after three weeks without clonazepam.' },
    ],
  },
  {
    key: 'clonazepam-taper', catalogueId: 'med.phase-out', discipline: 'pain-specialist', owner: 'u-pain-1', goals: ['night-breathing'],
    details: {
      drug: 'clonazepam', doseAmount: 1, doseUnit: 'mg', route: 'oral', timesPerDay: 1, measure: 'gad7',
      taper: [
        { fromDay: 46, amount: 0.75, timesPerDay: 1 }, { fromDay: 85, amount: 0.5, timesPerDay: 1 }, { fromDay: 125, amount: 0.25, timesPerDay: 1 }, { fromDay: 143, amount: 0.125, timesPerDay: 1 },
      ],
    },
    doseText: 'At night',
    steps: [
      { day: 4, hour: 15, by: 'u-pain-1', do: 'plan', reason: 'Opioid, benzodiazepine and sleep apnoea. Never in the same week as an oxycodone step.' },
      { day: 46, hour: 10, by: 'u-pain-1', do: 'start', reviewDay: 85 },
      { day: 85, hour: 10, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 125, reason: 'Sleep 6.1 hours: 0.5 mg from today, as planned.' },
      { day: 125, hour: 10, by: 'u-pain-1', do: 'decide', decision: 'keep', reviewDay: 143, reason: 'No withdrawal signs: 0.25 mg from today, as planned.' },
      { day: 143, hour: 10, by: 'u-pain-1', do: 'edit', endsDay: 160, reason: 'Last step, 0.125 mg; last tablet in two weeks.', doseText: 'At night; last tablet after 17 days' },
      { day: 160, hour: 12, by: 'u-pain-1', do: 'complete', reason: 'Stopped.', outcome: 'effective' },
    ],
  },
  {
    key: 'gabapentin', catalogueId: 'med.gabapentin', discipline: 'physiatrist', owner: 'u-physiatrist-1', goals: [],
    details: { drug: 'gabapentin', doseAmount: 600, doseUnit: 'mg', route: 'oral', timesPerDay: 3 },
    steps: [
      { day: 0, hour: 15, by: 'u-physiatrist-1', do: 'plan', reason: 'Taken when he came.' },
      { day: 0, hour: 16, by: 'u-physiatrist-1', do: 'start', startsDay: -900, reason: 'With an opioid and sleep apnoea: lowest useful dose to be found, sedation call within a week.' },
      { day: 4, hour: 17, by: 'u-physiatrist-1', do: 'edit', details: { doseAmount: 400, measure: 'peg' }, goals: ['clear-head'], reviewDay: 84, reason: 'Drowsy by day.' },
      { day: 84, hour: 14, by: 'u-physiatrist-1', do: 'decide', decision: 'keep', reviewDay: 186, reason: 'Unchanged while two other medicines are lowered.' },
    ],
  },
  {
    key: 'mbsr', catalogueId: 'psy.mbsr', discipline: 'psychotherapist', owner: 'u-psy-1', goals: ['calm'],
    details: { format: 'group', minutes: 120, sessionsPlanned: 8, sessionsDone: 0, measure: 'gad7' }, doseText: 'Once a week',
    steps: [
      { day: 8, hour: 15, by: 'u-psy-1', do: 'plan' },
      { day: 28, hour: 16, by: 'u-psy-1', do: 'start', goals: ['calm', 'sleep'], reviewDay: 84 },
      { day: 84, hour: 16, by: 'u-psy-1', do: 'edit', details: { sessionsPlanned: 12, sessionsDone: 8 }, doseText: 'Once a month; 15 min practice a day', reason: 'Course finished; he wants to go on during the taper.' },
      { day: 84, hour: 17, by: 'u-psy-1', do: 'decide', decision: 'change', reviewDay: 196, reason: 'GAD-7 still 12: monthly group until the taper is over.' },
      { day: 174, hour: 16, by: 'u-psy-1', do: 'edit', details: { sessionsDone: 11 }, reason: 'Three monthly groups.' },
    ],
  },
  {
    key: 'pt-program', catalogueId: 'pt.program', discipline: 'physical-therapist', owner: 'u-pt-2', goals: [],
    details: { format: 'individual', minutes: 30, timesPerWeek: 1, sessionsPlanned: 24, sessionsDone: 0, measure: 'cst30' }, doseText: 'Sit-to-stand 2 x 5; walk 5 min, 3 days a week',
    steps: [
      { day: 0, hour: 17, by: 'u-physiatrist-1', do: 'plan' },
      { day: 9, hour: 12, by: 'u-pt-2', do: 'start', goals: ['pool'] },
      { day: 62, hour: 12, by: 'u-pt-2', do: 'edit', doseText: 'Sit-to-stand 2 x 8; walk 10 min, 3 days a week', details: { sessionsDone: 7 }, reason: 'Held through the pain rise: same dose, then one step.' },
      { day: 123, hour: 11, by: 'u-pt-2', do: 'edit', doseText: 'Sit-to-stand 3 x 8; walk 15 min, 3 days a week', details: { timesPerWeek: 0.5, sessionsDone: 15 }, reason: 'Ready to progress.' },
      { day: 179, hour: 11, by: 'u-pt-2', do: 'edit', details: { sessionsDone: 19 }, reason: 'Four visits at the wider spacing.' },
    ],
  },
  {
    key: 'aquatic', catalogueId: 'pt.aquatic', discipline: 'physical-therapist', owner: 'u-pt-2', goals: ['pool'],
    details: { format: 'group', minutes: 20, timesPerWeek: 1, measure: 'evs' }, doseText: 'Never alone in the pool',
    steps: [
      { day: 23, hour: 11, by: 'u-pt-2', do: 'plan', reason: 'Not alone in the pool while he takes sedating medicines.' },
      { day: 30, hour: 11, by: 'u-pt-2', do: 'start', reviewDay: 72 },
      { day: 72, hour: 11, by: 'u-pt-2', do: 'decide', decision: 'keep', reviewDay: 93, reason: 'Pain rose from the taper, not from the water: same minutes.' },
      { day: 93, hour: 11, by: 'u-pt-2', do: 'edit', details: { minutes: 30 }, reason: 'Enjoys it, no next-day rise.' },
      { day: 93, hour: 12, by: 'u-pt-2', do: 'decide', decision: 'change', reviewDay: 186, reason: 'Ready for half an hour.' },
    ],
  },
  {
    key: 'sleep-hygiene', catalogueId: 'life.sleep-hygiene', discipline: 'nurse', owner: 'u-rn-1', goals: ['sleep', 'night-breathing'],
    details: { hoursPerNight: 6.5, measure: 'sleep-log' }, doseText: 'CPAP every night; no screen after 22:00',
    steps: [
      { day: 14, hour: 15, by: 'u-rn-1', do: 'plan' },
      { day: 16, hour: 10, by: 'u-rn-1', do: 'start' },
    ],
  },
  {
    key: 'red-flags', catalogueId: 'act.red-flag-screen', discipline: 'nurse', owner: 'u-rn-1', goals: [],
    steps: [
      { day: 60, hour: 13, by: 'u-rn-1', do: 'plan', reason: 'Pain rise in the taper: other causes first.' },
      { day: 60, hour: 14, by: 'u-rn-1', do: 'start' },
      { day: 60, hour: 15, by: 'u-rn-1', do: 'complete', reason: 'Clear.', details: { doneOn: 60, finding: 'No fever, weight loss, weakness or new night pain.' } },
    ],
  },
];

export const P08_TRIED: readonly PastTreatmentStory[] = [
  { day: 0, hour: 10, by: 'u-physiatrist-1', catalogueId: 'med.nsaid-rx', discipline: 'physiatrist', outcome: 'partial', endedDay: -700, reason: 'Meloxicam for two years after the whiplash; ended for a rising creatinine, normal since.' },
  { day: 0, hour: 11, by: 'u-physiatrist-1', catalogueId: 'proc.trigger-point-injection', discipline: 'physiatrist', outcome: 'partial', endedDay: -1200, reason: 'Neck, three sessions elsewhere: a week of ease each.' },
  { day: 8, hour: 16, by: 'u-psy-1', catalogueId: 'psy.relaxation', discipline: 'psychotherapist', outcome: 'declined', reason: 'Offered by primary care: he did not want recordings.' },
  { day: 9, hour: 13, by: 'u-pt-2', catalogueId: 'cam.manual-manipulation', discipline: 'chiropractor', outcome: 'none', endedDay: -3500, reason: 'Twelve visits in the first year.' },
];
