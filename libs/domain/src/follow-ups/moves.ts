import { type ReachRow, PEER_MENTOR } from '../access/vocabulary.ts';
import { type Result, type RuleViolation, type Violation, ok, refuse, unless, violation } from '../result.ts';
import { type Day, checkNearDays } from '../text/day.ts';
import { checkText } from '../text/text.ts';
import { type ContractMove, type FollowUpShape, type FollowUpState, type FollowUpVerb, isOpen, movesFrom } from './contract.ts';
import { type FollowUpKind, isTime } from './follow-up.ts';
import { type Holder, type Keeping, mayHold } from './holding.ts';

interface InContract {
  readonly shape: FollowUpShape;
  readonly state: FollowUpState;
}

/** What the actor is to one follow-up. */
export interface Standing {
  /** Holds it now: the owner, who stands in for them, the lead for safety, or somebody of the role in whose pool it lies. */
  readonly isHolder: boolean;
  /** Holds it for no other reason than that it lies in the pool of their role. */
  readonly isOfPool: boolean;
  /** Asked, or reads for whoever asked and is away. Where nobody reads, whoever keeps order does. */
  readonly isAsker: boolean;
  /** The team's lead, or a coordinator. */
  readonly keepsOrder: boolean;
}

export function standingOf(followUp: { readonly ownerId: string | null; readonly askedById: string; readonly pool: string }, keeping: Keeping, actorId: string, reach: readonly ReachRow[]): Standing {
  const treating = reach.filter(({ role, discipline }) => role !== 'observer' && discipline !== PEER_MENTOR);
  const isNamed = keeping.holderId === actorId || followUp.ownerId === actorId;
  const isOfPool = !isNamed && (keeping.holding === 'pool' || keeping.holding === 'lead') && treating.some(({ discipline }) => discipline === followUp.pool);
  const keepsOrder = treating.some(({ role, through }) => role === 'lead' || through === 'coordinator');
  return { isHolder: isNamed || isOfPool, isOfPool, isAsker: followUp.askedById === actorId || keeping.readerId === actorId || (keeping.readerId === null && keepsOrder), keepsOrder };
}

export interface MoveGiven {
  readonly verb: FollowUpVerb;
  readonly outcome?: string | null;
  readonly reason?: string | null;
  readonly appointmentOn?: Day | null;
  readonly appointmentTime?: string | null;
}

const isParty = (standing: Standing): boolean => standing.isHolder || standing.isAsker || standing.keepsOrder;
const isAllowed = ({ by }: ContractMove, standing: Standing): boolean => (by === 'owner' ? standing.isHolder : by === 'asker' ? standing.isAsker : isParty(standing));

/** What somebody can do with a follow-up as it stands, in the order of the contract. */
export const verbsFor = (followUp: InContract, standing: Standing): FollowUpVerb[] =>
  movesFrom(followUp).filter((move) => isAllowed(move, standing)).map(({ verb }) => verb);

/** The state after a move, or why it cannot be made. An appointment may have been: what happened elsewhere is heard of later. */
export function moveFollowUp(followUp: InContract, given: MoveGiven, standing: Standing, today: Day): Result<FollowUpState, RuleViolation> {
  const move = movesFrom(followUp).find(({ verb }) => verb === given.verb);
  if (!move) return refuse(wrongState(followUp.state, 'verb'));
  if (!isAllowed(move, standing)) return refuse(NOT_YOURS[move.by]);
  const checked = unless([
    word('outcome', given.outcome, move.needs === 'outcome'),
    word('reason', given.reason, move.needs === 'reason'),
    ...appointment(given, move.needs === 'appointment', today),
  ]);
  return checked.ok ? ok(move.to) : checked;
}

/** Whoever does something about a pooled follow-up has it from then on; who says no, or sets it back, takes nothing on. */
export const takesOn = (verb: FollowUpVerb, { isOfPool }: Standing): boolean => isOfPool && !['decline', 'acknowledge', 'cancel', 'reopen'].includes(verb);

const OF_PARTIES = 'Only who asked, who holds it, the lead or a coordinator can do that.';
const NOT_YOURS: Record<ContractMove['by'], Violation> = {
  owner: violation('FOLLOW_UP_OF_OWNER', 'Only whoever holds this can do that. Assign it to yourself first.', 'verb'),
  asker: violation('FOLLOW_UP_OF_ASKER', 'Only whoever asked can do that.', 'verb'),
  either: violation('FOLLOW_UP_OF_PARTIES', OF_PARTIES, 'verb'),
};

const wrongState = (state: FollowUpState, field: string): Violation => violation('FOLLOW_UP_STATE', 'A follow-up that is {state} cannot do this.', field, { state });
/** What has ended stays as it was read: it is opened again first. */
export const checkOpen = ({ state }: Pick<InContract, 'state'>): Violation | null => (isOpen(state) ? null : wrongState(state, 'followUpId'));

const unasked = (field: string): Violation => violation('NOT_ASKED_FOR', 'This is not asked for here. Leave it out.', field);

