import { isDay } from '@plexus/domain';
import type { FollowUpFilter, FollowUpKind, FollowUpPriority, FollowUpQueue, FollowUpSort, WorklistQuery } from '../../../gql/index.ts';
import { codeOf } from './contract.ts';

export const QUEUES = ['NEEDS_ME', 'OVERDUE', 'WAITING', 'REFERRALS', 'UNOWNED', 'ESCALATED', 'REPORTED', 'ALL'] as const satisfies readonly FollowUpQueue[];
export const KINDS = ['REVIEW', 'REFERRAL', 'MEASURE', 'CALL', 'RESPONSE', 'SAFETY', 'SUPPORT', 'ADMINISTRATIVE'] as const satisfies readonly FollowUpKind[];
export const PRIORITIES = ['ROUTINE', 'SOON', 'URGENT'] as const satisfies readonly FollowUpPriority[];
export const SORTS = ['DUE', 'AGE', 'PATIENT'] as const satisfies readonly FollowUpSort[];
export const GROUPINGS = ['due', 'owner', 'patient', 'discipline', 'kind'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which count stands beside a queue; everything is not counted. */
export const COUNT_OF: Partial<Record<FollowUpQueue, Exclude<keyof WorklistQuery['followUps']['counts'], '__typename'>>> = {
  NEEDS_ME: 'needsMe', OVERDUE: 'overdue', WAITING: 'waiting', REFERRALS: 'referrals', UNOWNED: 'unowned', ESCALATED: 'escalated', REPORTED: 'reported',
};

/** The filters by their names in the address. */
export const FILTERS = ['q', 'kind', 'priority', 'discipline', 'owner', 'patient', 'before', 'snoozed'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What of an address makes the list; the opened item is not part of a view. */
const VIEW = ['queue', ...FILTERS, 'group', 'sort'] as const;

export interface WorklistAddress {
  readonly queue: FollowUpQueue;
  /** Null: everything in the queue. */
  readonly filter: FollowUpFilter | null;
  readonly sort: FollowUpSort;
  readonly group: Grouping;
}

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined => all.find((code) => codeOf(code) === text);

/** The worklist as its address says. What an address says wrongly is left out. */
export function readWorklist(params: URLSearchParams): WorklistAddress {
  const text = (name: FilterName) => params.get(name)?.trim() || undefined;
  const before = text('before');
  const given: FollowUpFilter = {
    search: text('q'),
    kind: oneOf(KINDS, params.get('kind')),
    priority: oneOf(PRIORITIES, params.get('priority')),
    pool: text('discipline'),
    ownerId: text('owner'),
    patientId: text('patient'),
    dueBefore: before && isDay(before) ? before : undefined,
    snoozed: text('snoozed') ? true : undefined,
  };
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as FollowUpFilter;
  return {
    queue: oneOf(QUEUES, params.get('queue')) ?? 'NEEDS_ME',
    filter: Object.keys(filter).length ? filter : null,
    sort: oneOf(SORTS, params.get('sort')) ?? 'DUE',
    group: oneOf(GROUPINGS, params.get('group')) ?? 'due',
  };
}

/** An address with one thing in it changed; empty takes it out. */
export function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

/** An address with a form of the page, about somebody; empty closes it. */
export const withForm = (params: URLSearchParams, form: string, from = ''): URLSearchParams => withParam(withParam(params, 'form', form), 'from', from);

/** With one follow-up open beside the list, or none: a new one gives way to it. */
export function withOpen(params: URLSearchParams, open: string | null): URLSearchParams {
  return withParam(withParam(params, 'follow-up', ''), 'open', open ?? '');
}

/** The part of an address that a saved view keeps, in one order, so that the same view is the same text. */
export function viewOf(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of VIEW) {
    const value = params.get(name)?.trim();
    if (value) kept.set(name, value);
  }
  return kept.toString();
}

/** A new follow-up beside the list of all that is open for the same patient. */
export const newFollowUpOf = (patientId: string): URLSearchParams => new URLSearchParams({ queue: 'all', patient: patientId, 'follow-up': 'new' });

/** Another queue with the same filters, grouping and order; what was open belonged to the other list. */
export function queuePath(params: URLSearchParams, queue: FollowUpQueue): string {
  return `?${withParam(withOpen(params, null), 'queue', codeOf(queue)).toString()}`;
}
