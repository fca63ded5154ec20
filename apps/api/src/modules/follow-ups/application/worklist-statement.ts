import type { Day, EscalationStep, FollowUpKind, FollowUpPriority } from '@plexus/domain';
import type { CursorPart } from '../../../platform/graphql/connection.ts';
import { FOLLOW_UP_ROWS, IS_OPEN } from './follow-up-views.ts';

export const FOLLOW_UP_QUEUES = ['needs-me', 'overdue', 'waiting', 'referrals', 'unowned', 'reported', 'escalated', 'all'] as const;
export type FollowUpQueue = (typeof FOLLOW_UP_QUEUES)[number];
/** Those of which the list says how many there are. */
export const COUNTED = ['needs-me', 'overdue', 'waiting', 'referrals', 'unowned', 'escalated', 'reported'] as const satisfies readonly FollowUpQueue[];
export const FOLLOW_UP_SORTS = ['due', 'age', 'patient'] as const;
export type FollowUpSort = (typeof FOLLOW_UP_SORTS)[number];

export interface FollowUpFilter {
  readonly ownerId?: string | null;
  readonly pool?: string | null;
  readonly kind?: FollowUpKind | null;
  readonly priority?: FollowUpPriority | null;
  readonly patientId?: string | null;
  readonly dueBefore?: Day | null;
  readonly search?: string | null;
  readonly snoozed?: boolean | null;
}

export interface WorklistPage {
  readonly queue: FollowUpQueue;
  readonly filter: FollowUpFilter;
  readonly sort: FollowUpSort;
  /** How many rows. */
  readonly limit: number;
  /** The sort key of the last row that was seen. */
  readonly after: readonly (string | number | boolean)[] | null;
}

/** Who asks, and when. */
export interface WorklistReader {
  readonly organizationId: string;
  readonly personId: string;
  readonly today: Day;
  readonly now: Date;
  /** Reaches every patient: the list is read along its indexes, and not gathered from a panel. */
  readonly coordinates: boolean;
}

/** Who has more to do is told "999+". Counting stops here, so that a large organization waits no longer. */
export const MOST_COUNTED = 1_000;

/** What `$1` to `$4` stand for in every statement. */
const parametersOf = ({ organizationId, personId, now, today }: WorklistReader): unknown[] => [organizationId, personId, now, today];

const IS_SNOOZED = 'coalesce(f.snoozed_until > $4::date, false)';

/** Where it can be the reader's turn at all: what they own, what they asked for, and patients whose team they lead or on whose they stand in. For the indexes' sake. */
const MAY_NEED = `(f.owner_id = $2 OR f.asked_by_id = $2 OR f.patient_id = ANY (ARRAY(SELECT r.patient_id FROM plexus.reach r WHERE r.through = 'stand-in' OR r.through = 'member' AND r.role = 'lead')))`;

/** It has come to this step where it lies. */
const hasCome = (step: EscalationStep): string => `EXISTS (SELECT FROM plexus.follow_up_escalation e WHERE e.organization_id = $1 AND e.follow_up_id = f.id AND e.court_since = f.court_since AND e.step = '${step}')`;
const LED = `ARRAY(SELECT r.patient_id FROM plexus.reach r WHERE r.role = 'lead')`;
/** Only of these a step is looked up: what got a day to come waits for that day. What waits for who asked is due to nobody. */
const IS_LATE = `(f.due_at <= $3 OR f.state IN ('reported', 'declined'))`;
/** First who asked and the lead are told, then the coordinators too. */
const IS_TOLD = `${IS_LATE} AND (f.asked_by_id = $2 OR f.patient_id = ANY (${LED})) AND ${hasCome('inform')}`;
const IS_HELP_ASKED = `${IS_LATE} AND EXISTS (SELECT FROM plexus.coordinates) AND ${hasCome('ask-help')}`;

