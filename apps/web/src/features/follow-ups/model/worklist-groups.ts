import { addDays } from '@plexus/domain';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import type { Grouping } from './worklist-address.ts';

export type DueGroup = 'overdue' | 'today' | 'week' | 'later';

export interface WorklistGroup {
  /** `safety`, a due group, or the id of a person, patient, discipline or kind. */
  readonly key: string;
  readonly rows: readonly WorklistRowFragment[];
}

const SAFETY = 'safety';
const DUE_GROUPS: readonly DueGroup[] = ['overdue', 'today', 'week', 'later'];

export const concernsSafety = ({ kind }: Pick<WorklistRowFragment, 'kind'>): boolean => kind === 'SAFETY';

function dueGroup({ isOverdue, dueOn }: WorklistRowFragment, today: string): DueGroup {
  if (isOverdue) return 'overdue';
  if (dueOn <= today) return 'today';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
}

const KEY_OF: Record<Grouping, (row: WorklistRowFragment, today: string) => string> = {
  due: dueGroup,
  owner: (row) => row.owner?.id ?? row.pool.id,
  patient: (row) => row.patientId,
  discipline: (row) => row.pool.id,
  kind: (row) => row.kind,
};

/** Rows under their headings in the order in which they come, due ones by their nearness; what concerns safety stands above all of them. */
export function groupRows(rows: readonly WorklistRowFragment[], by: Grouping, today: string): WorklistGroup[] {
  const groups = new Map<string, WorklistRowFragment[]>([[SAFETY, []], ...(by === 'due' ? DUE_GROUPS.map((key) => [key, []] as [string, WorklistRowFragment[]]) : [])]);
  for (const row of rows) {
    const key = concernsSafety(row) ? SAFETY : KEY_OF[by](row, today);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].filter(([, found]) => found.length).map(([key, found]) => ({ key, rows: found }));
}
