import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Side } from '@plexus/catalogue';
import type { Day, RedFlagAnswer, RedFlagDecision } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { RedFlagAnswerEnum, RedFlagDecisionEnum, SideEnum } from './background.type.ts';
import { CommandInContactInput } from './patient.inputs.ts';

@InputType()
export class BodyPlaceInput {
  @Field(() => ID, { description: 'A body site id of the catalogue.' }) site!: string;
  @Field(() => SideEnum, { nullable: true, description: 'Exactly where the site has a left and a right.' }) side?: Side | null;
}

@InputType({ description: 'Named by `code` or by `words`, not by both.' })
export class RecordSymptomInput extends CommandInContactInput {
  @Field(() => ID, { nullable: true, description: 'A symptom id of the catalogue.' }) code?: string | null;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => [BodyPlaceInput], { nullable: true }) places?: BodyPlaceInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'Pattern ids of the catalogue.' }) patterns?: string[] | null;
  @Field(() => String, { nullable: true }) patternWords?: string | null;
  @Field(() => Int, { nullable: true, description: '0 to 10.' }) severity?: number | null;
  @Field(() => DateScalar, { nullable: true }) since?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Since when it is over.' }) resolvedOn?: Day | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class EditSymptomInput extends RecordSymptomInput {
  @Field(() => ID) symptomId!: string;
}

@InputType()
export class RemoveSymptomInput extends CommandInContactInput {
  @Field(() => ID) symptomId!: string;
  @Field() reason!: string;
}

@InputType({ description: 'Named by `code` or by `words`, not by both.' })
export class AddRiskFactorInput extends CommandInContactInput {
  @Field(() => ID, { nullable: true, description: 'A risk factor id of the catalogue.' }) code?: string | null;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => DateScalar, { nullable: true }) since?: Day | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class EditRiskFactorInput extends CommandInContactInput {
  @Field(() => ID) riskFactorId!: string;
  @Field(() => DateScalar, { nullable: true }) since?: Day | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class RemoveRiskFactorInput extends CommandInContactInput {
  @Field(() => ID) riskFactorId!: string;
  @Field() reason!: string;
}

@InputType()
export class RedFlagAnswerInput {
  @Field(() => ID, { description: 'A question id of the catalogue.' }) item!: string;
  @Field(() => RedFlagAnswerEnum) answer!: RedFlagAnswer;
  @Field(() => String, { nullable: true, description: 'What was found; of a yes, and of nothing else.' }) detail?: string | null;
}

@InputType({ description: 'Every question of the form, once. Who signs is who sends it.' })
export class SignRedFlagScreenInput extends CommandInContactInput {
  @Field(() => Int, { description: 'The edition of the form that was answered.' }) form!: number;
  @Field(() => [RedFlagAnswerInput]) answers!: RedFlagAnswerInput[];
}

@InputType()
export class DecideOnRedFlagScreenInput extends CommandInContactInput {
  @Field(() => ID) screenId!: string;
  @Field(() => RedFlagDecisionEnum) decision!: RedFlagDecision;
  @Field() reason!: string;
}

@InputType()
export class RemoveRedFlagScreenInput extends CommandInContactInput {
  @Field(() => ID) screenId!: string;
  @Field() reason!: string;
}
