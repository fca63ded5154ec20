import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTIVITY_STATUSES, type ActivityStatus } from './activity.ts';
import { planCoverage } from './coverage.ts';
import { GOAL_DOMAINS, GOAL_STATUSES, isOpenGoal } from './goal.ts';

const DISCIPLINES = ['physiatrist', 'physical-therapist', 'psychotherapist', 'nurse'];
const sleep = { id: 'sleep', domain: 'sleep' as const, status: 'active' as const, ownerDiscipline: 'psychotherapist' as string | null };
const part = (discipline: string, status: ActivityStatus = 'active', goalIds = ['sleep']) => ({ discipline, status, goalIds });
const ofSleep = (...given: Parameters<typeof planCoverage>) => planCoverage(...given).find(({ domain }) => domain === 'sleep')!;

describe('coverage', () => {
  const goal = fc.record({ domain: fc.constantFrom(...GOAL_DOMAINS), status: fc.constantFrom(...GOAL_STATUSES), ownerDiscipline: fc.option(fc.constantFrom(...DISCIPLINES)) });
  const goals = fc.array(goal, { maxLength: 30 }).map((list) => list.map((one, i) => ({ ...one, id: `g${i}` })));
  const parts = fc.array(fc.record({
    status: fc.constantFrom(...ACTIVITY_STATUSES), discipline: fc.constantFrom(...DISCIPLINES), goalIds: fc.array(fc.integer({ min: 0, max: 31 }).map((i) => `g${i}`), { maxLength: 4 }),
  }), { maxLength: 40 });

  it('counts every open goal once, in its own domain, and no other goal', () => {
    fc.assert(fc.property(goals, parts, (some, others) => {
      const rows = planCoverage(some, others);
      expect(rows.map(({ domain }) => domain)).toEqual(GOAL_DOMAINS);
      expect(rows.flatMap((row) => row.goals.map(({ id }) => `${row.domain} ${id}`)).sort()).toEqual(some.filter(isOpenGoal).map(({ id, domain }) => `${domain} ${id}`).sort());
    }));
  });

  it('gives every open goal to its owner’s discipline or to nobody, and every live part of a domain to one discipline', () => {
    fc.assert(fc.property(goals, parts, (some, others) => {
      for (const { goals: open, unowned, shares } of planCoverage(some, others)) {
        expect([...unowned, ...shares.flatMap(({ owned }) => owned)].map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
        const ids = open.map(({ id }) => id);
        const live = others.filter(({ status, goalIds }) => (status === 'planned' || status === 'active') && goalIds.some((id) => ids.includes(id)));
        expect(new Set(shares.flatMap((share) => share.parts))).toEqual(new Set(live));
        expect(shares.flatMap((share) => share.parts)).toHaveLength(live.length);
      }
    }));
  });

  it.each<[string, Parameters<typeof planCoverage>, 'no-goal' | 'no-part' | null]>([
    ['without a goal', [[], []], 'no-goal'],
    ['whose only goal is closed', [[{ ...sleep, status: 'completed' }], [part('nurse')]], 'no-goal'],
    ['whose goal has no part', [[sleep], []], 'no-part'],
    ['whose parts rest', [[sleep], [part('nurse', 'on-hold')]], 'no-part'],
    ['whose part is planned', [[sleep], [part('nurse', 'planned')]], null],
    ['whose part serves another goal', [[sleep], [part('nurse', 'active', ['other'])]], 'no-part'],
  ])('of a domain %s', (_, given, gap) => {
    expect(ofSleep(...given).gap).toBe(gap);
  });

  it.each<[string[], boolean]>([
    [['nurse'], false],
    [['nurse', 'psychotherapist'], false],
    [['nurse', 'physiatrist'], true],
    [['nurse', 'nurse', 'nurse'], false],
  ])('with the owner a psychotherapist and parts of %j is crowded: %s', (disciplines, isCrowded) => {
    expect(ofSleep([sleep], disciplines.map((discipline) => part(discipline))).isCrowded).toBe(isCrowded);
  });
});
