import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import type { ActivityStatus } from './activity.ts';
import { type PastTreatment, type TrialGiven, checkOutcome, checkPastTreatment, decideTrial } from './trial.ts';

const TODAY = '2026-11-28';
const NEXT = '2027-01-05';
const wrong = (result: Result<unknown, RuleViolation>) => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const decide = (given: Partial<TrialGiven>, status: ActivityStatus = 'active') => decideTrial({ status, startsOn: '2026-09-01' }, { decision: 'keep', reason: 'It helps', reviewOn: NEXT, ...given }, TODAY);

describe('the review of a trial', () => {
  it('keeps or changes it until the next review, with the reason', () => {
    for (const decision of ['keep', 'change'] as const) {
      expect(decide({ decision })).toEqual({ ok: true, value: { reviewOn: NEXT, details: { decision, decidedOn: TODAY, decisionReason: 'It helps' } } });
    }
  });

  it('stops it today, and says how it went', () => {
    expect(decide({ decision: 'stop', reason: 'No benefit', reviewOn: null, outcome: 'none' })).toEqual({
      ok: true,
      value: { status: 'stopped', statusReason: 'No benefit', endsOn: TODAY, details: { decision: 'stop', decidedOn: TODAY, decisionReason: 'No benefit', outcome: 'none' } },
    });
  });

  it.each<[string, Partial<TrialGiven>, ActivityStatus, string[]]>([
    ['without a reason', { reason: ' ' }, 'active', ['reason REQUIRED']],
    ['without a next review', { reviewOn: null }, 'active', ['reviewOn REQUIRED']],
    ['with a review that is over', { reviewOn: TODAY }, 'active', ['reviewOn REVIEW_PAST']],
    ['with a review decades away', { reviewOn: '2062-01-01' }, 'active', ['reviewOn DATE_TOO_FAR']],
    ['with an outcome of what goes on', { outcome: 'effective' }, 'active', ['outcome OUTCOME_UNFIT']],
    ['of what never began', {}, 'planned', ['activityId ACTIVITY_STATUS']],
    ['of what is over', {}, 'stopped', ['activityId ACTIVITY_STATUS']],
    ['that ends as declined', { decision: 'stop', outcome: 'declined' }, 'active', ['outcome OUTCOME_DECLINED']],
  ])('is refused %s', (_, given, status, expected) => expect(wrong(decide(given, status))).toEqual(expected));
});

it('what does not end has no outcome', () => {
  expect(checkOutcome('pause', 'effective')?.code).toBe('OUTCOME_UNFIT');
  expect(checkOutcome('complete', 'effective')).toBeNull();
  expect(checkOutcome('start', undefined)).toBeNull();
});

describe('a treatment that was tried before', () => {
  const catalogue = { orderFacts: (id: string) => (id === 'cam.acupuncture' ? ({} as never) : undefined), knownDiscipline: (id: string) => id === 'acupuncturist', siteIsSided: () => undefined, knownMeasure: () => false };
  const past = (given: Partial<PastTreatment>) => wrong(checkPastTreatment({ catalogueId: 'cam.acupuncture', discipline: 'acupuncturist', outcome: 'partial', ...given }, catalogue, '1980-03-14', TODAY));
  it.each<[string, Partial<PastTreatment>, string[]]>([
    ['with its last day', { endedOn: '2019-05-01', reason: 'Eight sessions' }, []],
    ['that ends tomorrow', { endedOn: '2026-11-29' }, ['endedOn DATE_IN_FUTURE']],
    ['from before birth', { endedOn: '1026-05-01' }, ['endedOn DATE_TOO_EARLY']],
    ['that the catalogue does not have', { catalogueId: 'cam.luck' }, ['catalogueId ACTIVITY_UNKNOWN']],
    ['by nobody’s discipline', { discipline: 'alchemist' }, ['discipline DISCIPLINE_UNKNOWN']],
    ['with a note of two lines', { reason: 'a\nb' }, ['reason ONE_LINE']],
  ])('%s', (_, given, expected) => expect(past(given)).toEqual(expected));
});
