import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { checkText } from '../text/text.ts';
import type { GoalDomain, GoalScope } from './goal.ts';

/** A goal without anybody's words: what it is about, and by what it is measured. */
export interface StructureGoal {
  /** Unique within the structure. */
  readonly key: string;
  readonly domain: GoalDomain;
  readonly scope: GoalScope;
  readonly measure: string | null;
}

/** A part without owner, dose or dates. A structure has one of each catalogue item: its id is its key. */
export interface StructurePart {
  readonly catalogueId: string;
  readonly discipline: string;
  /** Keys of the goals that it serves; none: a part without a goal. */
  readonly goals: readonly string[];
}

/** What a plan is built of, without its patient: a template, or another patient's plan. */
export interface PlanStructure {
  readonly goals: readonly StructureGoal[];
  readonly parts: readonly StructurePart[];
}

export interface ChosenGoal {
  readonly key: string;
  /** In this patient's words. */
  readonly words?: string | null;
  /** An open goal that is meant instead: the chosen parts serve it. */
  readonly joinedGoalId?: string | null;
}

export interface StructureChoice {
  readonly goals: readonly ChosenGoal[];
  /** Catalogue ids. */
  readonly parts: readonly string[];
}

/** The input field in which the words of one goal stand. */
export const wordsField = (key: string): string => `words:${key}`;

function checkKeys(field: string, chosen: readonly string[], known: readonly string[]): Violation | null {
  if (new Set(chosen).size < chosen.length) return violation('TEMPLATE_TWICE', 'The same is chosen twice. Choose each once.', field);
  return chosen.every((key) => known.includes(key)) ? null : violation('TEMPLATE_UNKNOWN', 'The template does not have all of this any more. Open it again and choose anew.', field);
}

/** Every goal comes with this patient's own words or joins one of theirs; a part comes with a goal that it serves. */
export function checkStructureChoice({ goals, parts }: PlanStructure, chosen: StructureChoice): Result<void, RuleViolation> {
  const keys = chosen.goals.map(({ key }) => key);
  const wrongKeys = [checkKeys('goals', keys, goals.map(({ key }) => key)), checkKeys('parts', chosen.parts, parts.map(({ catalogueId }) => catalogueId))];
  // What is not in the structure has no words to be judged: one refusal, however long the list.
  if (wrongKeys.some((wrong) => wrong !== null)) return unless(wrongKeys);
  const alone = parts.filter((part) => chosen.parts.includes(part.catalogueId) && part.goals.length > 0 && !part.goals.some((key) => keys.includes(key)));
  return unless([
    chosen.goals.length + chosen.parts.length === 0 ? violation('TEMPLATE_EMPTY', 'Choose at least one goal or part.', 'goals') : null,
    alone.length > 0 ? violation('TEMPLATE_PART_ALONE', 'A part is chosen without a goal that it serves. Choose that goal too.', 'parts') : null,
    ...chosen.goals.filter(({ joinedGoalId }) => joinedGoalId == null).map(({ key, words }) => checkText(wordsField(key), words ?? '', 'line', { required: true })),
  ]);
}
