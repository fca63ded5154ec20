import type { EditGoalInput, GoalAchievement, GoalCellFragment, GoalDomain, GoalScope, GoalTargetInput, ProposeGoalInput } from '../../../gql/index.ts';
import { changedFields, numberOf, textOrNull } from './form-values.ts';

export interface GoalFormValues {
  words: string;
  restatement: string;
  scope: GoalScope;
  domain: GoalDomain | '';
  achievement: GoalAchievement;
  ownerId: string;
  participantIds: string[];
  targetMeasure: string;
  targetBaseline: string;
  targetValue: string;
  targetUnit: string;
  targetDate: string;
  /** Why it is changed; no field of the goal. */
  reason: string;
}

export const EMPTY_GOAL: GoalFormValues = {
  words: '', restatement: '', scope: 'WHOLE_PERSON', domain: '', achievement: 'IN_PROGRESS', ownerId: '', participantIds: [],
  targetMeasure: '', targetBaseline: '', targetValue: '', targetUnit: '', targetDate: '', reason: '',
};

export const GOAL_FIELDS = Object.keys(EMPTY_GOAL);
export const GOAL_DOMAINS: readonly GoalDomain[] = ['MOVEMENT', 'SLEEP', 'MOOD_AND_FEAR', 'MEDICATION', 'WORK_AND_ROLE', 'PACING', 'UNDERSTANDING', 'SOCIAL'];
export const GOAL_SCOPES: readonly GoalScope[] = ['WHOLE_PERSON', 'UPPER_BACK'];
export const GOAL_ACHIEVEMENTS: readonly GoalAchievement[] = [
  'IN_PROGRESS', 'IMPROVING', 'WORSENING', 'NO_CHANGE', 'ACHIEVED', 'SUSTAINING', 'NOT_ACHIEVED', 'NO_PROGRESS', 'NOT_ATTAINABLE',
];

/** A field of the record by the field of the form that writes it; empty: it stands with the revision, not with the thing. */
export const GOAL_RECORD_FIELDS: Readonly<Record<string, string>> = { ownerId: 'owner', participantIds: 'participants', reason: '' };

const typed = (value: number | null | undefined): string => (value == null ? '' : String(value));

export function goalFormOf({ words, restatement, scope, domain, achievement, owner, participants, target }: GoalCellFragment): GoalFormValues {
  return {
    words, scope, domain, achievement,
    restatement: restatement ?? '',
    ownerId: owner?.id ?? '',
    participantIds: participants.map(({ id }) => id),
    targetMeasure: target?.measure ?? '',
    targetBaseline: typed(target?.baseline),
    targetValue: typed(target?.value),
    targetUnit: target?.unit ?? '',
    targetDate: target?.date ?? '',
    reason: '',
  };
}

/** The whole target, because its parts are one order; null takes it away. */
function targetOf({ targetMeasure, targetBaseline, targetValue, targetUnit, targetDate }: GoalFormValues): GoalTargetInput | null {
  const target = {
    measure: targetMeasure || null,
    baseline: numberOf(targetBaseline) ?? null,
    value: numberOf(targetValue) ?? null,
    unit: textOrNull(targetUnit),
    date: targetDate || null,
  };
  return Object.values(target).every((part) => part === null) ? null : target;
}

type About = 'commandId' | 'patientId' | 'baseRevision' | 'contactId';

export function newGoalOf(values: GoalFormValues, distinctFrom: readonly string[]): Omit<ProposeGoalInput, About> {
  const { words, restatement, scope, domain, ownerId, participantIds } = values;
  return {
    words: words.trim(), restatement: textOrNull(restatement), scope, domain: domain as GoalDomain, ownerId: ownerId || null, participantIds,
    target: targetOf(values), ...(distinctFrom.length > 0 && { distinctFrom: [...distinctFrom] }),
  };
}

export type GoalChanges = Omit<EditGoalInput, About | 'goalId' | 'reason'>;

/** Only what was changed is sent: absent leaves, null clears, so what a colleague wrote in another field stays. */
export function goalChanges(before: GoalFormValues, after: GoalFormValues): GoalChanges {
  const changes: { -readonly [K in keyof GoalChanges]: GoalChanges[K] } = {};
  for (const field of changedFields(before, after)) {
    if (field === 'words') changes.words = after.words.trim();
    else if (field === 'restatement') changes.restatement = textOrNull(after.restatement);
    else if (field === 'scope') changes.scope = after.scope;
    else if (field === 'domain') changes.domain = after.domain as GoalDomain;
    else if (field === 'achievement') changes.achievement = after.achievement;
    else if (field === 'ownerId') changes.ownerId = after.ownerId || null;
    else if (field === 'participantIds') changes.participantIds = after.participantIds;
    else if (field !== 'reason') changes.target = targetOf(after);
  }
  return changes;
}

/** What the form itself can see to be missing or wrong, as ids of words. */
export function goalErrors({ words, domain, targetBaseline, targetValue }: GoalFormValues) {
  return {
    ...(!words.trim() && { words: 'form.required' as const }),
    ...(!domain && { domain: 'form.chooseOne' as const }),
    ...(numberOf(targetBaseline) === undefined && { targetBaseline: 'form.number' as const }),
    ...(numberOf(targetValue) === undefined && { targetValue: 'form.number' as const }),
  };
}
