import { Field, ID, InputType } from '@nestjs/graphql';
import type { FollowUpBatchInput, FollowUpOfBatch } from '../application/follow-up-items.ts';
import type { HandOverFollowUps } from '../application/hand-over.use-cases.ts';
import { ChangedFollowUpInput } from './worklist.type.ts';

@InputType({ description: 'To exactly one of owner and pool; what concerns safety to an owner.' })
export class HandedOverFollowUpInput extends ChangedFollowUpInput {
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A discipline id of the catalogue.' }) pool?: string | null;
}

@InputType({ description: 'Up to 500 follow-ups of one person, each to somebody of its own.' })
export class HandOverFollowUpsInput implements HandOverFollowUps {
  @Field(() => ID, { description: 'Made by the client: the same batch again is answered again, and goes on where it was interrupted.' }) batchId!: string;
  @Field(() => ID, { description: 'Whose they are; of another owner’s none is taken.' }) fromPersonId!: string;
  @Field(() => [HandedOverFollowUpInput]) items!: HandedOverFollowUpInput[];
}

@InputType({ description: 'Each with the revision that its hand-over made; what that wrote must still stand.' })
export class UndoHandOverInput implements FollowUpBatchInput<FollowUpOfBatch> {
  @Field(() => ID) batchId!: string;
  @Field(() => [ChangedFollowUpInput]) items!: ChangedFollowUpInput[];
}
