import { type ChecklistItem, type Day, type FollowUpKind, type FollowUpPriority, type FollowUpShape, type FollowUpSource, type Result, type RuleViolation, changesCourt, firstState, ok, refuse, tidy, violation } from '@plexus/domain';
import { isId, newId } from '../../../platform/ids.ts';
import type { OpenRecord } from '../../../platform/records/open-record.ts';
import { FOLLOW_UP, type FollowUpEntity } from '../persistence/follow-up.entities.ts';

/** What a new follow-up is made of. */
export interface NewFollowUp {
  readonly shape: FollowUpShape;
  readonly kind: FollowUpKind;
  readonly priority: FollowUpPriority;
  readonly what: string;
  readonly why?: string | null;
  readonly sourceKind?: FollowUpSource | null;
  readonly sourceId?: string | null;
  readonly sourceRule?: string | null;
  readonly askedById: string;
  readonly ownerId: string | null;
  readonly pool: string;
  readonly outsideParty?: string | null;
  readonly documentsSent?: string | null;
  readonly dueOn: Day;
  readonly dueTime?: string | null;
  readonly dueZone: string;
  readonly everyWeeks?: number | null;
  readonly recursUntil?: Day | null;
  readonly watchers?: readonly string[];
  readonly checklist?: readonly string[];
}

/** Adds a follow-up in its first state. What somebody asks of themselves is accepted by that. */
export function addFollowUp(record: OpenRecord, given: NewFollowUp): Promise<FollowUpEntity> {
  return record.add(FOLLOW_UP, {
    why: null, sourceKind: null, sourceId: null, sourceRule: null, outsideParty: null, documentsSent: null, dueTime: null, everyWeeks: null, recursUntil: null, watchers: [], checklist: [],
    ...given,
    id: newId(), patientId: record.patientId, state: given.shape === 'request' && given.ownerId === given.askedById ? 'accepted' : firstState(given.shape),
    appointmentOn: null, appointmentTime: null, courtSince: record.now, outcome: null, stateReason: null, snoozedUntil: null, checklistDone: [], openedAt: record.now,
  } as unknown as FollowUpEntity);
}

export type FollowUpPatch = Partial<FollowUpEntity>;

/** What a change brings along: with the ball somewhere else its age begins anew, and what was put off by whoever had it comes back. */
export const turned = (followUp: FollowUpEntity, patch: FollowUpPatch, now: Date): FollowUpPatch =>
  changesCourt(followUp, { ...followUp, ...patch }) ? { ...patch, courtSince: now, snoozedUntil: null } : patch;

/**
 * Whether this is the day, with its time, that stood before it was last moved: what was moved by mistake can be put back, also when that day is over.
 * Of all days that are over it is the only one.
 */
export async function isPutBack(record: OpenRecord, { id, dueOn, dueTime }: FollowUpEntity, patch: FollowUpPatch): Promise<boolean> {
  const rows = await record.em.query<{ field: 'dueOn' | 'dueTime'; before: string | null }[]>(
    `SELECT c.field, c.before FROM plexus.change c
      WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity = 'follow-up' AND c.entity_id = $3 AND c.field IN ('dueOn', 'dueTime') AND NOT c.added
        AND c.number = (SELECT max(l.number) FROM plexus.change l
                         WHERE l.organization_id = $1 AND l.patient_id = $2 AND l.entity = 'follow-up' AND l.entity_id = $3 AND l.field IN ('dueOn', 'dueTime') AND NOT l.added)`,
    [record.actor.organizationId, record.patientId, id],
  );
  const before = { dueOn, dueTime, ...Object.fromEntries(rows.map(({ field, before }) => [field, before])) };
  return rows.length > 0 && before.dueOn === patch.dueOn && before.dueTime === patch.dueTime;
}

export const checklistFields = (checklist: readonly ChecklistItem[]): Pick<FollowUpEntity, 'checklist' | 'checklistDone'> => ({
  checklist: checklist.map(({ text }) => tidy(text)),
  checklistDone: checklist.filter(({ isDone }) => isDone).map(({ text }) => tidy(text)),
});

export const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** Watchers look on, so observers may be some; whoever cannot read it may not. */
export async function checkWatchers(record: OpenRecord, ids: readonly string[]): Promise<Result<void, RuleViolation>> {
  if (ids.length === 0) return ok(undefined);
  const rows = await record.em.query<unknown[]>(
    `SELECT p.id FROM plexus.person p WHERE p.organization_id = $1 AND p.id = ANY ($3) AND p.status = 'active' AND (
       EXISTS (SELECT FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.person_id = p.id AND m.discipline <> 'peer-mentor'
                AND m.valid_from <= $4 AND (m.valid_to IS NULL OR m.valid_to >= $4))
       OR EXISTS (SELECT FROM plexus.organization_role r WHERE r.organization_id = $1 AND r.person_id = p.id AND r.role = 'coordinator'))`,
    [record.actor.organizationId, record.patientId, ids.filter(isId), record.actor.today],
  );
  return rows.length === new Set(ids).size ? ok(undefined) : refuse(violation('WATCHER_NOT_ON_TEAM', 'Only the clinicians of this patient’s team and coordinators can watch. Leave the others out.', 'watcherIds'));
}

const SOURCE_TABLES: Partial<Record<FollowUpSource, string>> = { goal: 'plexus.goal', activity: 'plexus.activity' };

/** What it comes from is a thing of this patient's record. */
export async function checkSource(record: OpenRecord, kind: FollowUpSource | null | undefined, id: string | null | undefined): Promise<Result<void, RuleViolation>> {
  if (kind == null && id == null) return ok(undefined);
  const table = kind == null ? undefined : SOURCE_TABLES[kind];
  const rows = table && id != null && isId(id) ? await record.em.query<unknown[]>(`SELECT 1 FROM ${table} s WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.id = $3`, [record.actor.organizationId, record.patientId, id]) : [];
  return rows.length === 1 ? ok(undefined) : refuse(violation('SOURCE_UNKNOWN', 'The record has no such thing to follow up. Choose it again, or leave it out.', 'sourceId'));
}
