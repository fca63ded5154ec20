import { describe, expect, it } from '@jest/globals';
import type { CopyPageQuery, GoalCellFragment } from '../../../../gql/index.ts';
import { noor } from '../../../../testing/builders.ts';
import { aCopyPatient, aGoal, aPart } from '../../../../testing/plan-builders.ts';
import { EDGES, patientsCopy, sheetWords } from '../../../../testing/sheets.tsx';
import { type Group, wordsOf } from './sheet.ts';
import { teamSheet } from './team-sheet.ts';
import { chosenParts, homeParts } from './three-things.ts';

const teamsCopy = (patient: CopyPageQuery['patient']) => wordsOf(teamSheet(patient, EDGES, sheetWords())).join('\n');
const goals = (count: number, over: Partial<GoalCellFragment> = {}) => Array.from({ length: count }, (_, place) => aGoal({ id: `goal-${place}`, words: `Wish number ${place + 1} that I have had for a long time`, ...over }));

describe('what the patient does at home', () => {
  it('is what the patient carries, or what has a dose or a next step; only while it runs', () => {
    const parts = [
      aPart({ id: 'mine', name: 'Mine', owner: null, doseText: null }),
      aPart({ id: 'theirs', name: 'Theirs alone', owner: noor, doseText: null }),
      aPart({ id: 'dosed', owner: noor, doseText: null, details: { minutes: 20 } }),
      aPart({ id: 'next', owner: noor, doseText: null, nextStep: 'Write down what you thought' }),
      aPart({ id: 'waits', owner: null, status: 'ON_HOLD' }),
      aPart({ id: 'over', owner: null, status: 'COMPLETED' }),
    ];
    expect(homeParts(parts).map(({ id }) => id)).toEqual(['mine', 'dosed', 'next']);
  });

  it.each(['MEDICATION', 'OPIOID', 'PROCEDURE', 'INFUSION', 'SURGERY', 'REFERRAL'] as const)('is never a %s, whoever carries it', (form) => {
    expect(homeParts([aPart({ form, owner: null, doseText: '60 mg', nextStep: 'Take more' })])).toEqual([]);
  });

  it('is the first three until it was chosen, and then what was chosen and still runs', () => {
    const parts = ['a', 'b', 'c', 'd'].map((id) => aPart({ id }));
    expect(chosenParts(parts, null).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(chosenParts(parts, ['d', 'b', 'gone']).map(({ id }) => id)).toEqual(['b', 'd']);
    expect(chosenParts(parts, [])).toEqual([]);
  });
});

describe('the patient’s copy', () => {
  it('has the open goals in the patient’s words, the things, the message, the review, whom to call and the crisis line', () => {
    const patient = aCopyPatient({}, { goals: [aGoal(), aGoal({ id: 'reached', words: 'Sleep through', status: 'COMPLETED' }), aGoal({ id: 'given-up', words: 'Fly a kite', status: 'CANCELLED' })] });
    const { sheet, goalsLeftOut, isTooLong } = patientsCopy(patient, ['Walk 20 minutes', 'Rest before it hurts']);
    expect({ goalsLeftOut, isTooLong }).toEqual({ goalsLeftOut: 0, isTooLong: false });
    expect(sheet.type).toBe('large');
    expect(wordsOf(sheet)).toEqual([
      'Your plan, Mari', EDGES.head, EDGES.foot, 'Your plan, Mari',
      'What you want', '“Carry my grandson upstairs without stopping”',
      'Two things this week', 'Walk 20 minutes', 'Rest before it hurts',
      'What all of us say', 'Hurt is not harm: moving is safe.',
      'We look at your plan again on', 'Wednesday, 9 December 2026',
      'Who to call', 'Dr. Noor Bellweather, psychotherapist / psychologist: leads your team', 'Jonas Whitfeather: coordinates your care', `Telephone: ${'_'.repeat(24)}`,
      'If you need help at once (United States)', 'In a crisis, or thinking of suicide: call or text 988, day or night.', 'In an emergency: call 911.',
      'This says what you and your team agreed. It is not a prescription.',
    ]);
  });

  it('says nothing of drugs, allergies, red flags or medicines', () => {
    const patient = aCopyPatient({}, { activities: [aPart({ name: 'Duloxetine (SNRI)', form: 'MEDICATION', owner: null, details: { drug: 'duloxetine', doseAmount: 60, doseUnit: 'mg' } })] });
    expect(wordsOf(patientsCopy(patient).sheet).join(' ')).not.toMatch(/duloxetine|mg|penicillin|red flag/i);
  });

  it('stays on one page: what does not fit is left out, and the sheet says how many', () => {
    const { sheet, goalsLeftOut, isTooLong } = patientsCopy(aCopyPatient({}, { goals: goals(20) }), ['One', 'Two', 'Three']);
    const words = wordsOf(sheet).join('\n');
    expect(isTooLong).toBe(false);
    expect(goalsLeftOut).toBeGreaterThan(10);
    expect(words.match(/Wish number/g)).toHaveLength(20 - goalsLeftOut);
    expect(words).toContain(`${goalsLeftOut} more goals of yours are in your plan.`);
  });

  it('says when it is longer than a page without them too; nothing of the message is cut', () => {
    const agreedMessage = 'Moving is safe, also when it hurts. '.repeat(60).trim();
    const { sheet, isTooLong } = patientsCopy(aCopyPatient({}, { goals: goals(3), agreedMessage }));
    expect(isTooLong).toBe(true);
    expect(wordsOf(sheet)).toContain(agreedMessage);
  });
});

describe('the team’s copy', () => {
  const clinical = aCopyPatient({}, {
    goals: [aGoal({ owner: noor }), aGoal({ id: 'reached', words: 'Sleep through', status: 'COMPLETED' })],
    activities: [
      aPart({ owner: noor, reviewOn: '2026-11-20' }),
      aPart({ id: 'drug', name: 'Duloxetine (SNRI)', form: 'MEDICATION', doseText: null, details: { drug: 'duloxetine', doseAmount: 60, doseUnit: 'mg', route: 'oral', timesPerDay: 1 } }),
      aPart({ id: 'past', name: 'Massage', status: 'STOPPED' }),
      aPart({ id: 'left', name: 'Breathing', goalIds: ['reached'] }),
    ],
    dissents: [{ __typename: 'Dissent', id: 'dissent-1', reason: 'It frightens her', at: '2026-11-03T15:00:00Z', person: noor }],
  });

  it('has each open goal with its parts, owners, orders and days as they are read later; what is closed or past is left out', () => {
    const words = teamsCopy(clinical);
    for (const line of [
      'Version 14 · revision 41 of the record · Active · next review 9 Dec 2026',
      'Improving · Movement · Owner: Dr. Noor Bellweather, Psychotherapist / psychologist',
      'Scapular stabilisation: Dr. Noor Bellweather, Physical therapist',
      'Active · since 12 Sept 2026 · review 20 Nov 2026, overdue',
      '60 mg by mouth once a day', 'Plan record, not a prescription',
      'Not tied to an open goal', 'Breathing: Patient, Physical therapist',
      '“Hurt is not harm: moving is safe.” · agreed 2 Nov 2026', '1 disagrees', 'It frightens her',
      'Nobody has asked about red flags yet.', 'Penicillin', 'Hives · Severe', 'Medicines never reconciled: interactions not checked', 'No implanted device',
    ]) expect(words).toContain(line);
    expect(words).not.toMatch(/Sleep through|Massage|today|yesterday|tomorrow/);
  });

  it('says which discipline agrees to which version, and what one objects', () => {
    const last = { __typename: 'Agreement' as const, id: 'a1', answer: 'OBJECTION' as const, reason: 'Scan first', planVersion: 12, revision: 30, answeredOn: '2026-11-02', person: noor };
    const agreement = { __typename: 'DisciplineAgreement' as const, discipline: 'psychotherapist', isAsked: false, isReview: false, changed: [], last };
    expect(teamsCopy(aCopyPatient({}, { agreements: [agreement] }))).toMatch(/Who agrees\n.*Psychotherapist[^\n]*: Objects\n[^\n]*Noor Bellweather · version 12 · 2 Nov 2026 · Scan first/);
    expect(teamsCopy(aCopyPatient())).not.toContain('Who agrees');
  });

  it('tells a peer mentor nothing of what is not theirs, also not that it is missing', () => {
    const words = teamsCopy({ ...clinical, viewer: { ...clinical.viewer, may: ['PLAN_READ'] }, allergyStatus: 'NOT_SHOWN', allergies: [], reconciliation: null, deviceAnswer: 'NOT_SHOWN', plan: { ...clinical.plan, dissents: [] } });
    expect(words).toContain('Scapular stabilisation');
    expect(words).not.toMatch(/red flag|allerg|medicine|device|reconcil|disagree/i);
  });

  it('keeps each goal and its parts in one group, the first with the title above it', () => {
    const { groups } = teamSheet(aCopyPatient({}, { goals: goals(3) }), EDGES, sheetWords());
    const headings = (group: Group) => group.flatMap((block) => (block.kind === 'heading' && block.level >= 2 ? [block.words] : []));
    expect(groups.map(headings).filter((words) => words.some((one) => one.includes('Wish')))).toEqual([
      ['Goals and parts', '“Wish number 1 that I have had for a long time”'], ['“Wish number 2 that I have had for a long time”'], ['“Wish number 3 that I have had for a long time”'],
    ]);
  });
});
