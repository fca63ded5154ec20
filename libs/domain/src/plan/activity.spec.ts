import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW, YESTERDAY, anActivity } from '../testing/index.ts';
import { ACTIVITY_STATUSES, ACTIVITY_VERBS, type ActivityStatus, type ActivityVerb, checkActivity, checkActivityEdit, moveActivity } from './activity.ts';
import type { OrderFacts } from './check-details.ts';

const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

const no = null;
/** What an activity becomes by each verb, or `no`. */
const BECOMES: Record<ActivityVerb, Record<ActivityStatus, ActivityStatus | null>> = {
  start: { planned: 'active', active: no, 'on-hold': no, completed: no, stopped: no, declined: no, 'entered-in-error': no },
  pause: { planned: no, active: 'on-hold', 'on-hold': no, completed: no, stopped: no, declined: no, 'entered-in-error': no },
  resume: { planned: no, active: no, 'on-hold': 'active', completed: no, stopped: no, declined: no, 'entered-in-error': no },
  complete: { planned: no, active: 'completed', 'on-hold': 'completed', completed: no, stopped: no, declined: no, 'entered-in-error': no },
  stop: { planned: 'stopped', active: 'stopped', 'on-hold': 'stopped', completed: no, stopped: no, declined: no, 'entered-in-error': no },
  decline: { planned: 'declined', active: no, 'on-hold': no, completed: no, stopped: no, declined: no, 'entered-in-error': no },
};
const CELLS = ACTIVITY_VERBS.flatMap((verb) => ACTIVITY_STATUSES.map((status) => [verb, status, BECOMES[verb][status]] as const));

describe('an activity', () => {
  it.each(CELLS)('%s of one that is %s: %s', (verb, status, becomes) => {
    const result = moveActivity(anActivity({ status }), verb, { reason: 'Dizzy in the morning' }, TODAY);
    if (becomes === null) {
      expect(result).toEqual({
        ok: false,
        error: {
          kind: 'rule-violation',
          violations: [{ code: 'ACTIVITY_STATUS', field: 'activityId', params: { status }, message: `An activity that is ${status} cannot do this.` }],
        },
      });
    } else {
      expect(result).toMatchObject({ ok: true, value: { status: becomes } });
    }
  });

  it.each<[ActivityVerb, ActivityStatus, boolean]>([
    ['start', 'planned', false],
    ['pause', 'active', true],
    ['resume', 'on-hold', false],
    ['complete', 'active', false],
    ['stop', 'active', true],
    ['decline', 'planned', true],
  ])('%s of one that is %s asks for a reason: %s', (verb, status, asks) => {
    for (const reason of [undefined, null, '', ' \n']) {
      const result = moveActivity(anActivity({ status }), verb, { reason }, TODAY);
      expect(wrong(result)).toEqual(asks ? ['reason REQUIRED'] : []);
      if (result.ok) expect(result.value.statusReason).toBeNull();
    }
    // Once it runs, why it rested is history; the indication is another field and stays what it was.
    const kept = verb === 'start' || verb === 'resume' ? null : 'Dizzy, says José';
    const moved = moveActivity(anActivity({ status }), verb, { reason: ' Dizzy, says Jose\u0301 ' }, TODAY);
    expect(moved).toMatchObject({ ok: true, value: { statusReason: kept } });
    expect(moved.ok && moved.value).not.toHaveProperty('reason');
  });

  it('is told of its status and of the reason at once', () => {
    expect(wrong(moveActivity(anActivity({ status: 'stopped' }), 'stop', {}, TODAY))).toEqual(['activityId ACTIVITY_STATUS', 'reason REQUIRED']);
  });

  it.each([
    ['a NUL byte', '\u0000', 'reason TEXT_UNPRINTABLE'],
    ['201 characters', 'x'.repeat(201), 'reason TOO_LONG'],
    ['half a character', 'half \ud83d', 'reason TEXT_ILL_FORMED'],
  ])('has a readable line as its reason also where none is asked: not %s', (_, reason, expected) => {
    expect(wrong(moveActivity(anActivity(), 'complete', { reason }, TODAY))).toEqual([expected]);
    expect(wrong(moveActivity(anActivity(), 'stop', { reason }, TODAY))).toEqual([expected]);
  });

  it.each<[ActivityVerb, ActivityStatus, string | null, object]>([
    ['start', 'planned', null, { startsOn: TODAY }],
    ['start', 'planned', '2026-12-24', { startsOn: TODAY }],
    ['pause', 'active', YESTERDAY, {}],
    ['resume', 'on-hold', YESTERDAY, {}],
    ['complete', 'active', YESTERDAY, { endsOn: TODAY }],
    ['complete', 'on-hold', null, { endsOn: TODAY }],
    ['stop', 'active', TODAY, { endsOn: TODAY }],
    ['stop', 'planned', TOMORROW, { endsOn: TOMORROW }],
    ['decline', 'planned', TOMORROW, {}],
  ])('%s of one that is %s and begins %s: %j', (verb, status, startsOn, days) => {
    const reason = 'Agreed with her';
    expect(moveActivity(anActivity({ status, startsOn }), verb, { reason }, TODAY)).toEqual({ ok: true, value: { status: BECOMES[verb][status], statusReason: verb === 'start' || verb === 'resume' ? null : reason, ...days } });
  });
});

