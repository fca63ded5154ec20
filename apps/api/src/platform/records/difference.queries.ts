import { Injectable } from '@nestjs/common';
import { type FieldValue, currentName, isEntityName, sameValue } from '@plexus/domain';
import type { RequestContext } from '../graphql/request-context.ts';
import { type ChangeView, HistoryQueries, groupBy } from './history.queries.ts';
import { type Moment, type MomentAsked, Moments } from './moments.ts';
import { type NetChange, netChanges } from './net-changes.ts';
import { badInput } from '../faults.ts';

/** What became of a thing between two moments. Removed: entered in error. */
export const DIFFERENCES = ['added', 'changed', 'removed'] as const;

export interface ThingDifferenceView {
  readonly patientId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly difference: (typeof DIFFERENCES)[number];
  readonly changes: readonly ChangeView[];
}

export interface DifferenceView {
  readonly from: Moment;
  readonly to: Moment;
  readonly things: readonly ThingDifferenceView[];
}

const IN_ERROR: FieldValue = 'entered-in-error';

/** What is different between two moments of a record, whatever happened in between, as far as the reader may see it. */
@Injectable()
export class DifferenceQueries {
  constructor(
    private readonly moments: Moments,
    private readonly history: HistoryQueries,
  ) {}

  async between(request: RequestContext, patientId: string, asked: { readonly from: MomentAsked; readonly to: MomentAsked }): Promise<DifferenceView> {
    const [from, to] = await Promise.all([this.moments.of(request, patientId, asked.from, 'from'), this.moments.of(request, patientId, asked.to, 'to')]);
    if (from.revision > to.revision) throw badInput('to', 'This moment is before the first one. Exchange the two.', 'ORDER');
    const things = [...groupBy(inTodaysNames(await netChanges(request, patientId, from.revision, to.revision)), ({ entity, entityId }) => `${entity} ${entityId}`).values()];
    const different = things.flatMap((changes) => differenceOf(changes) ?? []);
    const say = await this.history.say(request, patientId, different.flatMap(({ changes }) => changes));
    return {
      from,
      to,
      things: different.map(({ difference, changes }) => {
        const said = changes.map((change, ordinal) => say({ ...change, ordinal }));
        const { entity, entityId, entityName } = said[0]!;
        return { patientId, entity, entityId, entityName, difference, changes: said };
      }),
    };
  }
}

/** Oldest first. What was written under a field's old names and under its new one is one change of it. */
function inTodaysNames(changes: readonly NetChange[]): NetChange[] {
  const merged = new Map<string, NetChange>();
  for (const change of changes.toSorted((a, b) => a.revision - b.revision || a.ordinal - b.ordinal)) {
    const field = isEntityName(change.entity) ? currentName(change.entity, change.field, change.shape) : change.field;
    const key = `${change.entityId} ${field}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? { ...earlier, after: change.after } : change);
  }
  return [...merged.values()];
}

/** Null when nothing is left of it: changed and changed back, or added and entered in error. */
function differenceOf(all: readonly NetChange[]): { readonly difference: ThingDifferenceView['difference']; readonly changes: readonly NetChange[] } | null {
  const changes = all.filter(({ before, after }) => !sameValue(before, after));
  const isGone = changes.some(({ field, after }) => field === 'status' && sameValue(after, IN_ERROR));
  const isNew = all.some(({ added }) => added);
  if (changes.length === 0 || (isGone && isNew)) return null;
  return { difference: isNew ? 'added' : isGone ? 'removed' : 'changed', changes };
}
