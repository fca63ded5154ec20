import { disciplineById } from '@plexus/catalogue';
import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import {
  CALL_RESULTS, COURTS, type CallResult, type ChecklistItem, type Court, type Day, ESCALATION_STEPS, type EscalationStep, FOLLOW_UP_ENTRY_KINDS, FOLLOW_UP_KINDS, FOLLOW_UP_PRIORITIES, FOLLOW_UP_SHAPES, FOLLOW_UP_SOURCES, FOLLOW_UP_STATES, FOLLOW_UP_VERBS, type FollowUpEntryKind, type FollowUpKind,
  type FollowUpPriority, type FollowUpShape, type FollowUpSource, type FollowUpState, HOLDINGS,
} from '@plexus/domain';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { EntryView } from '../application/entries.batches.ts';
import type { EscalationView } from '../application/follow-up.batches.ts';
import type { FollowUpView } from '../application/follow-up-views.ts';

export const FollowUpShapeEnum = publishEnum('FollowUpShape', FOLLOW_UP_SHAPES);
export const FollowUpKindEnum = publishEnum('FollowUpKind', FOLLOW_UP_KINDS);
export const FollowUpPriorityEnum = publishEnum('FollowUpPriority', FOLLOW_UP_PRIORITIES);
const FollowUpStateEnum = publishEnum('FollowUpState', FOLLOW_UP_STATES);
export const FollowUpVerbEnum = publishEnum('FollowUpVerb', FOLLOW_UP_VERBS);
const CourtEnum = publishEnum('Court', COURTS, 'With whom the ball is: who was asked to act, who asked, somebody outside, or nobody any more.');
export const HoldingEnum = publishEnum('Holding', HOLDINGS, 'By what right somebody holds it. LEAD: it concerns safety and nobody else is there, or nobody moved it until it came to the lead.');
export const FollowUpEntryKindEnum = publishEnum('FollowUpEntryKind', FOLLOW_UP_ENTRY_KINDS);
export const CallResultEnum = publishEnum('CallResult', CALL_RESULTS);
const EscalationStepEnum = publishEnum('EscalationStep', ESCALATION_STEPS, 'Of the policy for what nobody moves. INFORM: who asked and the lead are told; ASK_HELP: the coordinators too; TRANSFER: the lead holds it from then on.');
export const FollowUpSourceEnum = publishEnum('FollowUpSource', FOLLOW_UP_SOURCES);

@ObjectType('Discipline')
export class DisciplineType {
  @Field(() => ID, { description: 'A discipline id of the catalogue.' }) id!: string;
  @Field() name!: string;
}

export const disciplineNamed = (id: string): DisciplineType => ({ id, name: disciplineById(id)?.name ?? id });

@ObjectType('FollowUpSourceRef', { description: 'The thing of the record that it comes from.' })
export class FollowUpSourceType {
  @Field(() => FollowUpSourceEnum) kind!: FollowUpSource;
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'As it is called now.' }) name!: string | null;
}

@ObjectType('ChecklistItem')
export class ChecklistItemType implements ChecklistItem {
  @Field() text!: string;
  @Field() isDone!: boolean;
}

@ObjectType('FollowUpEntry', { description: 'A comment, a call or a reminder. It changes no state.' })
export class FollowUpEntryType implements EntryView {
  @Field(() => ID) id!: string;
  @Field(() => FollowUpEntryKindEnum) kind!: FollowUpEntryKind;
  @Field(() => String, { nullable: true, description: 'Of a remark of the server’s own, a code: `source.goal.cancelled`.' }) text!: string | null;
  @Field(() => CallResultEnum, { nullable: true }) callResult!: CallResult | null;
  @Field(() => DateScalar, { nullable: true }) nextTryOn!: Day | null;
  /** Published as `person`. */
  personId!: string;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType('FollowUpEscalation', { description: 'A step of the policy that it has come to. Written by the server, by nobody’s hand.' })
export class FollowUpEscalationType implements EscalationView {
  @Field(() => EscalationStepEnum) step!: EscalationStep;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType('FollowUp', { description: 'A contract between two people about one patient: a task, or a request that ends with an outcome that its asker has read, or with a reason.' })
export class FollowUpType implements FollowUpView {
  @Field(() => ID) id!: string;
  @Field(() => ID) patientId!: string;
  @Field(() => FollowUpShapeEnum) shape!: FollowUpShape;
  @Field(() => FollowUpKindEnum) kind!: FollowUpKind;
  @Field(() => FollowUpPriorityEnum) priority!: FollowUpPriority;
  @Field(() => FollowUpStateEnum) state!: FollowUpState;
  @Field() what!: string;
  @Field(() => String, { nullable: true }) why!: string | null;
  /** Published through `source`. */
  sourceKind!: FollowUpSource | null;
  sourceId!: string | null;
  /** Published as `askedBy`, `owner` and `pool`. */
  askedById!: string;
  ownerId!: string | null;
  poolId!: string;
  @Field(() => String, { nullable: true, description: 'Somebody outside the organization who is asked; its owner chases them and writes down what they do.' }) outsideParty!: string | null;
  @Field(() => String, { nullable: true }) documentsSent!: string | null;
  @Field(() => DateScalar) dueOn!: Day;
  @Field(() => String, { nullable: true, description: '09:30, in `dueZone`.' }) dueTime!: string | null;
  @Field({ description: 'IANA.' }) dueZone!: string;
  @Field(() => DateTimeScalar, { description: 'The instant of day and time, or at which the day is over.' }) dueAt!: Date;
  @Field({ description: 'Open, and due before now.' }) isOverdue!: boolean;
  @Field(() => Int, { description: 'Whole days after the day on which it was due; 0 while it is not late.' }) daysLate!: number;
  @Field(() => DateScalar, { nullable: true }) appointmentOn!: Day | null;
  @Field(() => String, { nullable: true, description: '09:30.' }) appointmentTime!: string | null;
  @Field(() => CourtEnum) court!: Court;
  @Field(() => DateTimeScalar, { description: 'Since when the ball is there: other words, another day or priority do not change it.' }) courtSince!: Date;
  @Field(() => Int) daysInCourt!: number;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined, cancelled or opened again.' }) stateReason!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Put off by whoever had it; it comes back on this day.' }) snoozedUntil!: Day | null;
  @Field(() => Int, { nullable: true, description: 'Once it is done the next one is opened, so many weeks after this one was due.' }) everyWeeks!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which one may be due.' }) recursUntil!: Day | null;
  /** Published as `watchers`. */
  watcherIds!: readonly string[];
  @Field(() => [ChecklistItemType]) checklist!: ChecklistItemType[];
  @Field(() => DateTimeScalar) openedAt!: Date;
  @Field(() => Int, { description: 'The revision of the record that last wrote it.' }) revision!: number;
}

export const ClosedFollowUpConnection = connectionOf('ClosedFollowUp', () => FollowUpType);

@ObjectType('FollowUpChange', { description: 'A change of a follow-up that was made.' })
export class FollowUpChangeType {
  /** Published as `patient` and `followUp`. */
  patientId!: string;
  followUpId!: string;
  @Field(() => Int, { description: 'The revision that it made.' }) revision!: number;
  /** What its author had seen; published through `meanwhile`. */
  base!: number;
}

export const FollowUpResult = createUnionType({
  name: 'FollowUpResult',
  types: () => [FollowUpChangeType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('FollowUpChange'),
});
