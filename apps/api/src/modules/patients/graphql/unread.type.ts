import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { MarkReviewed } from '../application/mark-reviewed.use-case.ts';
import type { UnreadView } from '../application/seen-marks.queries.ts';

@ObjectType('Unread', { description: 'What others changed since the viewer last reviewed the record.' })
export class UnreadType implements UnreadView {
  patientId!: string;
  @Field(() => Int, { description: 'The record’s newest revision.' }) revision!: number;
  @Field(() => Int, { nullable: true, description: 'Up to where the viewer has reviewed it; null: never.' }) seenRevision!: number | null;
  @Field(() => DateTimeScalar, { nullable: true }) seenAt!: Date | null;
}

@InputType()
export class MarkReviewedInput implements MarkReviewed {
  @Field(() => ID) patientId!: string;
  @Field(() => Int, { description: 'The newest revision that the viewer was shown: what came after it stays unread.' }) revision!: number;
  @Field(() => [Int], { description: 'Which revisions that concern safety the viewer was shown.' }) safetySeen!: number[];
}
