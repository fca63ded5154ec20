import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { CallResult, ChecklistItem, Day, FollowUpEntryKind, FollowUpKind, FollowUpPriority, FollowUpShape, FollowUpSource, FollowUpVerb } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { CommandInContactInput } from '../../patients/graphql/patient.inputs.ts';
import { CallResultEnum, FollowUpEntryKindEnum, FollowUpKindEnum, FollowUpPriorityEnum, FollowUpShapeEnum, FollowUpSourceEnum, FollowUpVerbEnum } from './follow-up.type.ts';

const OWNER = 'A member of the patient’s team or a coordinator. Give exactly one of owner and pool.';
const POOL = 'A discipline id of the catalogue that the patient’s team has: whoever of it acts first becomes the owner.';

@InputType()
export class OpenFollowUpInput extends CommandInContactInput {
  @Field(() => FollowUpShapeEnum) shape!: FollowUpShape;
  @Field(() => FollowUpKindEnum) kind!: FollowUpKind;
  @Field(() => FollowUpPriorityEnum) priority!: FollowUpPriority;
  @Field() what!: string;
  @Field(() => String, { nullable: true }) why?: string | null;
  @Field(() => FollowUpSourceEnum, { nullable: true }) sourceKind?: FollowUpSource | null;
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
  @Field(() => ID, { nullable: true, description: OWNER }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: POOL }) pool?: string | null;
  @Field(() => String, { nullable: true }) outsideParty?: string | null;
  @Field(() => String, { nullable: true }) documentsSent?: string | null;
  @Field(() => DateScalar) dueOn!: Day;
  @Field(() => String, { nullable: true, description: '09:30, in the organization’s time zone.' }) dueTime?: string | null;
  @Field(() => Int, { nullable: true, description: 'It comes again: with `recursUntil`.' }) everyWeeks?: number | null;
  @Field(() => DateScalar, { nullable: true }) recursUntil?: Day | null;
  @Field(() => [ID], { nullable: true }) watcherIds?: string[] | null;
  @Field(() => [String], { nullable: true }) checklist?: string[] | null;
}

@InputType()
export class ChecklistItemInput implements ChecklistItem {
  @Field() text!: string;
  @Field() isDone!: boolean;
}

@InputType()
export class EditFollowUpInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => String, { nullable: true }) what?: string;
  @Field(() => String, { nullable: true }) why?: string | null;
  @Field(() => FollowUpKindEnum, { nullable: true }) kind?: FollowUpKind;
  @Field(() => FollowUpPriorityEnum, { nullable: true }) priority?: FollowUpPriority;
  @Field(() => DateScalar, { nullable: true, description: 'A day to come; or the day that stood before it was last moved, also when that is over.' }) dueOn?: Day;
  @Field(() => String, { nullable: true }) dueTime?: string | null;
  @Field(() => String, { nullable: true }) outsideParty?: string | null;
  @Field(() => String, { nullable: true }) documentsSent?: string | null;
  @Field(() => Int, { nullable: true }) everyWeeks?: number | null;
  @Field(() => DateScalar, { nullable: true }) recursUntil?: Day | null;
  @Field(() => [ID], { nullable: true }) watcherIds?: string[] | null;
  @Field(() => [ChecklistItemInput], { nullable: true }) checklist?: ChecklistItemInput[] | null;
}

@InputType()
export class AssignFollowUpInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => ID, { nullable: true, description: OWNER }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: POOL }) pool?: string | null;
}

@InputType({ description: 'COMPLETE and REPORT need an outcome; DECLINE, CANCEL and REOPEN a reason; SCHEDULE an appointment. What a verb does not need is left out.' })
export class MoveFollowUpInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => FollowUpVerbEnum) verb!: FollowUpVerb;
  @Field(() => String, { nullable: true }) outcome?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => DateScalar, { nullable: true }) appointmentOn?: Day | null;
  @Field(() => String, { nullable: true, description: '09:30.' }) appointmentTime?: string | null;
}

@InputType()
export class SnoozeFollowUpInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it comes back; null: put off no longer.' }) until?: Day | null;
}

@InputType({ description: 'A COMMENT has a text, a CALL a result; a REMINDER goes to whoever has the ball.' })
export class NoteOnFollowUpInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => FollowUpEntryKindEnum) kind!: FollowUpEntryKind;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => CallResultEnum, { nullable: true }) callResult?: CallResult | null;
  @Field(() => DateScalar, { nullable: true }) nextTryOn?: Day | null;
}

@InputType()
export class MarkAttachmentInErrorInput extends CommandInContactInput {
  @Field(() => ID) followUpId!: string;
  @Field(() => ID) attachmentId!: string;
  @Field() reason!: string;
}
