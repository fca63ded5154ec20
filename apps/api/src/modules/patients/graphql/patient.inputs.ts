import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { AllergySeverity, AllergyStatus, ContactKind, Day, Sex } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { AllergySeverityEnum, AllergyStatusEnum, ContactKindEnum, SexEnum } from './patient.type.ts';

/** What every command about an existing patient carries. Absent = leave, null = clear. */
@InputType({ isAbstract: true })
export abstract class PatientCommandInput {
  @Field(() => ID, { description: 'A UUID made by the client; the same again is answered again, never done again.' }) commandId!: string;
  @Field(() => ID) patientId!: string;
  @Field(() => Int, { description: 'The revision of the record that the author saw.' }) baseRevision!: number;
}

@InputType({ isAbstract: true })
export abstract class CommandInContactInput extends PatientCommandInput {
  @Field(() => ID, { nullable: true, description: 'The contact in which it is done.' }) contactId?: string | null;
}

@InputType()
export class LikelyDuplicatesInput {
  @Field() givenName!: string;
  @Field() familyName!: string;
  @Field(() => DateScalar, { nullable: true }) birthDate?: Day | null;
  @Field(() => String, { nullable: true }) mrn?: string | null;
}

@InputType()
export class AddPatientInput {
  @Field(() => ID) commandId!: string;
  @Field() mrn!: string;
  @Field() givenName!: string;
  @Field() familyName!: string;
  @Field(() => String, { nullable: true }) preferredName?: string | null;
  @Field(() => DateScalar) birthDate!: Day;
  @Field(() => SexEnum) sex!: Sex;
  @Field(() => String, { nullable: true }) pronouns?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) address?: string | null;
  @Field(() => String, { nullable: true }) language?: string | null;
  @Field(() => Boolean, { nullable: true }) interpreterNeeded?: boolean;
  @Field(() => String, { nullable: true }) accessNeeds?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Problem ids of the catalogue.' }) problems?: string[] | null;
}

@InputType()
export class EditPatientInput extends CommandInContactInput {
  @Field(() => String, { nullable: true }) mrn?: string | null;
  @Field(() => String, { nullable: true }) givenName?: string | null;
  @Field(() => String, { nullable: true }) familyName?: string | null;
  @Field(() => String, { nullable: true }) preferredName?: string | null;
  @Field(() => DateScalar, { nullable: true }) birthDate?: Day | null;
  @Field(() => SexEnum, { nullable: true }) sex?: Sex | null;
  @Field(() => String, { nullable: true }) pronouns?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) address?: string | null;
  @Field(() => String, { nullable: true }) language?: string | null;
  @Field(() => Boolean, { nullable: true }) interpreterNeeded?: boolean | null;
  @Field(() => String, { nullable: true }) accessNeeds?: string | null;
}

@InputType()
export class AddProblemInput extends CommandInContactInput {
  @Field(() => ID) catalogueId!: string;
  @Field(() => DateScalar, { nullable: true }) since?: Day | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ResolveProblemInput extends CommandInContactInput {
  @Field(() => ID) problemId!: string;
  @Field() reason!: string;
}

@InputType()
export class RecordAllergyInput extends CommandInContactInput {
  @Field() substance!: string;
  @Field(() => String, { nullable: true }) reaction?: string | null;
  @Field(() => AllergySeverityEnum) severity!: AllergySeverity;
}

@InputType()
export class RemoveAllergyInput extends CommandInContactInput {
  @Field(() => ID) allergyId!: string;
  @Field() reason!: string;
}

@InputType({ description: 'NONE_KNOWN or NOT_ASKED, while no allergy is recorded.' })
export class SetAllergyStatusInput extends CommandInContactInput {
  @Field(() => AllergyStatusEnum) status!: AllergyStatus;
}

@InputType()
export class OpenContactInput extends PatientCommandInput {
  @Field(() => ContactKindEnum) kind!: ContactKind;
}

@InputType()
export class CloseContactInput extends PatientCommandInput {
  @Field(() => ID) contactId!: string;
}
