import { Injectable } from '@nestjs/common';
import { type Difference, differencesOf } from '@plexus/domain';
import { badInput } from '../faults.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import type { ChangeView } from './change-views.ts';
import { HistoryQueries } from './history.queries.ts';
import { type Moment, type MomentAsked, Moments } from './moments.ts';
import { netChanges } from './net-changes.ts';

export interface ThingDifferenceView {
  readonly patientId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly difference: Difference;
  readonly changes: readonly ChangeView[];
}

export interface DifferenceView {
  readonly from: Moment;
  readonly to: Moment;
  readonly things: readonly ThingDifferenceView[];
}

/** What is different between two moments of a record, as far as the reader may see it, in the words of the history. */
@Injectable()
export class DifferenceQueries {
  constructor(
    private readonly moments: Moments,
    private readonly history: HistoryQueries,
  ) {}

  async between(request: RequestContext, patientId: string, asked: { readonly from: MomentAsked; readonly to: MomentAsked }): Promise<DifferenceView> {
    const [from, to] = await Promise.all([this.moments.of(request, patientId, asked.from, 'from'), this.moments.of(request, patientId, asked.to, 'to')]);
    if (from.revision > to.revision) throw badInput('to', 'This moment is before the first one. Exchange the two.', 'ORDER');
    const different = differencesOf(await netChanges(request, patientId, from.revision, to.revision));
    // As if all of it had been one change, the last one.
    const rows = different.flatMap(({ difference, changes }) => changes.map((change) => ({ ...change, number: to.revision, added: difference === 'added' })));
    const said = (await this.history.say(request, patientId, rows.map((row, ordinal) => ({ ...row, ordinal })))).get(to.revision) ?? [];
    const things = different.map(({ changes: _, ...thing }) => {
      const changes = said.filter(({ entity, entityId }) => entity === thing.entity && entityId === thing.entityId);
      return { ...thing, patientId, entityName: changes[0]!.entityName, changes };
    });
    return { from, to, things };
  }
}
