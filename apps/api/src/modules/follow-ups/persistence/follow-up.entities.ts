import type { CallResult, Day, EscalationStep, FollowUpEntryKind, FollowUpKind, FollowUpPriority, FollowUpShape, FollowUpSource, FollowUpState } from '@plexus/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from '../../patients/persistence/patient.entities.ts';

/** PostgreSQL answers 09:30:00 for the 09:30 that was written. */
const MINUTES = { to: (time?: string | null) => time, from: (time: string | null) => time?.slice(0, 5) ?? null };
const DUE_AT = 'timezone(due_zone, CASE WHEN due_time IS NULL THEN (due_on + 1)::timestamp ELSE due_on + due_time END)';
const IS_OPEN = `state NOT IN ('done', 'read', 'cancelled')`;

/** When it is due as an instant (`due_at`) is the database's own column: worked out from day, time and zone, and read only there. */
@Entity('follow_up')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'follow_up_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'askedById'], ['organizationId', 'id'], { name: 'follow_up_asked_by_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'ownerId'], ['organizationId', 'id'], { name: 'follow_up_owner_fk' })
@Unique('follow_up_of_patient', ['organizationId', 'patientId', 'id'])
@Index('follow_up_owner', ['organizationId', 'ownerId', 'dueAt'], { where: IS_OPEN })
@Index('follow_up_asked_by', ['organizationId', 'askedById', 'state'], { where: IS_OPEN })
@Index('follow_up_patient', ['organizationId', 'patientId', 'dueAt'])
@Index('follow_up_source', ['organizationId', 'patientId', 'sourceRule', 'sourceId'], { unique: true, where: `source_rule IS NOT NULL AND ${IS_OPEN}` })
@Index('follow_up_patient_open', ['organizationId', 'patientId'], { where: IS_OPEN })
// Their expressions are the migrations' to write.
@Index('follow_up_open', { synchronize: false })
@Index('follow_up_age', { synchronize: false })
@Index('follow_up_referral', { synchronize: false })
@Index('follow_up_reported', { synchronize: false })
@Check('follow_up_shape', `shape IN ('task', 'request')`)
@Check('follow_up_kind', `kind IN ('review', 'referral', 'measure', 'call', 'response', 'safety', 'support', 'administrative')`)
@Check('follow_up_priority', `priority IN ('routine', 'soon', 'urgent')`)
@Check('follow_up_state', `CASE shape WHEN 'task' THEN state IN ('open', 'done', 'cancelled') ELSE state IN ('proposed', 'accepted', 'declined', 'scheduled', 'happened', 'reported', 'read', 'cancelled') END`)
@Check('follow_up_outcome', `state NOT IN ('done', 'reported', 'read') OR outcome IS NOT NULL`)
@Check('follow_up_reason', `state NOT IN ('declined', 'cancelled') OR state_reason IS NOT NULL`)
@Check('follow_up_appointment', `state <> 'scheduled' OR appointment_on IS NOT NULL`)
@Check('follow_up_recurrence', '(every_weeks IS NULL) = (recurs_until IS NULL)')
export class FollowUpEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') readonly shape!: FollowUpShape;
  @Column('text') kind!: FollowUpKind;
  @Column('text') priority!: FollowUpPriority;
  @Column('text') state!: FollowUpState;
  @Column('text') what!: string;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('text', { nullable: true }) readonly sourceKind!: FollowUpSource | null;
  @Column('uuid', { nullable: true }) readonly sourceId!: string | null;
  /** The rule that opened it: it has one open at a time from one source. */
  @Column('text', { nullable: true }) readonly sourceRule!: string | null;
  @Column('uuid') readonly askedById!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  /** The discipline in which the owner treats the patient, or in whose pool it lies. */
  @Column('text') pool!: string;
  @Column('text', { nullable: true }) outsideParty!: string | null;
  @Column('text', { nullable: true }) documentsSent!: string | null;
  @Column('date') dueOn!: Day;
  @Column('time', { nullable: true, transformer: MINUTES }) dueTime!: string | null;
  /** IANA: a day and a time are meant where they were written. */
  @Column('text') dueZone!: string;
  @Column({ type: 'timestamptz', insert: false, update: false, select: false, generatedType: 'STORED', asExpression: DUE_AT }) readonly dueAt!: Date;
  @Column('date', { nullable: true }) appointmentOn!: Day | null;
  @Column('time', { nullable: true, transformer: MINUTES }) appointmentTime!: string | null;
  @Column('timestamptz') courtSince!: Date;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { nullable: true }) stateReason!: string | null;
  @Column('date', { nullable: true }) snoozedUntil!: Day | null;
  @Column('integer', { nullable: true }) everyWeeks!: number | null;
  @Column('date', { nullable: true }) recursUntil!: Day | null;
  @Column('uuid', { array: true, default: '{}' }) watchers!: readonly string[];
  @Column('text', { array: true, default: '{}' }) checklist!: readonly string[];
  /** The lines of the checklist that are ticked off. */
  @Column('text', { array: true, default: '{}' }) checklistDone!: readonly string[];
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('bigint') revision!: number;
}
export const FOLLOW_UP = recorded('follow-up', FollowUpEntity, 'id', [
  'what', 'why', 'shape', 'kind', 'priority', 'sourceKind', 'sourceId', ['askedBy', 'askedById'], ['owner', 'ownerId'], 'pool', 'outsideParty', 'documentsSent', 'dueOn', 'dueTime',
  'dueZone', 'state', 'stateReason', 'outcome', 'appointmentOn', 'appointmentTime', 'courtSince', 'snoozedUntil', 'everyWeeks', 'recursUntil', 'watchers', 'checklist', 'checklistDone',
]);

