/**
 * A follow-up is a contract between two people about one patient. A task is open or done. A request says at every moment with whom the ball is:
 * it cannot end without an outcome that its asker has read, or a reason.
 */
export const FOLLOW_UP_SHAPES = ['task', 'request'] as const;
export type FollowUpShape = (typeof FOLLOW_UP_SHAPES)[number];

export const FOLLOW_UP_STATES = ['open', 'done', 'proposed', 'accepted', 'declined', 'scheduled', 'happened', 'reported', 'read', 'cancelled'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_VERBS = ['complete', 'accept', 'decline', 'schedule', 'confirm', 'report', 'acknowledge', 'cancel', 'reopen'] as const;
export type FollowUpVerb = (typeof FOLLOW_UP_VERBS)[number];

/** With whom the ball is: who was asked to act, who asked, somebody outside the organization, or nobody any more. */
export const COURTS = ['owner', 'asker', 'outside', 'nobody'] as const;
export type Court = (typeof COURTS)[number];

/** Whose word a move is. `either` is also the team's lead and a coordinator, who keep order; nobody accepts, declines or reads for another. */
export type Mover = 'owner' | 'asker' | 'either';
/** What a move cannot do without. */
export type MoveNeed = 'outcome' | 'reason' | 'appointment';

export interface ContractMove {
  readonly shape: FollowUpShape;
  readonly from: readonly FollowUpState[];
  readonly verb: FollowUpVerb;
  readonly to: FollowUpState;
  readonly by: Mover;
  readonly needs?: MoveNeed;
}

/** The whole contract. What is not a line here cannot happen. */
export const CONTRACT: readonly ContractMove[] = [
  { shape: 'task', from: ['open'], verb: 'complete', to: 'done', by: 'either', needs: 'outcome' },
  { shape: 'task', from: ['open'], verb: 'cancel', to: 'cancelled', by: 'either', needs: 'reason' },
  { shape: 'task', from: ['done', 'cancelled'], verb: 'reopen', to: 'open', by: 'either', needs: 'reason' },

  { shape: 'request', from: ['proposed'], verb: 'accept', to: 'accepted', by: 'owner' },
  { shape: 'request', from: ['proposed', 'accepted', 'scheduled'], verb: 'decline', to: 'declined', by: 'owner', needs: 'reason' },
  { shape: 'request', from: ['accepted', 'scheduled'], verb: 'schedule', to: 'scheduled', by: 'owner', needs: 'appointment' },
  { shape: 'request', from: ['accepted', 'scheduled'], verb: 'confirm', to: 'happened', by: 'owner' },
  // What needs no appointment is reported straight away.
  { shape: 'request', from: ['accepted', 'scheduled', 'happened'], verb: 'report', to: 'reported', by: 'owner', needs: 'outcome' },
  { shape: 'request', from: ['reported'], verb: 'acknowledge', to: 'read', by: 'asker' },
  { shape: 'request', from: ['proposed', 'accepted', 'declined', 'scheduled', 'happened'], verb: 'cancel', to: 'cancelled', by: 'either', needs: 'reason' },
  { shape: 'request', from: ['declined', 'cancelled'], verb: 'reopen', to: 'proposed', by: 'either', needs: 'reason' },
  // The report does not answer what was asked.
  { shape: 'request', from: ['reported', 'read'], verb: 'reopen', to: 'accepted', by: 'asker', needs: 'reason' },
];

export const CLOSED_STATES: readonly FollowUpState[] = ['done', 'read', 'cancelled'];
export const OPEN_STATES: readonly FollowUpState[] = FOLLOW_UP_STATES.filter((state) => !CLOSED_STATES.includes(state));
export const isOpen = (state: FollowUpState): boolean => !CLOSED_STATES.includes(state);

export const firstState = (shape: FollowUpShape): FollowUpState => (shape === 'task' ? 'open' : 'proposed');

export const movesFrom = ({ shape, state }: { readonly shape: FollowUpShape; readonly state: FollowUpState }): readonly ContractMove[] =>
  CONTRACT.filter((move) => move.shape === shape && move.from.includes(state));

/** In whose court a follow-up lies. Whoever is outside does not use this product: the owner chases them and writes down what they do. */
export function courtOf({ state, outsideParty }: { readonly state: FollowUpState; readonly outsideParty: string | null }): Court {
  if (!isOpen(state)) return 'nobody';
  if (state === 'reported' || state === 'declined') return 'asker';
  return outsideParty !== null && state !== 'open' ? 'outside' : 'owner';
}

/** Where a verb leads, from whatever state it starts; undefined: nowhere. */
export const stateAfter = (shape: FollowUpShape, verb: FollowUpVerb): FollowUpState | undefined => CONTRACT.find((move) => move.shape === shape && move.verb === verb)?.to;

interface InCourt {
  readonly state: FollowUpState;
  readonly outsideParty: string | null;
  readonly ownerId: string | null;
  readonly pool: string;
}

/** Whether the ball went to somebody else: then its age begins anew. Other words, another day or priority are no reason. */
export const changesCourt = (before: InCourt, after: InCourt): boolean => courtOf(before) !== courtOf(after) || before.ownerId !== after.ownerId || before.pool !== after.pool;
