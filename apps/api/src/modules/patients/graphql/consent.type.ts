import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CONSENT_FORMS, CONSENT_STATES, CONSENT_VOICES, type ConsentForm, type ConsentState, type ConsentVoice, type Day } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { ConsentView } from '../application/consent.queries.ts';
import { CommandInContactInput } from './patient.inputs.ts';

const ConsentStateEnum = publishEnum('ConsentState', CONSENT_STATES, 'On the organization’s day.');
const ConsentVoiceEnum = publishEnum('ConsentVoice', CONSENT_VOICES);
const ConsentFormEnum = publishEnum('ConsentForm', CONSENT_FORMS);

@ObjectType('Consent', { description: 'What the patient agreed to, or took back.' })
export class ConsentType implements ConsentView {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A kind of consent of the catalogue.' }) kind!: string;
  @Field() name!: string;
  @Field(() => ConsentStateEnum) state!: ConsentState;
  @Field(() => String, { nullable: true, description: 'The relative, friend or clinic that it is about.' }) partyName!: string | null;
  @Field(() => String, { nullable: true }) partyRelation!: string | null;
  @Field(() => String, { nullable: true }) scope!: string | null;
  @Field(() => DateScalar) givenOn!: Day;
  @Field(() => ConsentVoiceEnum) givenBy!: ConsentVoice;
  @Field(() => String, { nullable: true }) representative!: string | null;
  @Field(() => ConsentFormEnum) how!: ConsentForm;
  @Field(() => DateScalar) validFrom!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'The last day, inclusive; null: until it is withdrawn.' }) validTo!: Day | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DateScalar, { nullable: true }) withdrawnOn!: Day | null;
  @Field(() => ConsentVoiceEnum, { nullable: true }) withdrawnBy!: ConsentVoice | null;
  @Field(() => String, { nullable: true }) withdrawnRepresentative!: string | null;
  @Field(() => ConsentFormEnum, { nullable: true }) withdrawnHow!: ConsentForm | null;
}

@InputType({ isAbstract: true })
abstract class ConsentTextsInput extends CommandInContactInput {
  @Field(() => String, { nullable: true }) partyName?: string | null;
  @Field(() => String, { nullable: true }) partyRelation?: string | null;
  @Field(() => String, { nullable: true }) scope?: string | null;
  @Field(() => String, { nullable: true, description: 'Required when a REPRESENTATIVE speaks.' }) representative?: string | null;
  @Field(() => DateScalar, { nullable: true }) validTo?: Day | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class RecordConsentInput extends ConsentTextsInput {
  @Field(() => ID, { description: 'A kind of consent of the catalogue.' }) kind!: string;
  @Field(() => DateScalar) givenOn!: Day;
  @Field(() => ConsentVoiceEnum) givenBy!: ConsentVoice;
  @Field(() => ConsentFormEnum) how!: ConsentForm;
  @Field(() => DateScalar) validFrom!: Day;
}

@InputType({ description: 'Absent: leave. Null: clear.' })
export class EditConsentInput extends ConsentTextsInput {
  @Field(() => ID) consentId!: string;
  @Field(() => DateScalar, { nullable: true }) givenOn?: Day | null;
  @Field(() => ConsentVoiceEnum, { nullable: true }) givenBy?: ConsentVoice | null;
  @Field(() => ConsentFormEnum, { nullable: true }) how?: ConsentForm | null;
  @Field(() => DateScalar, { nullable: true }) validFrom?: Day | null;
}

@InputType()
export class WithdrawConsentInput extends CommandInContactInput {
  @Field(() => ID) consentId!: string;
  @Field(() => DateScalar, { description: 'When it was said; it takes effect when it is recorded.' }) withdrawnOn!: Day;
  @Field(() => ConsentVoiceEnum) withdrawnBy!: ConsentVoice;
  @Field(() => String, { nullable: true }) withdrawnRepresentative?: string | null;
  @Field(() => ConsentFormEnum) withdrawnHow!: ConsentForm;
}

@InputType()
export class MarkConsentInErrorInput extends CommandInContactInput {
  @Field(() => ID) consentId!: string;
  @Field() reason!: string;
}
