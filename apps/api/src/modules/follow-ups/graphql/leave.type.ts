import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Day } from '@plexus/domain';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { LeaveView } from '../application/leave.queries.ts';

@ObjectType('Leave', { description: 'Somebody is away, from whatever patient.' })
export class LeaveType implements LeaveView {
  @Field(() => ID) id!: string;
  /** Published as `person`. */
  personId!: string;
  @Field(() => DateScalar) startsOn!: Day;
  @Field(() => DateScalar, { description: 'The last day, inclusive.' }) endsOn!: Day;
  @Field(() => Int) version!: number;
}

@ObjectType('LeaveChange', { description: 'A change of leave that was made.' })
export class LeaveChangeType {
  @Field(() => ID) leaveId!: string;
  @Field(() => LeaveType, { nullable: true, description: 'Null: it had not begun, and was taken away.' }) leave!: LeaveType | null;
}

export const LeaveResult = createUnionType({
  name: 'LeaveResult',
  types: () => [LeaveChangeType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('LeaveChange'),
});

@InputType()
export class SetLeaveInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) personId!: string;
  @Field(() => DateScalar) startsOn!: Day;
  @Field(() => DateScalar, { description: 'The last day, inclusive.' }) endsOn!: Day;
}

@InputType()
export class EndLeaveInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) leaveId!: string;
  @Field(() => Int, { description: 'The version that the author saw.' }) version!: number;
}
