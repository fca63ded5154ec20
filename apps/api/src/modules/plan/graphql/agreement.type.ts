import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AGREEMENT_ANSWERS, type AgreementAnswer, type Day } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { AgreementView, ChangedPartView, DisciplineAgreementView } from '../application/agreement.queries.ts';

export const AgreementAnswerEnum = publishEnum('AgreementAnswer', AGREEMENT_ANSWERS);

@ObjectType('Agreement', { description: 'What a discipline said of its part in one version of the plan.' })
export class AgreementType implements AgreementView {
  @Field(() => ID) id!: string;
  discipline!: string;
  @Field(() => AgreementAnswerEnum) answer!: AgreementAnswer;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Int) planVersion!: number;
  @Field(() => Int, { description: 'The revision of the record in which it was said.' }) revision!: number;
  @Field(() => DateScalar) answeredOn!: Day;
  /** Published as `person`. */
  personId!: string;
}

@ObjectType('ChangedPart')
export class ChangedPartType implements ChangedPartView {
  @Field({ description: 'goal or activity' }) entity!: 'goal' | 'activity';
  @Field(() => ID) id!: string;
  @Field({ description: 'As it is called now.' }) name!: string;
}

@ObjectType('DisciplineAgreement', { description: 'Whether a discipline of the team stands behind the plan as it is now.' })
export class DisciplineAgreementType implements DisciplineAgreementView {
  @Field(() => ID) discipline!: string;
  @Field({ description: 'It has not answered yet, the review day has come, or a goal or a part of its own was changed by others.' }) isAsked!: boolean;
  @Field({ description: 'The plan’s review day has come and it has not answered since.' }) isReview!: boolean;
  @Field(() => [ChangedPartType], { description: 'What others changed since it answered: goals, and its own parts.' }) changed!: ChangedPartType[];
  @Field(() => AgreementType, { nullable: true, description: 'Its latest answer.' }) last!: AgreementType | null;
}