const IN_QUEUE: Record<FollowUpQueue, string> = {
  // What was put off needs nobody yet.
  'needs-me': `${MAY_NEED} AND f.with_id = $2`,
  'overdue': 'f.due_at <= $3',
  'waiting': 'f.asked_by_id = $2 AND f.with_id IS DISTINCT FROM $2',
  'referrals': `f.kind = 'referral' AND f.shape = 'request'`,
  'unowned': 'f.with_id IS NULL',
  'reported': `f.state = 'reported'`,
  'escalated': `(${IS_TOLD} OR ${IS_HELP_ASKED})`,
  'all': 'true',
};

/** Queues that are counted in parts which have nothing in common: each is found along an index, and often enough to stop the count there. */
const IN_PARTS: Partial<Record<FollowUpQueue, readonly string[]>> = {
  // Whose owner has left is looked up row by row.
  unowned: [`${IN_QUEUE.unowned} AND f.owner_id IS NULL`, `${IN_QUEUE.unowned} AND f.owner_id IS NOT NULL`],
  escalated: [IS_HELP_ASKED, `${IS_TOLD} AND NOT (${IS_HELP_ASKED})`],
};

function conditionOf(queue: FollowUpQueue, snoozed: boolean | null = queue === 'needs-me' ? false : null, inQueue = IN_QUEUE[queue]): string {
  const putOff = snoozed === null ? '' : ` AND ${snoozed ? '' : 'NOT '}${IS_SNOOZED}`;
  return `f.organization_id = $1 AND ${IS_OPEN} AND ${inQueue}${putOff}`;
}

const IS_NOT_SAFETY = `(f.kind <> 'safety')`;
/** By what a page is sorted, with the type of each; what concerns safety comes first in all. The last row's values are its cursor. */
const SORT_KEYS: Record<FollowUpSort, readonly (readonly [column: string, type: string, part: CursorPart])[]> = {
  due: [[IS_NOT_SAFETY, 'boolean', 'flag'], ['f.due_at', 'timestamptz', 'instant'], ['f.id', 'uuid', 'id']],
  age: [[IS_NOT_SAFETY, 'boolean', 'flag'], ['f.court_since', 'timestamptz', 'instant'], ['f.id', 'uuid', 'id']],
  patient: [[IS_NOT_SAFETY, 'boolean', 'flag'], ['p.family_name', 'text', 'text'], ['p.given_name', 'text', 'text'], ['p.id', 'uuid', 'id'], ['f.due_at', 'timestamptz', 'instant'], ['f.id', 'uuid', 'id']],
};
export const cursorParts = (sort: FollowUpSort): CursorPart[] => SORT_KEYS[sort].map(([, , part]) => part);

/** A coordinator's list is read along the indexes of all that is open; everybody else's is their panel, gathered once. */
function sourceOf({ coordinates }: WorklistReader): { readonly from: string; readonly gathered: string } {
  if (coordinates) return { from: 'plexus.follow_up_coordinated f', gathered: '' };
  return {
    from: 'panel f',
    gathered: `panel AS MATERIALIZED (
      SELECT f.organization_id, f.id, f.patient_id, f.shape, f.kind, f.priority, f.state, f.asked_by_id, f.owner_id, f.pool, f.due_on, f.due_at, f.snoozed_until, f.court_since, f.with_id
        FROM plexus.follow_up_held f WHERE f.organization_id = $1 AND f.patient_id = ANY (ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r)) AND ${IS_OPEN}),`,
  };
}

const upTo = (rows: string): string => `(SELECT count(*)::int FROM (${rows} LIMIT ${MOST_COUNTED}) n)`;
const countIn = (queue: FollowUpQueue, from: string): string =>
  upTo((IN_PARTS[queue] ?? [IN_QUEUE[queue]]).map((part) => `SELECT FROM ${from} WHERE ${conditionOf(queue, undefined, part)}`).join(' UNION ALL '));
const countsFrom = (from: string): string => COUNTED.map((queue) => `${countIn(queue, from)} AS "${queue}"`).join(', ');