/** A comment, a call or a reminder: written once. */
@Entity('follow_up_entry')
@ForeignKey(() => FollowUpEntity, ['organizationId', 'patientId', 'followUpId'], ['organizationId', 'patientId', 'id'], { name: 'follow_up_entry_follow_up_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'follow_up_entry_person_fk' })
@Index('follow_up_entry_follow_up', ['organizationId', 'patientId', 'followUpId'])
@Check('follow_up_entry_kind', `kind IN ('comment', 'call', 'reminder')`)
@Check('follow_up_entry_call', `(kind = 'call') = (call_result IS NOT NULL)`)
@Check('follow_up_entry_call_result', `call_result IN ('reached', 'no-answer', 'message-left', 'wrong-number', 'letter-sent')`)
export class FollowUpEntryEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly followUpId!: string;
  @Column('text') readonly kind!: FollowUpEntryKind;
  @Column('text', { nullable: true }) readonly text!: string | null;
  @Column('text', { nullable: true }) readonly callResult!: CallResult | null;
  @Column('date', { nullable: true }) readonly nextTryOn!: Day | null;
  @Column('uuid') readonly personId!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('bigint') revision!: number;
}
export const FOLLOW_UP_ENTRY = recorded('follow-up-entry', FollowUpEntryEntity, 'id', [['followUp', 'followUpId'], 'kind', 'text', 'callResult', 'nextTryOn', ['person', 'personId'], 'at']);

/** A step of the policy that a follow-up has come to where it lies since then. Written by the job, never by people, and so not on the record's line. */
@Entity('follow_up_escalation')
@ForeignKey(() => FollowUpEntity, ['organizationId', 'patientId', 'followUpId'], ['organizationId', 'patientId', 'id'], { name: 'follow_up_escalation_follow_up_fk' })
@Check('follow_up_escalation_step', `step IN ('inform', 'ask-help', 'transfer')`)
export class FollowUpEscalationEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @Column('uuid') readonly patientId!: string;
  @PrimaryColumn('uuid') readonly followUpId!: string;
  @PrimaryColumn('timestamptz') readonly courtSince!: Date;
  @PrimaryColumn('text') readonly step!: EscalationStep;
  @Column('timestamptz') readonly at!: Date;
}

/** Somebody is away, from whatever patient: about the organization, and so with a version in place of a history. */
@Entity('leave')
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'leave_person_fk' })
@Check('leave_period', 'ends_on >= starts_on')
@Exclusion('leave_once', `USING gist (organization_id WITH =, person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)`)
export class LeaveEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly personId!: string;
  @Column('date') readonly startsOn!: Day;
  @Column('date') endsOn!: Day;
  @Column('integer', { default: 1 }) version!: number;
}
