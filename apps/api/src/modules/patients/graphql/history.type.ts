import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ValueKind } from '@plexus/domain';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { ChangeValueView, ChangeView, OrderPartView } from '../../../platform/records/change-views.ts';
import type { RevisionView } from '../../../platform/records/history.queries.ts';

const ValueKindEnum = publishEnum('ValueKind', ['text', 'date', 'instant', 'code', 'person', 'member', 'catalogue', 'number', 'boolean', 'goal', 'thing'] satisfies ValueKind[]);

@ObjectType('ChangeValue')
export class ChangeValueType implements ChangeValueView {
  @Field(() => ValueKindEnum) kind!: ValueKind;
  @Field({ description: 'In words: a person’s name, a catalogue name, a date as ISO, a code as it is, text as it is.' }) text!: string;
}

@ObjectType('OrderPart')
export class OrderPartType implements OrderPartView {
  @Field({ description: 'A field name of the registry.' }) field!: string;
  @Field(() => ChangeValueType) value!: ChangeValueType;
}

@ObjectType('Change')
export class ChangeType implements ChangeView {
  @Field(() => Int) ordinal!: number;
  @Field({ description: 'patient, problem, allergy, named-substance, device, consent, medicine, reconciliation, symptom, risk-factor, red-flag-screen, contact, team-member, stand-in, plan, agreement, dissent, goal, goal-rating, activity' }) entity!: string;
  @Field(() => ID) entityId!: string;
  @Field({ description: 'What the thing is called now: the goal’s words, the activity’s name, the member’s name.' }) entityName!: string;
  @Field({ description: 'A field name of the registry.' }) field!: string;
  @Field() fieldName!: string;
  @Field(() => ChangeValueType, { nullable: true }) before!: ChangeValueType | null;
  @Field(() => ChangeValueType, { nullable: true }) after!: ChangeValueType | null;
  @Field({ description: 'The revision made the thing; it is no change of one that there was.' }) added!: boolean;
  @Field({ description: 'Concerns safety: what is marked as reviewed must have been shown.' }) isSafety!: boolean;
  @Field(() => [OrderPartType], { description: 'The whole order to which the field belongs (drug, dose, how often), as it stood at this revision; empty where a field says enough by itself.' }) order!: readonly OrderPartType[];
}

@ObjectType('Revision')
export class RevisionType implements RevisionView {
  patientId!: string;
  @Field(() => Int) number!: number;
  @Field(() => DateTimeScalar) at!: Date;
  /** Published as `person`. */
  personId!: string;
  /** Published as `onBehalfOf`. */
  onBehalfOfId!: string | null;
  @Field({ description: 'goal.propose, patient.edit …: said from the message catalogue.' }) verb!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Int, { nullable: true, description: 'The version of the plan that this made; null when the plan is as it was.' }) planVersion!: number | null;
  @Field(() => Int, { nullable: true, description: 'The revision that its author had seen. What others wrote between the two was merged with it.' }) base!: number | null;
  /** Published as `contact`. */
  contactId!: string | null;
  @Field(() => [ChangeType], { description: 'What changed, as far as the viewer may see it.' }) changes!: ChangeType[];
}

export const RevisionConnection = connectionOf('Revision', () => RevisionType);