describe('the start of an activity', () => {
  it.each<[string, string | null, string[]]>([
    ['was to end yesterday', YESTERDAY, ['endsOn END_BEFORE_START']],
    ['ends today', TODAY, []],
    ['has no end', null, []],
  ])('that %s', (_, endsOn, expected) => {
    const result = moveActivity(anActivity({ status: 'planned', startsOn: null, endsOn }), 'start', {}, TODAY);
    expect(wrong(result)).toEqual(expected);
  });
});

describe('an edit of an activity', () => {
  it.each<[ActivityStatus, boolean, string[]]>([
    ['planned', true, []],
    ['active', false, []],
    ['active', true, ['catalogueId ACTIVITY_BEGUN']],
    ['on-hold', true, ['catalogueId ACTIVITY_BEGUN']],
    ['completed', false, ['activityId ACTIVITY_STATUS']],
    ['stopped', false, ['activityId ACTIVITY_STATUS']],
    ['declined', false, ['activityId ACTIVITY_STATUS']],
    ['entered-in-error', false, ['activityId ACTIVITY_STATUS']],
  ])('that is %s and becomes another treatment %s: %j', (status, becomesAnother, expected) => {
    const activity = anActivity({ status }) as ReturnType<typeof anActivity> & { catalogueId: string };
    expect(wrong(checkActivityEdit(activity, { catalogueId: becomesAnother ? 'med.amitriptyline' : activity.catalogueId }))).toEqual(expected);
    expect(wrong(checkActivityEdit(activity, {}))).toEqual(expected.filter((line) => line.startsWith('activityId')));
  });
});

describe('what an activity says', () => {
  const capsule: OrderFacts = { form: 'medication', sites: [], sided: false, doseUnits: ['mg'], drugs: ['duloxetine'], shortTerm: false };
  const catalogue = {
    orderFacts: (id: string) => (id === 'med.duloxetine' ? capsule : undefined), knownDiscipline: (id: string) => id === 'physiatrist', siteIsSided: () => undefined, knownMeasure: () => false,
  };

  it.each([
    ['all of it', anActivity(), []],
    ['nothing', {}, []],
    ['an item that the catalogue does not have', { catalogueId: 'med.snake-oil' }, ['catalogueId ACTIVITY_UNKNOWN']],
    ['a discipline that the catalogue does not have', { discipline: 'alchemist' }, ['discipline DISCIPLINE_UNKNOWN']],
    ['a dose that reads backwards', { doseText: '\u202Egm 03' }, ['doseText TEXT_UNPRINTABLE']],
    ['a dose of two lines', { doseText: '30 mg\n60 mg' }, ['doseText ONE_LINE']],
    ['an end on the first day', { startsOn: TODAY, endsOn: TODAY }, []],
    ['an end before the first day', { startsOn: TODAY, endsOn: YESTERDAY }, ['endsOn END_BEFORE_START']],
    ['a review before the first day', { startsOn: TODAY, reviewOn: YESTERDAY }, ['reviewOn END_BEFORE_START']],
    ['a review in a year that was meant to be another', { reviewOn: '2062-12-01' }, ['reviewOn DATE_TOO_FAR']],
    [
      'all of it wrong',
      { catalogueId: 'x', discipline: 'x', doseText: 'x'.repeat(201), reason: '\u0000', startsOn: TODAY, reviewOn: YESTERDAY, endsOn: YESTERDAY },
      ['catalogueId ACTIVITY_UNKNOWN', 'discipline DISCIPLINE_UNKNOWN', 'doseText TOO_LONG', 'reason TEXT_UNPRINTABLE', 'endsOn END_BEFORE_START', 'reviewOn END_BEFORE_START'],
    ],
  ])('%s', (_, given, expected) => {
    expect(wrong(checkActivity(given as Parameters<typeof checkActivity>[0], catalogue, TODAY))).toEqual(expected);
  });
});
