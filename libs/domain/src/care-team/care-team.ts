import { PEER_MENTOR, type TeamRole } from '../access/vocabulary.ts';
import { checkReason } from '../patients/patient.ts';
import { type Result, type RuleViolation, type Violation, ok, unless, violation } from '../result.ts';
import { type Day, checkOrder, overlap, periodOf } from '../text/day.ts';

/** One person's time on one patient's team. Both days are inclusive; `validTo` null: open. */
export interface TeamMember {
  readonly id: string;
  readonly personId: string;
  readonly discipline: string;
  readonly role: TeamRole;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface StandIn {
  readonly id: string;
  readonly memberId: string;
  readonly personId: string;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** Who is asked to join, as far as the rules look at them. */
export interface Joiner {
  readonly personId: string;
  readonly discipline: string | null;
  readonly isActive: boolean;
}

const period = (row: { validFrom: Day; validTo: Day | null }) => ({ from: row.validFrom, to: row.validTo });

function checkJoiner(joiner: Joiner): Violation | null {
  if (!joiner.isActive) return violation('PERSON_NOT_ACTIVE', 'This person no longer works here.', 'personId');
  if (joiner.discipline === null) return violation('PERSON_WITHOUT_DISCIPLINE', 'Only people with a discipline join a care team.', 'personId');
  return null;
}

/** Nobody is on a team twice at once, and a team has at most one lead on any day. */
export function addMember(
  team: readonly TeamMember[],
  joiner: Joiner,
  given: { role: TeamRole; validFrom: Day; validTo: Day | null; reason: string },
): Result<void, RuleViolation> {
  const during = team.filter((member) => overlap(period(member), period(given)));
  const lead = during.find((member) => member.role === 'lead');
  return unless([
    checkJoiner(joiner),
    checkOrder(given.validFrom, given.validTo, 'validTo'),
    checkReason(given.reason),
    during.some((member) => member.personId === joiner.personId)
      ? violation('ALREADY_ON_TEAM', 'This person is on the team in this period already.', 'personId')
      : null,
    given.role === 'lead' && lead ? violation('SECOND_LEAD', 'The team has a lead in this period. Change the lead instead.', 'role') : null,
    given.role !== 'observer' && joiner.discipline === PEER_MENTOR
      ? violation('PEER_MENTOR_OBSERVES', 'A peer mentor joins as an observer.', 'role')
      : null,
  ]);
}

/** The lead is passed on before a lead leaves, so that no patient is without one by accident. */
export function endMembership(member: TeamMember, given: { validTo: Day; reason: string }): Result<void, RuleViolation> {
  return unless([
    checkOrder(member.validFrom, given.validTo, 'validTo'),
    member.validTo !== null && given.validTo > member.validTo
      ? violation('LATER_THAN_AGREED', 'The membership ends on {day} already.', 'validTo', { day: member.validTo })
      : null,
    member.role === 'lead' ? violation('LEAD_MUST_BE_PASSED_ON', 'Change the lead first.', 'memberId') : null,
    checkReason(given.reason),
  ]);
}

/** Everybody who leads on one of the next lead's days becomes a member: a lead in office, and one who was to follow or went before. */
export function changeLead(
  team: readonly TeamMember[],
  next: TeamMember,
  today: Day,
  reason: string,
): Result<{ demote: readonly TeamMember[] }, RuleViolation> {
  const checked = unless([
    periodOf(today, next.validFrom, next.validTo) === 'current' ? null : violation('NOT_ON_TEAM_TODAY', 'Only somebody on the team today can lead it.', 'memberId'),
    next.role === 'lead' ? violation('LEADS_ALREADY', 'This person leads the team already.', 'memberId') : null,
    next.role === 'observer' ? violation('OBSERVER_CANNOT_LEAD', 'An observer cannot lead a team.', 'memberId') : null,
    checkReason(reason),
  ]);
  if (!checked.ok) return checked;
  return ok({ demote: team.filter((member) => member.role === 'lead' && overlap(period(member), period(next))) });
}

/** A member arranges their own cover; for somebody else the lead or a coordinator does: a stand-in has the member's rights, the lead's included. */
export const checkArranger = (member: TeamMember, arranger: { readonly personId: string; readonly leads: boolean }): Violation | null =>
  arranger.leads || arranger.personId === member.personId
    ? null
    : violation('STAND_IN_OF_ANOTHER', 'The lead or a coordinator arranges this for somebody else.', 'memberId');

export function arrangeStandIn(
  member: TeamMember,
  standIns: readonly StandIn[],
  joiner: Joiner,
  given: { validFrom: Day; validTo: Day; reason: string },
): Result<void, RuleViolation> {
  const covered = standIns.some((other) => other.memberId === member.id && overlap(period(other), period(given)));
  return unless([
    checkJoiner(joiner),
    joiner.discipline === PEER_MENTOR ? violation('PEER_MENTOR_OBSERVES', 'A peer mentor cannot stand in for a clinician.', 'personId') : null,
    joiner.personId === member.personId ? violation('STANDS_IN_FOR_SELF', 'Nobody stands in for themselves.', 'personId') : null,
    checkOrder(given.validFrom, given.validTo, 'validTo'),
    given.validFrom < member.validFrom || (member.validTo !== null && given.validTo > member.validTo)
      ? violation('OUTSIDE_MEMBERSHIP', 'The member is not on the team on all of these days.', 'validFrom')
      : null,
    covered ? violation('STOOD_IN_ALREADY', 'Somebody stands in for this member in this period already.', 'validFrom') : null,
    checkReason(given.reason),
  ]);
}

/** It can end today or later: what was done on days that have passed was done by right. */
export const endStandIn = (standIn: StandIn, given: { validTo: Day; reason: string }, today: Day): Result<void, RuleViolation> =>
  unless([
    checkOrder(standIn.validFrom, given.validTo, 'validTo'),
    given.validTo < today ? violation('ENDS_IN_THE_PAST', 'The last day is today at the earliest.', 'validTo') : null,
    given.validTo > standIn.validTo ? violation('LATER_THAN_AGREED', 'This ends on {day} already.', 'validTo', { day: standIn.validTo }) : null,
    checkReason(given.reason),
  ]);
