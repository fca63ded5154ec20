import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEAM_ROLES, type TeamRole } from '../access/vocabulary.ts';
import type { Result, RuleViolation } from '../result.ts';
import { PERSONAS, TODAY, TOMORROW, YESTERDAY, aJoiner, aLead, aMember, aStandIn } from '../testing/index.ts';
import { type Day, addDays } from '../text/day.ts';
import { type TeamMember, addMember, arrangeStandIn, changeLead, checkArranger, endMembership, endStandIn } from './care-team.ts';

const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

describe('joining a team', () => {
  const joining = (given: Partial<{ role: TeamRole; validFrom: Day; validTo: Day | null; reason: string }> = {}) => ({
    role: 'member' as const,
    validFrom: TODAY,
    validTo: null,
    reason: 'Sleep and mood',
    ...given,
  });
  const psychotherapist = aJoiner('PSYCHOTHERAPIST');

  it('takes somebody who works here, with a discipline and a reason', () => {
    expect(wrong(addMember([], psychotherapist, joining()))).toEqual([]);
    expect(wrong(addMember([aLead(), aMember()], psychotherapist, joining({ validTo: TODAY })))).toEqual([]);
  });

  it.each([
    ['somebody who left', aJoiner('PSYCHOTHERAPIST', { isActive: false }), {}, ['personId PERSON_NOT_ACTIVE']],
    ['somebody without a discipline', aJoiner('ADMINISTRATOR'), {}, ['personId PERSON_WITHOUT_DISCIPLINE']],
    ['an end before the start', psychotherapist, { validTo: YESTERDAY }, ['validTo END_BEFORE_START']],
    ['no reason', psychotherapist, { reason: ' ' }, ['reason REQUIRED']],
    ['a peer mentor as a member', aJoiner('PEER_MENTOR'), {}, ['role PEER_MENTOR_OBSERVES']],
    ['a peer mentor as the lead', aJoiner('PEER_MENTOR'), { role: 'lead' as const }, ['role PEER_MENTOR_OBSERVES']],
    ['a peer mentor as an observer', aJoiner('PEER_MENTOR'), { role: 'observer' as const }, []],
    ['a clinician as an observer', psychotherapist, { role: 'observer' as const }, []],
    [
      'all of it wrong',
      aJoiner('PEER_MENTOR', { isActive: false }),
      { role: 'lead' as const, validTo: YESTERDAY, reason: '' },
      ['personId PERSON_NOT_ACTIVE', 'validTo END_BEFORE_START', 'reason REQUIRED', 'role PEER_MENTOR_OBSERVES'],
    ],
  ])('with %s', (_, joiner, given, expected) => {
    expect(wrong(addMember([], joiner, joining(given)))).toEqual(expected);
  });

  it.each([
    ['that leads now, without end', aLead(), {}, true],
    ['that leads until today', aLead({ validTo: TODAY }), {}, true],
    ['that led until yesterday', aLead({ validTo: YESTERDAY }), {}, false],
    ['that leads from tomorrow', aLead({ validFrom: TOMORROW }), {}, true],
    ['that leads from tomorrow, before which the other ends', aLead({ validFrom: TOMORROW }), { validTo: TODAY }, false],
    ['that leads for one day in the middle', aLead({ validFrom: '2026-12-24', validTo: '2026-12-24' }), { validTo: '2026-12-31' }, true],
  ])('as the lead beside somebody %s', (_, lead, period, refused) => {
    expect(wrong(addMember([aMember(), lead], psychotherapist, joining({ role: 'lead', ...period })))).toEqual(refused ? ['role SECOND_LEAD'] : []);
    expect(wrong(addMember([aMember(), lead], psychotherapist, joining({ role: 'member', ...period })))).toEqual([]);
  });

  it.each([
    ['is on it', aMember(), true],
    ['is on it until today', aMember({ validTo: TODAY }), true],
    ['was on it until yesterday', aMember({ validTo: YESTERDAY }), false],
    ['joins next year', aMember({ validFrom: '2027-01-01' }), true],
    ['observes it', aMember({ role: 'observer' }), true],
  ])('by somebody who %s', (_, member, refused) => {
    expect(wrong(addMember([aLead(), member], aJoiner('THERAPIST'), joining()))).toEqual(refused ? ['personId ALREADY_ON_TEAM'] : []);
  });
});

