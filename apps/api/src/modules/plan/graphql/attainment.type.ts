import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { type AttainmentLevel, type AttainmentScore, type Day, RATERS, type Rater } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { RatingView } from '../application/ratings.queries.ts';

export const RaterEnum = publishEnum('Rater', RATERS);

@ObjectType('GoalRating', { description: 'How far a goal was attained on a day, as somebody judged it.' })
export class GoalRatingType implements RatingView {
  @Field(() => ID) id!: string;
  goalId!: string;
  @Field(() => RaterEnum, { description: 'Whose judgement it is. The patient’s was heard by who recorded it.' }) rater!: Rater;
  @Field(() => Int, { description: 'From −2 to +2.' }) level!: AttainmentLevel;
  @Field({ description: 'What that level said when it was given.' }) words!: string;
  @Field(() => DateScalar) ratedOn!: Day;
  @Field(() => String, { nullable: true }) note!: string | null;
  /** Published as `recordedBy`. */
  recordedById!: string;
}

@ObjectType('AttainmentScore', { description: 'A T-score: 50 is as expected on average.' })
export class AttainmentScoreType implements AttainmentScore {
  @Field(() => Float) value!: number;
  @Field(() => Int, { description: 'From the latest rating of how many goals.' }) goals!: number;
}

@ObjectType('PlanAttainment', { description: 'The T-scores of goals under way and completed, each goal weighing the same.' })
export class PlanAttainmentType {
  @Field(() => AttainmentScoreType, { nullable: true }) clinician!: AttainmentScore | null;
  @Field(() => AttainmentScoreType, { nullable: true }) patient!: AttainmentScore | null;
  @Field({ description: 'Where the method is from.' }) source!: string;
  @Field({ description: 'How far that source was followed back.' }) sourceStatus!: string;
}
