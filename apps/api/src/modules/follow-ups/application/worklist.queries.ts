import { Injectable } from '@nestjs/common';
import { checkText } from '@plexus/domain';
import { Clock } from '../../../platform/clock/clock.ts';
import { badInput } from '../../../platform/faults.ts';
import { type Connection, type CursorValue, checkFirst, readCursor, toConnection } from '../../../platform/graphql/connection.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { type FollowUpRow, type FollowUpView, followUpView } from './follow-up-views.ts';
import { COUNTED, type FollowUpFilter, type FollowUpQueue, type FollowUpSort, type WorklistReader, countsStatement, cursorParts, pageStatement } from './worklist-statement.ts';

type Counted = Record<(typeof COUNTED)[number], number>;

/** How many wait in each queue: 1,000 stands for as many or more. */
export interface FollowUpCountsView {
  readonly needsMe: number;
  readonly overdue: number;
  readonly waiting: number;
  readonly referrals: number;
  readonly unowned: number;
  readonly escalated: number;
  readonly reported: number;
}

export interface WorklistView extends Connection<FollowUpView> {
  readonly counts: FollowUpCountsView;
}

interface PageRow extends Counted, Omit<FollowUpRow, 'id'> {
  readonly total: number;
  readonly key: readonly CursorValue[];
  /** Null in the one row of a page that is empty. */
  readonly id: string | null;
}

const countsOf = ({ 'needs-me': needsMe, overdue, waiting, referrals, unowned, escalated, reported }: Counted): FollowUpCountsView => ({ needsMe, overdue, waiting, referrals, unowned, escalated, reported });

/** Follow-ups of all patients whom the reader reaches, however many: what a page costs does not grow with the organization. */
@Injectable()
export class WorklistQueries {
  constructor(private readonly clock: Clock) {}

  async page(request: RequestContext, queue: FollowUpQueue, filter: FollowUpFilter, sort: FollowUpSort, first: number, after: string | null): Promise<WorklistView> {
    checkFilter(filter);
    const reader = this.readerOf(request);
    const { text, values } = pageStatement(reader, { queue, filter, sort, limit: checkFirst(first) + 1, after: readCursor(after, cursorParts(sort)) });
    const rows = await request.reading.longList<PageRow>(text, values);
    const page = toConnection(rows.filter(({ id }) => id !== null), first, rows[0]!.total, ({ key }) => key, (row) => viewOf(row, reader.now));
    return { ...page, counts: countsOf(rows[0]!) };
  }

  async counts(request: RequestContext): Promise<FollowUpCountsView> {
    const { text, values } = countsStatement(this.readerOf(request));
    const [row] = await request.reading.longList<Counted>(text, values);
    return countsOf(row!);
  }

  private readerOf({ actor: { organizationId, personId, today, organizationRoles } }: RequestContext): WorklistReader {
    return { organizationId, personId, today, now: this.clock.now(), coordinates: organizationRoles.includes('coordinator') };
  }
}

function viewOf(row: PageRow, now: Date): FollowUpView {
  const { total: _total, key: _key, ...followUp } = row;
  return followUpView(followUp as FollowUpRow, now);
}

function checkFilter({ search, pool, ownerId, patientId }: FollowUpFilter): void {
  const wrong = [search == null ? null : checkText('filter.search', search, 'line'), pool == null ? null : checkText('filter.pool', pool, 'line')].find((violation) => violation !== null);
  if (wrong) throw badInput(wrong.field ?? 'filter', wrong.message, wrong.code);
  if (ownerId != null && !isId(ownerId)) throw badInput('filter.ownerId', 'This is no id.');
  if (patientId != null && !isId(patientId)) throw badInput('filter.patientId', 'This is no id.');
}