const isCounted = (queue: FollowUpQueue): boolean => (COUNTED as readonly string[]).includes(queue);

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export function countsStatement(reader: WorklistReader): Statement {
  const { from, gathered } = sourceOf(reader);
  return { text: `WITH ${gathered} counts AS (SELECT ${countsFrom(from)}) SELECT * FROM counts`, values: parametersOf(reader) };
}

/** A page, what it is a page of, and all counts: one statement, so that they agree. Its rows are `FOLLOW_UP_ROWS` with the counts beside each; one row of counts alone when the page is empty. */
export function pageStatement(reader: WorklistReader, { queue, filter, sort, limit, after }: WorklistPage): Statement {
  const values = parametersOf(reader);
  const given = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const { from, gathered } = sourceOf(reader);
  const keys = SORT_KEYS[sort];
  const search = filter.search?.trim() || null;
  // Only what is asked for is in the text: of a condition that may not hold, PostgreSQL expects so few rows that it would not walk along an index.
  const conditions = [conditionOf(queue, filter.snoozed ?? undefined)];
  const also = (condition: string, value: unknown, type: string) => void (value != null && conditions.push(`${condition} ${given(value, type)}`));
  also('f.owner_id =', filter.ownerId, 'uuid');
  also('f.patient_id =', filter.patientId, 'uuid');
  also('f.pool =', filter.pool, 'text');
  also('f.kind =', filter.kind, 'text');
  also('f.priority =', filter.priority, 'text');
  also('f.due_on <', filter.dueBefore, 'date');
  if (search !== null) {
    const wanted = given(search, 'text');
    conditions.push(`(strpos(lower(w.what), lower(${wanted})) > 0 OR strpos(lower(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)), lower(${wanted})) > 0)`);
  }
  const patients = sort === 'patient' || search !== null ? 'JOIN plexus.patient p ON p.organization_id = $1 AND p.id = f.patient_id' : '';
  const words = search === null ? '' : 'JOIN plexus.follow_up w ON w.organization_id = $1 AND w.id = f.id';
  const matching = `FROM ${from} ${patients} ${words} WHERE ${conditions.join(' AND ')}`;
  const columns = keys.map(([column]) => column).join(', ');
  const beyond = after === null ? '' : ` AND ROW(${columns}) > ROW(${keys.map(([, type], i) => given(after[i], type)).join(', ')})`;
  const names = keys.map((_, i) => `k${i}`);
  const slice = (which: string, order: string): string => `SELECT ${keys.map(([column], i) => `${column} AS k${i}`).join(', ')}, f.id AS of ${matching}${beyond}${which} ORDER BY ${order} LIMIT ${Math.trunc(limit)}`;
  // By patient there is an index of names and one of each patient's follow-ups: safety and the rest are walked along them one after the other.
  const byName = keys.slice(1).map(([column]) => column).join(', ');
  const page = sort === 'patient'
    ? `SELECT * FROM ((${slice(` AND f.kind = 'safety'`, byName)}) UNION ALL (${slice(` AND f.kind <> 'safety'`, byName)})) parts ORDER BY ${names.join(', ')} LIMIT ${Math.trunc(limit)}`
    : slice('', columns);
  // What is counted anyway is not counted twice.
  const total = isCounted(queue) && conditions.length === 1 && filter.snoozed == null ? `c."${queue}"` : upTo(`SELECT ${matching}`);
  return {
    text: `WITH ${gathered}
      counts AS MATERIALIZED (SELECT ${countsFrom(from)}),
      page AS MATERIALIZED (${page})
      SELECT c.*, ${total} AS total, json_build_array(${names.map((name) => `page.${name}`).join(', ')}) AS key, v.*
        FROM counts c LEFT JOIN (page JOIN (${FOLLOW_UP_ROWS} WHERE f.organization_id = $1) v ON v.id = page.of) ON true
       ORDER BY ${names.map((name) => `page.${name}`).join(', ')}`,
    values,
  };
}