describe('leaving a team', () => {
  it.each([
    ['today', aMember(), { validTo: TODAY, reason: 'Programme done' }, []],
    ['on the first day', aMember({ validFrom: TODAY }), { validTo: TODAY, reason: 'A mistake' }, []],
    ['before the first day', aMember({ validFrom: TODAY }), { validTo: YESTERDAY, reason: 'A mistake' }, ['validTo END_BEFORE_START']],
    ['sooner than agreed', aMember({ validTo: TOMORROW }), { validTo: TODAY, reason: 'Programme done' }, []],
    ['later than agreed', aMember({ validTo: TODAY }), { validTo: TOMORROW, reason: 'One more visit' }, ['validTo LATER_THAN_AGREED']],
    ['without a reason', aMember(), { validTo: TODAY, reason: '' }, ['reason REQUIRED']],
    ['as the lead', aLead(), { validTo: TODAY, reason: 'Retires' }, ['memberId LEAD_MUST_BE_PASSED_ON']],
    ['as an observer', aMember({ role: 'observer' }), { validTo: TODAY, reason: 'Consent withdrawn' }, []],
    [
      'with all of it wrong',
      aLead({ validFrom: TODAY, validTo: TODAY }),
      { validTo: YESTERDAY, reason: '' },
      ['validTo END_BEFORE_START', 'memberId LEAD_MUST_BE_PASSED_ON', 'reason REQUIRED'],
    ],
  ])('%s', (_, member, given, expected) => {
    expect(wrong(endMembership(member, given))).toEqual(expected);
  });

  it('says until when the membership is', () => {
    expect(endMembership(aMember({ validTo: TODAY }), { validTo: TOMORROW, reason: 'One more visit' })).toMatchObject({
      error: { violations: [{ message: `The membership ends on ${TODAY} already.`, params: { day: TODAY } }] },
    });
  });
});

describe('passing on the lead', () => {
  const lead = aLead();
  const team = [lead, aMember()];

  it('makes the one who led a member', () => {
    expect(changeLead(team, aMember(), TODAY, 'PT is the main work now')).toEqual({ ok: true, value: { demote: [lead] } });
  });

  it('makes everybody a member who was to lead on one of the same days', () => {
    const now = aLead({ validTo: '2026-12-31' });
    const afterwards = aLead({ id: 'next year', validFrom: '2027-01-01' });
    expect(changeLead([now, afterwards, aMember()], aMember(), TODAY, 'PT is the main work now')).toEqual({ ok: true, value: { demote: [now, afterwards] } });
    const leaving = aMember({ validTo: '2026-12-31' });
    expect(changeLead([now, afterwards, leaving], leaving, TODAY, 'PT is the main work now')).toEqual({ ok: true, value: { demote: [now] } });
  });

  it('needs nobody to have led', () => {
    expect(changeLead([aMember()], aMember(), TODAY, 'Nobody leads')).toEqual({ ok: true, value: { demote: [] } });
  });

  it.each([
    ['somebody who joins tomorrow', aMember({ validFrom: TOMORROW }), 'PT', ['memberId NOT_ON_TEAM_TODAY']],
    ['somebody who left yesterday', aMember({ validTo: YESTERDAY }), 'PT', ['memberId NOT_ON_TEAM_TODAY']],
    ['somebody on the last day', aMember({ validTo: TODAY }), 'PT', []],
    ['somebody on the first day', aMember({ validFrom: TODAY }), 'PT', []],
    ['the lead', lead, 'PT', ['memberId LEADS_ALREADY']],
    ['an observer', aMember({ role: 'observer' }), 'PT', ['memberId OBSERVER_CANNOT_LEAD']],
    ['nobody says why', aMember(), ' ', ['reason REQUIRED']],
    ['an observer of tomorrow, and nobody says why', aMember({ role: 'observer', validFrom: TOMORROW }), '', ['memberId NOT_ON_TEAM_TODAY', 'memberId OBSERVER_CANNOT_LEAD', 'reason REQUIRED']],
  ])('to %s', (_, next, reason, expected) => {
    expect(wrong(changeLead(team, next, TODAY, reason))).toEqual(expected);
  });
});

