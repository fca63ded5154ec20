import type { GoalDomain, GoalStatus } from './goal.ts';
import { isOpenGoal } from './goal.ts';

export interface ComparableGoal {
  readonly id: string;
  readonly words: string;
  readonly domain: GoalDomain;
  readonly status: GoalStatus;
}

/** As PostgreSQL's pg_trgm suggests for "similar"; across domains only what is nearly the same text. */
const SIMILAR_IN_DOMAIN = 0.3;
const SIMILAR_ANYWHERE = 0.6;

/** What nearly every wish has in common says nothing about whether two are the same. */
const FILLER = new Set(['able', 'again', 'and', 'are', 'back', 'can', 'for', 'from', 'get', 'have', 'like', 'more', 'not', 'out', 'the', 'want', 'with', 'without']);

/** Runs of three letters of each word, with the word's edges: "sleep" has "  s", " sl", "sle", "lee", "eep", "ep ". */
function trigrams(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !FILLER.has(word));
  return new Set(words.flatMap((word) => Array.from(`  ${word} `, (_, at) => `  ${word} `.slice(at, at + 3)).filter((run) => run.length === 3)));
}

/** Shared runs of three letters over all of them (Jaccard): 0 nothing in common, 1 the same words. */
export function similarity(one: string, other: string): number {
  const a = trigrams(one);
  const b = trigrams(other);
  const shared = [...a].filter((run) => b.has(run)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Open goals that a new one resembles, the most alike first: joining one braids another discipline's part into it, where a second goal with
 * the same wish would divide the team (PRODUCT 1).
 */
export function similarGoals<G extends ComparableGoal>(asked: { readonly words: string; readonly domain: GoalDomain }, goals: readonly G[]): G[] {
  return goals
    .filter(isOpenGoal)
    .map((goal) => ({ goal, alike: similarity(asked.words, goal.words) }))
    .filter(({ goal, alike }) => alike >= (goal.domain === asked.domain ? SIMILAR_IN_DOMAIN : SIMILAR_ANYWHERE))
    .sort((a, b) => b.alike - a.alike)
    .map(({ goal }) => goal);
}
