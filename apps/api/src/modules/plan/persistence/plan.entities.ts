import { ACTIVITY_DETAIL_NAMES, type ActivityDetails, type ActivityStatus, type Agreement, type AgreementAnswer, type AttainmentLevel, type Day, type Dissent, type DissentStatus, type GoalAchievement, type GoalDomain, type GoalScope, type GoalStatus, type PlanStatus, type Rater, type ScaleFields } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from '../../patients/persistence/patient.entities.ts';

@Entity('plan')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'plan_patient_fk' })
@Unique('plan_one_a_patient', ['organizationId', 'patientId'])
@Check('plan_status', `status IN ('draft', 'active', 'on-hold', 'completed')`)
export class PlanEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text') status!: PlanStatus;
  @Column('date', { nullable: true }) reviewDate!: Day | null;
  @Column('text', { nullable: true }) agreedMessage!: string | null;
  @Column('date', { nullable: true }) agreedOn!: Day | null;
  @Column('bigint') revision!: number;
}
export const PLAN = recorded('plan', PlanEntity, 'id', ['title', 'summary', 'status', 'reviewDate', 'agreedMessage', 'agreedOn']);

@Entity('goal')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'goal_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'ownerId'], ['organizationId', 'id'], { name: 'goal_owner_fk' })
@Unique('goal_of_patient', ['organizationId', 'patientId', 'id'])
@Check('goal_scope', `scope IN ('whole-person', 'upper-back')`)
@Check('goal_domain', `domain IN ('movement', 'sleep', 'mood-and-fear', 'medication', 'work-and-role', 'pacing', 'understanding', 'social')`)
@Check('goal_status', `status IN ('proposed', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error')`)
@Check('goal_achievement', `achievement IN ('in-progress', 'improving', 'worsening', 'no-change', 'achieved', 'sustaining', 'not-achieved', 'no-progress', 'not-attainable')`)
@Check('goal_ended', `(status IN ('completed', 'cancelled')) = (ended_on IS NOT NULL)`)
@Check('goal_scale', 'num_nulls(scale_minus2, scale_minus1, scale_zero, scale_plus1, scale_plus2) IN (0, 5)')
export class GoalEntity implements PatientRow, ScaleFields {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') words!: string;
  @Column('text', { nullable: true }) restatement!: string | null;
  @Column('text') scope!: GoalScope;
  @Column('text') domain!: GoalDomain;
  @Column('text') status!: GoalStatus;
  @Column('text') achievement!: GoalAchievement;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text', { nullable: true }) targetMeasure!: string | null;
  @Column('double precision', { nullable: true }) targetBaseline!: number | null;
  @Column('double precision', { nullable: true }) targetValue!: number | null;
  @Column('text', { nullable: true }) targetUnit!: string | null;
  @Column('date', { nullable: true }) targetDate!: Day | null;
  @Column('date', { nullable: true }) startedOn!: Day | null;
  @Column('date', { nullable: true }) endedOn!: Day | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('text', { nullable: true }) scaleMinus2!: string | null;
  @Column('text', { nullable: true }) scaleMinus1!: string | null;
  @Column('text', { nullable: true }) scaleZero!: string | null;
  @Column('text', { nullable: true }) scalePlus1!: string | null;
  @Column('text', { nullable: true }) scalePlus2!: string | null;
  @Column('bigint') revision!: number;
}
export const GOAL = recorded('goal', GoalEntity, 'id', [
  'words', 'restatement', 'scope', 'domain', 'status', 'achievement', ['owner', 'ownerId'], 'targetMeasure', 'targetBaseline', 'targetValue',
  'targetUnit', 'targetDate', 'startedOn', 'endedOn', 'endReason', 'scaleMinus2', 'scaleMinus1', 'scaleZero', 'scalePlus1', 'scalePlus2',
]);