const word = (field: 'outcome' | 'reason', text: string | null | undefined, isNeeded: boolean): Violation | null =>
  isNeeded ? checkText(field, text ?? '', 'line', { required: true }) : text == null ? null : unasked(field);

function appointment({ appointmentOn, appointmentTime }: MoveGiven, isNeeded: boolean, today: Day): (Violation | null)[] {
  if (!isNeeded) return [appointmentOn == null ? null : unasked('appointmentOn'), appointmentTime == null ? null : unasked('appointmentTime')];
  return [
    appointmentOn == null ? violation('REQUIRED', 'This cannot be empty.', 'appointmentOn') : null,
    ...checkNearDays(today, ['appointmentOn', appointmentOn]),
    appointmentTime != null && !isTime(appointmentTime) ? violation('TIME_ILL_FORMED', 'Give the time as 09:30.', 'appointmentTime') : null,
  ];
}

/** What concerns safety is not made into something else: it is settled, or cancelled for a reason. */
export const checkKind = (followUp: { readonly kind: FollowUpKind }, kind: FollowUpKind | undefined): Violation | null =>
  followUp.kind === 'safety' && kind !== undefined && kind !== 'safety' ? violation('SAFETY_STAYS', 'What concerns safety stays so. Cancel it with a reason, and open another.', 'kind') : null;

/** What concerns safety is not put off, and what is put off comes back by itself. Who is no party to it hides it from nobody. */
export const checkSnooze = (followUp: { readonly kind: FollowUpKind; readonly state: FollowUpState }, until: Day | null, standing: Standing, today: Day): Result<void, RuleViolation> =>
  unless([
    checkOpen(followUp),
    isParty(standing) ? null : violation('FOLLOW_UP_OF_PARTIES', OF_PARTIES, 'until'),
    followUp.kind === 'safety' && until !== null ? violation('SAFETY_NOT_SNOOZED', 'What concerns safety is not put off.', 'until') : null,
    until !== null && until <= today ? violation('SNOOZE_PAST', 'Give a day to come.', 'until') : null,
    ...checkNearDays(today, ['until', until]),
  ]);

/** Who is asked works on this patient's team, or coordinates, and is there or stood in for. @param holder undefined for a stranger to the patient */
export function checkAssignee(holder: Holder | undefined): Violation | null {
  if (!holder || !mayHold(holder)) return violation('NOT_ON_TEAM', 'Only a member of this patient’s team or a coordinator can be asked. Add them to the team first.', 'ownerId');
  return holder.isOnLeave && holder.standInId === null ? violation('ASSIGNEE_AWAY', 'This person is on leave and nobody stands in. Choose somebody else, or their role.', 'ownerId') : null;
}

export interface Assigned {
  readonly ownerId: string | null;
  /** The role in which the owner treats the patient, or in whose pool it lies. */
  readonly pool: string;
}

/** To whom something is given: a person in the role in which they treat the patient, or a role that the team has. */
export function assigned({ ownerId, pool }: { readonly ownerId?: string | null; readonly pool?: string | null }, holders: readonly Holder[]): Result<Assigned, RuleViolation> {
  if ((ownerId == null) === (pool == null)) return refuse(violation('OWNER_OR_POOL', 'Give it to one person or to one role.', 'ownerId'));
  if (ownerId != null) {
    const owner = holders.find(({ personId }) => personId === ownerId);
    const wrong = checkAssignee(owner);
    return wrong ? refuse(wrong) : ok({ ownerId, pool: owner!.discipline });
  }
  const isThere = holders.some((holder) => mayHold(holder) && holder.discipline === pool);
  return isThere ? ok({ ownerId: null, pool: pool! }) : refuse(violation('POOL_NOT_ON_TEAM', 'Nobody of this role is on the patient’s team. Add somebody first, or choose another role.', 'pool'));
}

/** What a follow-up is once it was given to somebody: who is asked anew answers anew, and who takes it on has answered. */
export function stateAfterAssigning(followUp: InContract & { readonly ownerId: string | null }, ownerId: string | null, actorId: string): Result<FollowUpState, RuleViolation> {
  const { shape, state } = followUp;
  // A report waits for its reader; given away it would be lost.
  if (!isOpen(state) || state === 'reported') return refuse(wrongState(state, 'followUpId'));
  if (shape === 'task') return ok(state);
  if (ownerId === actorId) return ok(state === 'proposed' || state === 'declined' ? 'accepted' : state);
  return ok(ownerId !== null && ownerId === followUp.ownerId ? state : 'proposed');
}

/** A reminder goes to somebody. @param personId with whom the ball is, or who chases it outside */
export function checkReminder(personId: string | null, actorId: string): Violation | null {
  if (personId === null) return violation('NOBODY_TO_REMIND', 'Nobody has this. Assign it instead.', 'followUpId');
  return personId === actorId ? violation('REMINDS_SELF', 'The ball is with you: there is nobody else to remind.', 'followUpId') : null;
}
