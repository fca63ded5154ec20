import { type ChecklistItem, type Court, type Day, type FollowUpKind, type FollowUpPriority, type FollowUpShape, type FollowUpSource, type FollowUpState, courtOf, dayAt, daysBetween, isOpen } from '@plexus/domain';

/** One row of `FOLLOW_UP_ROWS`. */
export interface FollowUpRow {
  readonly id: string;
  readonly patientId: string;
  readonly shape: FollowUpShape;
  readonly kind: FollowUpKind;
  readonly priority: FollowUpPriority;
  readonly state: FollowUpState;
  readonly what: string;
  readonly why: string | null;
  readonly sourceKind: FollowUpSource | null;
  readonly sourceId: string | null;
  readonly askedById: string;
  readonly ownerId: string | null;
  readonly poolId: string;
  readonly outsideParty: string | null;
  readonly documentsSent: string | null;
  readonly dueOn: Day;
  readonly dueTime: string | null;
  readonly dueZone: string;
  readonly dueAt: Date;
  readonly appointmentOn: Day | null;
  readonly appointmentTime: string | null;
  readonly courtSince: Date;
  readonly outcome: string | null;
  readonly stateReason: string | null;
  readonly snoozedUntil: Day | null;
  readonly everyWeeks: number | null;
  readonly recursUntil: Day | null;
  readonly watcherIds: readonly string[];
  readonly lines: readonly string[];
  readonly ticked: readonly string[];
  readonly openedAt: Date;
  readonly revision: number;
}

export interface FollowUpView extends Omit<FollowUpRow, 'lines' | 'ticked'> {
  readonly checklist: ChecklistItem[];
  readonly isOverdue: boolean;
  /** Whole days after the day on which it was due. */
  readonly daysLate: number;
  readonly court: Court;
  readonly daysInCourt: number;
}

/** Follow-ups as they are read, wherever: a list adds its WHERE, its order and its limit. */
export const FOLLOW_UP_ROWS = `SELECT f.id, f.patient_id AS "patientId", f.shape, f.kind, f.priority, f.state, f.what, f.why, f.source_kind AS "sourceKind", f.source_id AS "sourceId",
  f.asked_by_id AS "askedById", f.owner_id AS "ownerId", f.pool AS "poolId", f.outside_party AS "outsideParty", f.documents_sent AS "documentsSent", f.due_on AS "dueOn",
  to_char(f.due_time, 'HH24:MI') AS "dueTime", f.due_zone AS "dueZone", f.due_at AS "dueAt", f.appointment_on AS "appointmentOn", to_char(f.appointment_time, 'HH24:MI') AS "appointmentTime",
  f.court_since AS "courtSince", f.outcome, f.state_reason AS "stateReason", f.snoozed_until AS "snoozedUntil", f.every_weeks AS "everyWeeks", f.recurs_until AS "recursUntil",
  f.watchers AS "watcherIds", f.checklist AS lines, f.checklist_done AS ticked, f.opened_at AS "openedAt", f.revision
  FROM plexus.follow_up f`;

export const IS_OPEN = `f.state NOT IN ('done', 'read', 'cancelled')`;
/** What concerns safety first, then by the instant at which it is due. */
export const BY_DUE = `f.kind <> 'safety', f.due_at, f.id`;

export function followUpView({ lines, ticked, ...row }: FollowUpRow, now: Date): FollowUpView {
  const today = dayAt(now, row.dueZone);
  const isOverdue = isOpen(row.state) && row.dueAt <= now;
  return {
    ...row,
    checklist: lines.map((text) => ({ text, isDone: ticked.includes(text) })),
    isOverdue,
    daysLate: isOverdue ? daysBetween(row.dueOn, today) : 0,
    court: courtOf(row),
    daysInCourt: daysBetween(dayAt(row.courtSince, row.dueZone), today),
  };
}