@Entity('goal_participant')
@ForeignKey(() => GoalEntity, ['organizationId', 'patientId', 'goalId'], ['organizationId', 'patientId', 'id'], { name: 'goal_participant_goal_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'goal_participant_person_fk' })
@Index('goal_participant_patient', ['organizationId', 'patientId'])
export class GoalParticipantEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly goalId!: string;
  @PrimaryColumn('uuid') readonly personId!: string;
  @Column('uuid') readonly patientId!: string;
}

@Entity('goal_rating')
@ForeignKey(() => GoalEntity, ['organizationId', 'patientId', 'goalId'], ['organizationId', 'patientId', 'id'], { name: 'goal_rating_goal_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'recordedById'], ['organizationId', 'id'], { name: 'goal_rating_recorded_by_fk' })
@Index('goal_rating_patient', ['organizationId', 'patientId'])
@Check('goal_rating_rater', `rater IN ('clinician', 'patient')`)
@Check('goal_rating_level', 'level BETWEEN -2 AND 2')
@Check('goal_rating_status', `status IN ('active', 'entered-in-error')`)
export class GoalRatingEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly goalId!: string;
  @Column('text') rater!: Rater;
  @Column('smallint') level!: AttainmentLevel;
  /** The descriptor as it was worded then. */
  @Column('text') words!: string;
  @Column('date') ratedOn!: Day;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') recordedById!: string;
  @Column('text') status!: 'active' | 'entered-in-error';
  @Column('bigint') revision!: number;
}
export const GOAL_RATING = recorded('goal-rating', GoalRatingEntity, 'id', [['goal', 'goalId'], 'rater', 'level', 'words', 'ratedOn', 'note', ['recordedBy', 'recordedById'], 'status']);

@Entity('activity')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'activity_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'ownerId'], ['organizationId', 'id'], { name: 'activity_owner_fk' })
@Unique('activity_of_patient', ['organizationId', 'patientId', 'id'])
@Check('activity_status', `status IN ('planned', 'active', 'on-hold', 'completed', 'stopped', 'declined', 'entered-in-error')`)
@Check('activity_period', 'ends_on >= starts_on')
@Check('activity_details', `jsonb_typeof(details) = 'object'`)
export class ActivityEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') catalogueId!: string;
  @Column('text') discipline!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text') status!: ActivityStatus;
  /** Why it is on hold, stopped or declined; `reason` is why it is done at all. */
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('text', { nullable: true }) doseText!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) nextStep!: string | null;
  @Column('date', { nullable: true }) startsOn!: Day | null;
  @Column('date', { nullable: true }) reviewOn!: Day | null;
  @Column('date', { nullable: true }) endsOn!: Day | null;
  /** What an activity of its kind says beyond that; only what is set. */
  @Column('jsonb', { default: {} }) details!: ActivityDetails;
  @Column('bigint') revision!: number;
}
export const ACTIVITY = recorded('activity', ActivityEntity, 'id', [
  'catalogueId', 'discipline', ['owner', 'ownerId'], 'doseText', 'reason', 'nextStep', 'startsOn', 'reviewOn', 'endsOn', 'status', 'statusReason',
], { property: 'details', fields: ACTIVITY_DETAIL_NAMES });

@Entity('activity_goal')
@ForeignKey(() => ActivityEntity, ['organizationId', 'patientId', 'activityId'], ['organizationId', 'patientId', 'id'], { name: 'activity_goal_activity_fk' })
@ForeignKey(() => GoalEntity, ['organizationId', 'patientId', 'goalId'], ['organizationId', 'patientId', 'id'], { name: 'activity_goal_goal_fk' })
@Index('activity_goal_patient', ['organizationId', 'patientId'])
export class ActivityGoalEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly activityId!: string;
  @PrimaryColumn('uuid') readonly goalId!: string;
  @Column('uuid') readonly patientId!: string;
}

@Entity('agreement')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'agreement_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'agreement_person_fk' })
@Index('agreement_patient', ['organizationId', 'patientId'])
@Check('agreement_answer', `answer IN ('right', 'objection')`)
@Check('agreement_reason', `(answer = 'objection') = (reason IS NOT NULL)`)
export class AgreementEntity implements PatientRow, Agreement {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') readonly discipline!: string;
  @Column('text') readonly answer!: AgreementAnswer;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('integer') readonly planVersion!: number;
  @Column('uuid') readonly personId!: string;
  @Column('date') readonly answeredOn!: Day;
  @Column('bigint') revision!: number;
}
export const AGREEMENT = recorded('agreement', AgreementEntity, 'id', ['discipline', 'answer', 'reason', 'planVersion', ['person', 'personId'], 'answeredOn']);

@Entity('dissent')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'dissent_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'dissent_person_fk' })
@Index('dissent_patient', ['organizationId', 'patientId'])
@Check('dissent_status', `status IN ('stands', 'withdrawn')`)
export class DissentEntity implements PatientRow, Dissent {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly personId!: string;
  @Column('text') readonly message!: string;
  @Column('text') readonly reason!: string;
  @Column('text') status!: DissentStatus;
  @Column('timestamptz') readonly at!: Date;
  @Column('bigint') revision!: number;
}
export const DISSENT = recorded('dissent', DissentEntity, 'id', [['person', 'personId'], 'message', 'reason', 'status']);
