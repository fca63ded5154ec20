import { describe, expect, it } from '@jest/globals';
import { aGoal, aPart } from '../../../testing/plan-builders.ts';
import { shapePlan } from './shape-plan.ts';

const allColumns = [
  { id: 'physiatry', name: 'Physiatry & medicine' },
  { id: 'physical-therapy', name: 'Physical therapy' },
  { id: 'psychology', name: 'Psychology' },
];
const columnOf = (discipline: string) => ({ physiatrist: 'physiatry', 'physical-therapist': 'physical-therapy', psychotherapist: 'psychology' })[discipline] ?? null;
const nothing = { goals: [], activities: [], team: [], allColumns, columnOf, withPast: false };
const idsOf = (cells: Readonly<Record<string, readonly { id: string }[]>>) => Object.fromEntries(Object.entries(cells).map(([column, parts]) => [column, parts.map(({ id }) => id)]));

describe('columns', () => {
  it('shows a column for who is on the team now or has a part, and no other', () => {
    const team = [{ discipline: 'psychotherapist', period: 'CURRENT' as const }, { discipline: 'physiatrist', period: 'PAST' as const }];
    const { columns } = shapePlan({ ...nothing, team, activities: [aPart()] });
    expect(columns.map(({ id }) => id)).toEqual(['physical-therapy', 'psychology']);
  });
});

describe('rows', () => {
  it('puts a part under every goal it serves, what runs above what waits', () => {
    const goals = [aGoal(), aGoal({ id: 'goal-sleep' })];
    const activities = [aPart({ id: 'held', status: 'ON_HOLD' }), aPart({ id: 'both', goalIds: ['goal-stairs', 'goal-sleep'] })];
    const { open } = shapePlan({ ...nothing, goals, activities });
    expect(open.map(({ cells }) => idsOf(cells))).toEqual([{ 'physical-therapy': ['both', 'held'] }, { 'physical-therapy': ['both'] }]);
  });

  it.each([
    ['ACTIVE', 'ACTIVE', false],
    ['ACTIVE', 'PLANNED', false],
    ['ACTIVE', 'ON_HOLD', true],
    ['PROPOSED', 'STOPPED', true],
    ['ON_HOLD', 'ON_HOLD', false],
  ] as const)('of a goal that is %s with a part that is %s, says that it lacks one: %s', (goal, part, lacksOne) => {
    const { open } = shapePlan({ ...nothing, goals: [aGoal({ status: goal })], activities: [aPart({ status: part })] });
    expect(open.map(({ hasNoPart }) => hasNoPart)).toEqual([lacksOne]);
  });

  it('sets parts without a goal apart', () => {
    const { untied } = shapePlan({ ...nothing, goals: [aGoal()], activities: [aPart(), aPart({ id: 'loose', goalIds: [] })] });
    expect(idsOf(untied ?? {})).toEqual({ 'physical-therapy': ['loose'] });
  });

  it('has no such row when every part is tied', () => {
    expect(shapePlan({ ...nothing, goals: [aGoal()], activities: [aPart()] }).untied).toBeNull();
  });

  it('shows what still runs although its goal is closed', () => {
    const goals = [aGoal({ status: 'COMPLETED', endedOn: '2026-10-01' })];
    const { untied } = shapePlan({ ...nothing, goals, activities: [aPart(), aPart({ id: 'over', status: 'COMPLETED' })], withPast: true });
    expect(idsOf(untied ?? {})).toEqual({ 'physical-therapy': ['activity-scapular'] });
  });
});

describe('the past', () => {
  const goals = [aGoal(), aGoal({ id: 'goal-done', status: 'COMPLETED' })];
  const activities = [
    aPart({ id: 'stopped', status: 'STOPPED' }),
    aPart({ id: 'declined', status: 'DECLINED', goalIds: [] }),
    aPart({ id: 'done', status: 'COMPLETED', goalIds: ['goal-done'] }),
  ];

  it('is counted and left out until it is asked for', () => {
    const { open, untied, pastCount } = shapePlan({ ...nothing, goals, activities });
    expect({ cells: open[0]?.cells, untied, pastCount }).toEqual({ cells: {}, untied: null, pastCount: 2 });
  });

  it('is shown when asked for', () => {
    const { open, untied } = shapePlan({ ...nothing, goals, activities, withPast: true });
    expect([idsOf(open[0]?.cells ?? {}), idsOf(untied ?? {})]).toEqual([{ 'physical-therapy': ['stopped'] }, { 'physical-therapy': ['declined'] }]);
  });

  it('always stands beside a closed goal', () => {
    expect(idsOf(shapePlan({ ...nothing, goals, activities }).closed[0]?.cells ?? {})).toEqual({ 'physical-therapy': ['done'] });
  });
});
