import { describe, expect, it } from '@jest/globals';
import { type ChangedThing, checkAgreement, openQuestion } from './agreement.ts';

const ACTIVE = { status: 'active', reviewDate: null };
const answered = { revision: 10, answeredOn: '2026-11-01' };
const goal = (over: Partial<ChangedThing> = {}): ChangedThing => ({ entity: 'goal', id: 'sleep', discipline: null, changedBy: 'psychotherapist', revision: 11, ...over });
const part = (over: Partial<ChangedThing> = {}): ChangedThing => ({ entity: 'activity', id: 'walk', discipline: 'physical-therapist', changedBy: 'physiatrist', revision: 11, ...over });
const asks = (changes: readonly ChangedThing[], plan: Parameters<typeof openQuestion>[2] = ACTIVE, last: Parameters<typeof openQuestion>[1] = answered) => openQuestion('physical-therapist', last, plan, changes, '2026-11-28');

describe('a discipline is asked', () => {
  it('when it has never answered', () => {
    expect(openQuestion('physical-therapist', undefined, ACTIVE, [], '2026-11-28')).toEqual({ changed: [], isReview: false, isAsked: true });
  });

  it.each([
    ['a goal was changed', goal()],
    ['a part of its own was changed', part()],
    ['somebody outside the team changed one', part({ changedBy: null })],
  ])('when %s by others', (_, thing) => {
    expect(asks([thing])).toEqual({ changed: [thing], isReview: false, isAsked: true });
  });

  it.each([
    ['another discipline’s part was changed', part({ discipline: 'nurse' })],
    ['it changed the thing itself', part({ changedBy: 'physical-therapist' })],
    ['it answered after the change', goal({ revision: 10 })],
  ])('not when %s', (_, thing) => {
    expect(asks([thing])).toEqual({ changed: [], isReview: false, isAsked: false });
  });

  it('at the plan’s review, once', () => {
    const due = { status: 'active', reviewDate: '2026-11-20' };
    expect(asks([], due)).toMatchObject({ isReview: true, isAsked: true });
    expect(asks([], due, { revision: 10, answeredOn: '2026-11-20' })).toMatchObject({ isReview: false, isAsked: false });
    expect(asks([], { ...due, reviewDate: '2026-11-29' })).toMatchObject({ isReview: false, isAsked: false });
  });

  it.each(['draft', 'on-hold', 'completed'])('not while the plan is %s', (status) => {
    expect(asks([goal()], { status, reviewDate: '2026-11-20' }).isAsked).toBe(false);
  });
});

describe('an answer', () => {
  const right = { planVersion: 7, answer: 'right' as const, reason: null };
  const codes = (...given: Parameters<typeof checkAgreement>) => {
    const checked = checkAgreement(...given);
    return checked.ok ? [] : checked.error.violations.map(({ field, code }) => `${field} ${code}`);
  };

  it('is for the version that was read, by a discipline of the team, and an objection says why', () => {
    expect(codes(right, 'nurse', 7)).toEqual([]);
    expect(codes({ ...right, answer: 'objection', reason: 'Too soon' }, 'nurse', 7)).toEqual([]);
    expect(codes(right, 'nurse', 8)).toEqual(['planVersion PLAN_MOVED_ON']);
    expect(codes(right, null, 7)).toEqual(['answer AGREEMENT_OF_TEAM']);
    expect(codes({ ...right, answer: 'objection', reason: ' ' }, 'nurse', 7)).toEqual(['reason REQUIRED']);
    expect(codes({ ...right, reason: 'Because' }, 'nurse', 7)).toEqual(['reason REASON_WITHOUT_OBJECTION']);
  });
});
