import { type OrganizationRole, PEER_MENTOR, type TeamRole } from '../access/vocabulary.ts';
import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays, checkOrder, periodOf } from '../text/day.ts';
import type { Court } from './contract.ts';

/** Somebody who may hold follow-ups of one patient: a member of the team or a coordinator, as they are on the day that is looked at. */
export interface Holder {
  readonly personId: string;
  /** In which they treat this patient. */
  readonly discipline: string;
  readonly role: TeamRole;
  readonly isOnLeave: boolean;
  /** Who stands in for them with this patient on that day and is not away as well; null: nobody. */
  readonly standInId: string | null;
}

/** By what right somebody holds a follow-up. `lead`: it concerns safety and nobody else is there, or nobody moved it until it came to the lead. */
export const HOLDINGS = ['owner', 'stand-in', 'lead', 'pool'] as const;
export type Holding = (typeof HOLDINGS)[number];

export interface Held {
  /** Null: it lies in its role's pool, unowned. */
  readonly personId: string | null;
  readonly through: Holding;
}

const POOL: Held = { personId: null, through: 'pool' };

/** Observers look on, and a peer mentor is one. */
export const mayHold = ({ role, discipline }: Pick<Holder, 'role' | 'discipline'>): boolean => role !== 'observer' && discipline !== PEER_MENTOR;

/**
 * Who holds a follow-up on a day. It is worked out and never written: leave begins by itself, and nobody may drop out between a midnight and a job.
 * The owner stays the owner while somebody stands in; without one the work lies in the role's pool at once. What concerns safety has a person:
 * the stand-in, then the lead. What was transferred is the lead's before it is anybody's.
 *
 * @param holders everybody of the team and every coordinator, each once
 * @param isTransferred by the policy of escalation, and the ball has not moved since
 */
export function heldBy(ownerId: string | null, concernsSafety: boolean, holders: readonly Holder[], isTransferred: boolean): Held {
  const owner = holders.find(({ personId }) => personId === ownerId);
  const own = owner && mayHold(owner) ? presence(owner, 'owner') : null;
  const lead = concernsSafety || isTransferred ? holders.find(({ role }) => role === 'lead') : undefined;
  const leading = lead ? presence(lead, 'lead') : null;
  return (isTransferred ? leading ?? own : own ?? leading) ?? POOL;
}

function presence(holder: Holder, through: 'owner' | 'lead'): Held | null {
  if (holder.standInId !== null) return { personId: holder.standInId, through: through === 'owner' ? 'stand-in' : 'lead' };
  return holder.isOnLeave ? null : { personId: holder.personId, through };
}

/** Who has a follow-up on a day, and who reads for whoever asked. */
export interface Keeping {
  readonly holderId: string | null;
  readonly holding: Holding;
  readonly readerId: string | null;
}

/** Who asked and left or is away is covered as an owner is; and like what concerns safety, a report has a person: the lead. */
export function keepingOf({ ownerId, askedById, kind }: { readonly ownerId: string | null; readonly askedById: string; readonly kind: string }, holders: readonly Holder[], isTransferred: boolean): Keeping {
  const { personId, through } = heldBy(ownerId, kind === 'safety', holders, isTransferred);
  return { holderId: personId, holding: through, readerId: heldBy(askedById, true, holders, isTransferred).personId };
}

/** With whom the ball is. Null: with somebody outside, with nobody any more, or with nobody yet. */
export const withWhom = (court: Court, { holderId, readerId }: Pick<Keeping, 'holderId' | 'readerId'>): string | null => (court === 'owner' ? holderId : court === 'asker' ? readerId : null);

/** Open, and nobody would see to it: its role's pool has not taken it up, or nobody is left to read what came back. */
export const isUnowned = (court: Court, { holderId, readerId }: Pick<Keeping, 'holderId' | 'readerId'>): boolean => court !== 'nobody' && (court === 'asker' ? readerId : holderId) === null;

export interface Leave {
  readonly personId: string;
  /** Both inclusive. */
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export const isOnLeave = (personId: string, leaves: readonly Leave[], today: Day): boolean =>
  leaves.some((leave) => leave.personId === personId && periodOf(today, leave.startsOn, leave.endsOn) === 'current');

/** Whoever is away writes it down, or those who keep the organization's order do it for them. */
export function checkLeave(leave: Leave, actor: { readonly personId: string; readonly organizationRoles: readonly OrganizationRole[] }, today: Day): Result<void, RuleViolation> {
  return unless([
    checkLeaveWriter(leave, actor, 'personId'),
    checkOrder(leave.startsOn, leave.endsOn, 'endsOn'),
    leave.endsOn < today ? violation('LEAVE_OVER', 'This leave is over. Give a last day that is today or to come.', 'endsOn') : null,
    ...checkNearDays(today, ['startsOn', leave.startsOn], ['endsOn', leave.endsOn]),
  ]);
}

export const checkLeaveWriter = ({ personId }: Pick<Leave, 'personId'>, actor: { readonly personId: string; readonly organizationRoles: readonly OrganizationRole[] }, field: string): Violation | null =>
  personId === actor.personId || actor.organizationRoles.some((role) => role === 'coordinator' || role === 'administrator')
    ? null
    : violation('LEAVE_OF_OTHERS', 'Only they themselves, a coordinator or an administrator can do that.', field);
