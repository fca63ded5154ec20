import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DIFFERENCES, type Day, type Difference } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { DifferenceView, ThingDifferenceView } from '../../../platform/records/difference.queries.ts';
import type { Moment, MomentAsked } from '../../../platform/records/moments.ts';
import { ChangeType } from './history.type.ts';

const DifferenceEnum = publishEnum('Difference', DIFFERENCES);

@InputType({ description: 'A moment of a record: a revision, or the end of a day. Exactly one of both.' })
export class MomentInput implements MomentAsked {
  @Field(() => Int, { nullable: true }) revision?: number | null;
  @Field(() => DateScalar, { nullable: true }) day?: Day | null;
}

@ObjectType('Moment')
export class MomentType implements Omit<Moment, 'planVersion'> {
  @Field(() => Int, { description: 'The newest revision at that moment.' }) revision!: number;
  @Field(() => DateTimeScalar, { description: 'When that revision was made.' }) at!: Date;
  @Field(() => DateScalar) day!: Day;
}

@ObjectType('ThingDifference')
export class ThingDifferenceType implements ThingDifferenceView {
  /** For later modules, which say where it stands. */
  patientId!: string;
  @Field() entity!: string;
  @Field(() => ID) entityId!: string;
  @Field({ description: 'What the thing is called now.' }) entityName!: string;
  @Field(() => DifferenceEnum, { description: 'REMOVED: entered in error.' }) difference!: Difference;
  @Field(() => [ChangeType], { description: 'Of each field that is different the value at the first moment and at the second.' }) changes!: ChangeType[];
}

@ObjectType('RecordDifference', { description: 'What is different between two moments of a record, whatever happened in between; only what the viewer may see.' })
export class RecordDifferenceType implements DifferenceView {
  @Field(() => MomentType) from!: Moment;
  @Field(() => MomentType) to!: Moment;
  @Field(() => [ThingDifferenceType]) things!: ThingDifferenceType[];
}