describe('standing in', () => {
  const given = { validFrom: '2026-12-01', validTo: '2026-12-07', reason: 'Annual leave' };
  const covering = aJoiner('COVERING_THERAPIST');

  it('is arranged for a member, from a day to a day', () => {
    expect(wrong(arrangeStandIn(aMember(), [], covering, given))).toEqual([]);
    expect(wrong(arrangeStandIn(aLead(), [], covering, given))).toEqual([]);
  });

  it.each([
    ['the member', aMember(), [], aJoiner('THERAPIST'), {}, ['personId STANDS_IN_FOR_SELF']],
    ['somebody who left', aMember(), [], aJoiner('COVERING_THERAPIST', { isActive: false }), {}, ['personId PERSON_NOT_ACTIVE']],
    ['somebody without a discipline', aMember(), [], aJoiner('ADMINISTRATOR'), {}, ['personId PERSON_WITHOUT_DISCIPLINE']],
    ['a peer mentor', aMember(), [], aJoiner('PEER_MENTOR'), {}, ['personId PEER_MENTOR_OBSERVES']],
    ['somebody, to an end before the start', aMember(), [], covering, { validTo: '2026-11-30' }, ['validTo END_BEFORE_START']],
    ['somebody, for no reason', aMember(), [], covering, { reason: '' }, ['reason REQUIRED']],
    ['somebody, for a member who joins a day later', aMember({ validFrom: '2026-12-02' }), [], covering, {}, ['validFrom OUTSIDE_MEMBERSHIP']],
    ['somebody, for a member who leaves a day sooner', aMember({ validTo: '2026-12-06' }), [], covering, {}, ['validFrom OUTSIDE_MEMBERSHIP']],
    ['somebody, for exactly the days of a member', aMember({ validFrom: '2026-12-01', validTo: '2026-12-07' }), [], covering, {}, []],
    ['a second, on the last day of the first', aMember(), [aStandIn({ validFrom: '2026-11-24', validTo: '2026-12-01' })], covering, {}, ['validFrom STOOD_IN_ALREADY']],
    ['a second, on the day after the first', aMember(), [aStandIn({ validFrom: '2026-11-24', validTo: '2026-11-30' })], covering, {}, []],
    ['somebody, who stands in for another member too', aMember(), [aStandIn({ memberId: aLead().id })], covering, {}, []],
  ])('by %s', (_, member, standIns, joiner, more, expected) => {
    expect(wrong(arrangeStandIn(member, standIns, joiner, { ...given, ...more }))).toEqual(expected);
  });

  it.each([
    ['sooner', { validTo: '2026-12-03', reason: 'Back early' }, []],
    ['on the first day', { validTo: '2026-12-01', reason: 'Not needed' }, []],
    ['before the first day', { validTo: '2026-11-30', reason: 'Not needed' }, ['validTo END_BEFORE_START']],
    ['later than agreed', { validTo: '2026-12-08', reason: 'Still away' }, ['validTo LATER_THAN_AGREED']],
    ['without a reason', { validTo: '2026-12-03', reason: '' }, ['reason REQUIRED']],
  ])('ends %s', (_, end, expected) => {
    expect(wrong(endStandIn(aStandIn(), end, '2026-11-30'))).toEqual(expected);
  });

  it('ends today or later: what was done on days that have passed was done by right', () => {
    const until = (validTo: Day) => wrong(endStandIn(aStandIn(), { validTo, reason: 'Back early' }, '2026-12-03'));
    expect([until('2026-12-02'), until('2026-12-03')]).toEqual([['validTo ENDS_IN_THE_PAST'], []]);
  });

  it('is arranged by the member, the lead or a coordinator, never by another member for the lead', () => {
    const by = (personId: string, leads: boolean) => checkArranger(aLead(), { personId, leads })?.code ?? 'fine';
    expect([by(aLead().personId, false), by(aMember().personId, true), by(aMember().personId, false)]).toEqual(['fine', 'fine', 'STAND_IN_OF_ANOTHER']);
  });
});

