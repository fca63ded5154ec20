import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RED_FLAG_RESULTS, type RedFlagResult, SIDES, type Side } from '@plexus/catalogue';
import { type Day, RED_FLAG_ANSWERS, RED_FLAG_DECISIONS, type RedFlagDecision } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { PatternView, PlaceView, RedFlagAnswerView, RedFlagScreenView, RiskFactorView, SymptomView } from '../application/background.queries.ts';

export const SideEnum = publishEnum('Side', SIDES);
export const RedFlagAnswerEnum = publishEnum('RedFlagAnswerValue', RED_FLAG_ANSWERS);
export const RedFlagDecisionEnum = publishEnum('RedFlagDecision', RED_FLAG_DECISIONS);
const RedFlagResultEnum = publishEnum('RedFlagResult', RED_FLAG_RESULTS, 'The gravest of what was answered with yes.');

@ObjectType('BodyPlace', { description: 'A body site on its side: one region of the body map.' })
export class BodyPlaceType implements PlaceView {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => ID) site!: string;
  @Field(() => SideEnum, { nullable: true, description: 'Null where the site has no left and right.' }) side!: Side | null;
}

@ObjectType('SymptomPattern')
export class SymptomPatternType implements PatternView {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType('Symptom')
export class SymptomType implements SymptomView {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'A symptom id of the catalogue; null when it is said in words.' }) code!: string | null;
  @Field() name!: string;
  @Field(() => [BodyPlaceType]) places!: BodyPlaceType[];
  @Field(() => [SymptomPatternType]) patterns!: SymptomPatternType[];
  @Field(() => String, { nullable: true }) patternWords!: string | null;
  @Field(() => Int, { nullable: true, description: '0 to 10; null when it was not asked.' }) severity!: number | null;
  @Field(() => DateScalar, { nullable: true }) since!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Since when it is over.' }) resolvedOn!: Day | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType('RiskFactor')
export class RiskFactorType implements RiskFactorView {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'A risk factor id of the catalogue; null when it is said in words.' }) code!: string | null;
  @Field() name!: string;
  @Field(() => DateScalar, { nullable: true }) since!: Day | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType('RedFlagAnswer')
export class RedFlagAnswerType implements RedFlagAnswerView {
  @Field(() => ID, { description: 'A question id of the catalogue.' }) item!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true, description: 'What was found; of a yes.' }) detail!: string | null;
  @Field(() => RedFlagResultEnum, { description: 'What a yes to it alone comes to.' }) result!: RedFlagResult;
}

@ObjectType('RedFlagScreen', { description: 'A signed answer sheet. It never changes; a wrong one is entered in error.' })
export class RedFlagScreenType implements RedFlagScreenView {
  @Field(() => ID) id!: string;
  /** Published as `signedBy`. */
  signedById!: string;
  @Field(() => DateTimeScalar) signedAt!: Date;
  @Field(() => DateScalar) signedOn!: Day;
  @Field(() => RedFlagResultEnum) result!: RedFlagResult;
  @Field({ description: 'More than 180 days old: to be repeated at the next visit (SAF-08).' }) repeatDue!: boolean;
  @Field(() => [RedFlagAnswerType]) yes!: RedFlagAnswerType[];
  @Field(() => [RedFlagAnswerType]) no!: RedFlagAnswerType[];
  @Field(() => [RedFlagAnswerType]) notAsked!: RedFlagAnswerType[];
  @Field(() => RedFlagDecisionEnum, { nullable: true }) decision!: RedFlagDecision | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
  /** Published as `decidedBy`. */
  decidedById!: string | null;
}
