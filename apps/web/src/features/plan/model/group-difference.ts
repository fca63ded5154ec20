import { isEntityName, type EntityName } from '@plexus/domain';
import type { ThingDifferencePartsFragment } from '../../../gql/index.ts';
import type { PlanColumn } from './shape-plan.ts';

type Area = 'plan' | 'goals' | 'follow-ups' | 'team' | 'medicines' | 'background' | 'patient';

/** Where a clinician looks for what changed of a kind of thing. */
const AREAS: Readonly<Record<EntityName, Area>> = {
  plan: 'plan', agreement: 'plan', dissent: 'plan',
  goal: 'goals', 'goal-rating': 'goals', activity: 'goals',
  'team-member': 'team', 'stand-in': 'team', consent: 'team',
  medicine: 'medicines', reconciliation: 'medicines', allergy: 'medicines', 'named-substance': 'medicines',
  symptom: 'background', 'risk-factor': 'background', 'red-flag-screen': 'background', problem: 'background', device: 'background',
  patient: 'patient', contact: 'patient',
  'follow-up': 'follow-ups', 'follow-up-entry': 'follow-ups', 'follow-up-attachment': 'follow-ups',
};

export interface DifferencePart {
  /** Null: of no one discipline. */
  readonly discipline: string | null;
  readonly things: readonly ThingDifferencePartsFragment[];
}

export interface DifferenceGroup {
  readonly id: string;
  /** A goal in its words, or an area. */
  readonly title: { readonly goal: string } | { readonly area: Exclude<Area, 'goals'> | 'loose' };
  readonly parts: readonly DifferencePart[];
}

/** The plan first: itself, then goal by goal with each discipline's part, then the rest of the record. */
export function groupDifference(things: readonly ThingDifferencePartsFragment[], columns: readonly PlanColumn[], columnOf: (discipline: string) => string | null): DifferenceGroup[] {
  const inArea = (area: Area) => things.filter(({ entity }) => (isEntityName(entity) ? AREAS[entity] : 'patient') === area);
  const whole = (area: Exclude<Area, 'goals'>): DifferenceGroup => ({ id: area, title: { area }, parts: [{ discipline: null, things: inArea(area) }] });
  const place = (discipline: string | null) => (discipline === null ? -1 : columns.findIndex(({ id }) => id === columnOf(discipline)));
  const byDiscipline = (some: readonly ThingDifferencePartsFragment[]): DifferencePart[] =>
    [...groupBy(some, (thing) => thing.place?.discipline ?? null)].map(([discipline, of]) => ({ discipline, things: of })).sort((a, b) => place(a.discipline) - place(b.discipline));

  const goals = groupBy(inArea('goals'), (thing) => thing.place?.goalId ?? null);
  const loose = goals.get(null) ?? [];
  goals.delete(null);
  return [
    whole('plan'),
    ...[...goals].map(([id, of]): DifferenceGroup => ({ id: id!, title: { goal: of[0]!.place!.goalWords ?? '' }, parts: byDiscipline(of) })),
    { id: 'loose', title: { area: 'loose' } as const, parts: byDiscipline(loose) },
    ...(['follow-ups', 'medicines', 'background', 'team', 'patient'] as const).map(whole),
  ].filter(({ parts }) => parts.some((part) => part.things.length > 0));
}

function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string | null): Map<string | null, Thing[]> {
  const groups = new Map<string | null, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}
