import type { ChangePartsFragment, PlanSheetFragment, UnreadRevisionFragment } from '../../../gql/index.ts';

type Change = ChangePartsFragment;

/** What one person did at once to what stands together. */
export interface UnreadEntry {
  readonly key: string;
  readonly revision: UnreadRevisionFragment;
  readonly changes: readonly Change[];
}

export interface UnreadPart {
  readonly discipline: string | null;
  readonly entries: readonly UnreadEntry[];
}

export interface UnreadGroup {
  /** A goal's id, or what else changed. */
  readonly id: string;
  /** The goal in the patient's words; null: not about one goal. */
  readonly words: string | null;
  readonly parts: readonly UnreadPart[];
}

export interface Unread {
  /** First, and never folded away. */
  readonly safety: readonly UnreadEntry[];
  readonly groups: readonly UnreadGroup[];
}

/** Not about one goal, in the order in which they stand after the goals. */
const OTHERS = ['untied', 'plan', 'follow-ups', 'chart', 'team'] as const;
export type OtherGroup = (typeof OTHERS)[number];

const OF_TEAM = ['team-member', 'stand-in'];
type Plan = Pick<PlanSheetFragment, 'goals' | 'activities'>;

/** Where a change belongs: to the goal that it is about or serves, else to the plan, the chart or the team. */
function placeOf(plan: Plan, { entity, entityId }: Change): string {
  const open = (id: string | undefined) => plan.goals.find((goal) => goal.id === id)?.id;
  if (entity === 'goal') return open(entityId) ?? 'plan';
  if (entity === 'activity') return plan.activities.find(({ id }) => id === entityId)?.goalIds.map(open).find(Boolean) ?? 'untied';
  if (entity === 'goal-rating') return plan.goals.find(({ ratings }) => ratings?.some(({ id }) => id === entityId))?.id ?? 'plan';
  if (entity === 'plan' || entity === 'dissent' || entity === 'agreement') return 'plan';
  if (entity.startsWith('follow-up')) return 'follow-ups';
  return OF_TEAM.includes(entity) ? 'team' : 'chart';
}

/** Every unread change exactly once: those that concern safety first, the others by goal and discipline. */
export function groupUnread(revisions: readonly UnreadRevisionFragment[], plan: Plan): Unread {
  const entriesOf = (of: (change: Change) => boolean): UnreadEntry[] =>
    revisions.flatMap((revision) => {
      const changes = revision.changes.filter(of);
      return changes.length ? [{ key: String(revision.number), revision, changes }] : [];
    });
  const places = [...plan.goals.map(({ id }) => id), ...OTHERS];
  return {
    safety: entriesOf(({ isSafety }) => isSafety),
    groups: places.flatMap((place) => {
      const here = entriesOf((change) => !change.isSafety && placeOf(plan, change) === place);
      return here.length ? [{ id: place, words: plan.goals.find(({ id }) => id === place)?.words ?? null, parts: byDiscipline(here, plan) }] : [];
    }),
  };
}

/** A part is its discipline's, whoever changed it; everything else is told under the discipline of who changed it. */
function byDiscipline(entries: readonly UnreadEntry[], plan: Plan): UnreadPart[] {
  const parts = new Map<string | null, UnreadEntry[]>();
  for (const { key, revision, changes } of entries) {
    const disciplineOf = ({ entityId }: Change) => plan.activities.find(({ id }) => id === entityId)?.discipline ?? revision.person.discipline;
    for (const discipline of new Set(changes.map(disciplineOf))) {
      const entry = { key, revision, changes: changes.filter((change) => disciplineOf(change) === discipline) };
      parts.set(discipline, [...(parts.get(discipline) ?? []), entry]);
    }
  }
  return [...parts].map(([discipline, of]) => ({ discipline, entries: of }));
}
