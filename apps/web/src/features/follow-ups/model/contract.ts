import { isOpen as isOpenState, movesFrom, type FollowUpShape as Shape, type FollowUpState as StateCode, type MoveNeed } from '@plexus/domain';
import type { FollowUpPartsFragment, FollowUpRowFragment, FollowUpState, FollowUpVerb } from '../../../gql/index.ts';

type Code<T extends string> = T extends `${infer Head}_${infer Tail}` ? `${Lowercase<Head>}-${Code<Tail>}` : Lowercase<T>;

/** The registry's code of a word of the schema: `NO_ANSWER` is `no-answer`. */
export const codeOf = <T extends string>(value: T): Code<T> => value.toLowerCase().replaceAll('_', '-') as Code<T>;

type Contract = Pick<FollowUpRowFragment, 'shape' | 'state'>;

export const isOpen = ({ state }: Pick<Contract, 'state'>): boolean => isOpenState(codeOf(state) as StateCode);

/** What a move asks for; undefined: it is done at once. */
export function needOf({ shape, state }: Contract, verb: FollowUpVerb): MoveNeed | undefined {
  const moves = movesFrom({ shape: codeOf(shape) as Shape, state: codeOf(state) as StateCode });
  return moves.find((move) => move.verb === codeOf(verb))?.needs;
}

/** The way of a request, one segment of its bar each. */
export const STEPS: readonly FollowUpState[] = ['PROPOSED', 'ACCEPTED', 'SCHEDULED', 'HAPPENED', 'REPORTED', 'READ'];

/** The move that brings it on comes first; the ways back come last. */
const ORDER: readonly FollowUpVerb[] = ['COMPLETE', 'ACCEPT', 'CONFIRM', 'SCHEDULE', 'REPORT', 'ACKNOWLEDGE', 'REOPEN', 'DECLINE', 'CANCEL'];
export const inOrder = (state: FollowUpState, verbs: readonly FollowUpVerb[]): FollowUpVerb[] =>
  verbs.toSorted((a, b) => placeOf(state, a) - placeOf(state, b));
const placeOf = (state: FollowUpState, verb: FollowUpVerb): number => (state === 'ACCEPTED' && verb === 'SCHEDULE' ? -1 : ORDER.indexOf(verb));
export const bringsOn = (verb: FollowUpVerb): boolean => !['REOPEN', 'DECLINE', 'CANCEL'].includes(verb);

/** What can be written about one that is open, besides its moves. */
export type OpenForm = 'assign' | 'due' | 'snooze' | 'remind' | 'edit';

export function formsOf(followUp: FollowUpPartsFragment, viewerId: string): OpenForm[] {
  if (!isOpen(followUp)) return [];
  const { state, kind, transitions, with: now, holder } = followUp;
  const asked = now ?? holder;
  return [
    // A report waits for its reader; given away it would be lost.
    ...(state === 'REPORTED' ? [] : ['assign' as const]),
    'due',
    // Whoever is no party to it has no move, and hides it from nobody.
    ...(kind === 'SAFETY' || transitions.length === 0 ? [] : ['snooze' as const]),
    ...(asked && asked.id !== viewerId ? ['remind' as const] : []),
    'edit',
  ];
}