describe('whatever was accepted', () => {
  const DAYS = 10;
  const FIRST: Day = '2026-11-20';
  const calendar = Array.from({ length: 30 }, (_, n) => addDays(FIRST, n));
  const day = (n: number): Day => calendar[n]!;
  const people = ['PHYSIATRIST', 'THERAPIST', 'PSYCHOTHERAPIST', 'PEER_MENTOR'] as const;
  const reason = 'Because';

  type Step =
    | { verb: 'add'; who: number; role: TeamRole; from: number; length: number | null }
    | { verb: 'end'; which: number; to: number }
    | { verb: 'lead'; which: number; today: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ verb: fc.constant('add'), who: fc.nat(people.length - 1), role: fc.constantFrom(...TEAM_ROLES), from: fc.nat(DAYS), length: fc.option(fc.nat(4)) }) },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('end'), which: fc.nat(), to: fc.nat(DAYS) }) },
    { weight: 2, arbitrary: fc.record({ verb: fc.constant('lead'), which: fc.nat(), today: fc.nat(DAYS) }) },
  );

  const without = (team: readonly TeamMember[], ...gone: readonly TeamMember[]) => team.filter((member) => !gone.includes(member));

  /** The team after a step, or the same team where the step is refused. */
  function take(team: readonly TeamMember[], asked: Step, number: number): readonly TeamMember[] {
    if (asked.verb === 'add') {
      const { personId, discipline } = PERSONAS[people[asked.who]!];
      const given = { role: asked.role, validFrom: day(asked.from), validTo: asked.length === null ? null : day(asked.from + asked.length), reason };
      const accepted = addMember(team, aJoiner(people[asked.who]!), given).ok;
      return accepted ? [...team, { id: String(number), personId, discipline: discipline!, role: given.role, validFrom: given.validFrom, validTo: given.validTo }] : team;
    }
    const member = team[asked.which % Math.max(team.length, 1)];
    if (!member) return team;
    if (asked.verb === 'end') {
      const validTo = day(asked.to);
      return endMembership(member, { validTo, reason }).ok ? [...without(team, member), { ...member, validTo }] : team;
    }
    const passedOn = changeLead(team, member, day(asked.today), reason);
    if (!passedOn.ok) return team;
    const { demote } = passedOn.value;
    return [...without(team, member, ...demote), ...demote.map((lead) => ({ ...lead, role: 'member' as const })), { ...member, role: 'lead' }];
  }

  it('leaves no day with two leads, nobody on the team twice, nobody who left before they came, and peer mentors as observers', () => {
    const reached = { leads: 0, leavers: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const team = steps.reduce<readonly TeamMember[]>(take, []);
        const days = Array.from({ length: DAYS + 6 }, (_, n) => day(n));
        const on = (d: Day) => team.filter((member) => member.validFrom <= d && (member.validTo === null || d <= member.validTo));
        expect(days.filter((d) => on(d).filter((member) => member.role === 'lead').length > 1)).toEqual([]);
        expect(days.filter((d) => new Set(on(d).map((member) => member.personId)).size < on(d).length)).toEqual([]);
        expect(team.filter((member) => member.validTo !== null && member.validTo < member.validFrom)).toEqual([]);
        expect(team.filter((member) => member.discipline === 'peer-mentor' && member.role !== 'observer')).toEqual([]);
        reached.leads += team.filter((member) => member.role === 'lead').length;
        reached.leavers += team.filter((member) => member.validTo !== null).length;
      }),
      { numRuns: 1_500 },
    );
    // A property that never reaches what it guards says nothing.
    expect(reached.leads).toBeGreaterThan(500);
    expect(reached.leavers).toBeGreaterThan(500);
  });
});
