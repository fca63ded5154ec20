import { diffArrays } from 'diff';

/** A stretch of a told change: as it was, as it is, or both. */
export interface Piece {
  readonly text: string;
  readonly was?: 'before' | 'after';
}

const SPACES = /(\s+)/;
/** Beyond it nobody reads the single words. */
const MOST_EDITS = 400;

export const replaced = (before: string | null, after: string | null): Piece[] => [
  ...(before === null ? [] : [{ text: before, was: 'before' } as const]),
  ...(after === null ? [] : [{ text: after, was: 'after' } as const]),
];

/** "30 mg once a day" and "60 mg once a day" as 30 → 60 mg once a day. Where more than one stretch differs both are told whole, so that no two halves are read as one. */
export function orderDifference(before: string, after: string): Piece[] {
  const [was, is] = [before.split(' '), after.split(' ')];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const [from, to] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
  const single = from.length === 1 && to.length === 1;
  if (!single) return replaced(before, after);
  const same = (words: readonly string[]): Piece[] => (words.length ? [{ text: words.join(' ') }] : []);
  return [...same(was.slice(0, start)), ...replaced(from[0]!, to[0]!), ...same(end ? was.slice(-end) : [])];
}

/** A text with the words that were taken out and put in. Words and numbers are compared whole: of 6.5 and 7.5 nobody must read ".5". */
export function proseDifference(before: string, after: string): Piece[] {
  const parts = diffArrays(before.split(SPACES), after.split(SPACES), { maxEditLength: MOST_EDITS });
  const keepsSomething = parts?.some(({ added, removed, value }) => !added && !removed && value.some((word) => word.trim() !== ''));
  if (!parts || !keepsSomething) return replaced(before, after);
  return parts.map(({ value, added, removed }) => ({ text: value.join(''), ...(removed ? { was: 'before' } as const : added ? { was: 'after' } as const : {}) }));
}
