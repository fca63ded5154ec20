import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ALLERGY_SEVERITIES, ALLERGY_STATUSES, type AllergySeverity, type AllergyStatus, CONTACT_KINDS, type ContactKind, type Day, PROBLEM_STATUSES, type ProblemStatus, SEXES, type Sex } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { DUPLICATE_KINDS, type DuplicateKind, type LikelyDuplicate } from '../application/duplicates.queries.ts';
import type { AllergyView, ContactView, PatientView, ProblemView } from '../application/patient.queries.ts';

export const SexEnum = publishEnum('Sex', SEXES);
export const AllergyStatusEnum = publishEnum('AllergyStatus', [...ALLERGY_STATUSES, 'not-shown']);
export const AllergySeverityEnum = publishEnum('AllergySeverity', ALLERGY_SEVERITIES);
export const ProblemStatusEnum = publishEnum('ProblemStatus', PROBLEM_STATUSES);
export const ContactKindEnum = publishEnum('ContactKind', CONTACT_KINDS);
const DuplicateKindEnum = publishEnum('DuplicateKind', DUPLICATE_KINDS);

@ObjectType('ContactDetails')
export class ContactDetailsType {
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
}

@ObjectType('Allergy')
export class AllergyType implements AllergyView {
  @Field(() => ID) id!: string;
  @Field() substance!: string;
  @Field(() => String, { nullable: true }) reaction!: string | null;
  @Field(() => AllergySeverityEnum) severity!: AllergySeverity;
  @Field(() => DateScalar) recordedOn!: Day;
}

@ObjectType('Problem')
export class ProblemType implements ProblemView {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A problem id of the catalogue.' }) catalogueId!: string;
  @Field() name!: string;
  @Field(() => DateScalar, { nullable: true }) since!: Day | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => ProblemStatusEnum) status!: ProblemStatus;
}

@ObjectType('Contact', { description: 'One encounter: a visit, a call, a message or a conference.' })
export class ContactType implements Omit<ContactView, 'openedById'> {
  @Field(() => ID) id!: string;
  @Field(() => ContactKindEnum) kind!: ContactKind;
  /** Published as `openedBy`. */
  openedById!: string;
  @Field(() => DateTimeScalar) openedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) closedAt!: Date | null;
}

@ObjectType('Patient')
export class PatientType implements PatientView {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The number of the newest change of this patient’s record.' }) revision!: number;
  @Field(() => Int, { description: 'How often the plan itself was changed.' }) planVersion!: number;
  @Field() mrn!: string;
  @Field() givenName!: string;
  @Field() familyName!: string;
  @Field(() => String, { nullable: true, description: 'The name the patient wants to be called by.' }) preferredName!: string | null;
  @Field(() => DateScalar) birthDate!: Day;
  @Field(() => Int, { description: 'Completed years on the organization’s day.' }) age!: number;
  @Field(() => SexEnum) sex!: Sex;
  @Field(() => String, { nullable: true }) pronouns!: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47.' }) language!: string | null;
  @Field() interpreterNeeded!: boolean;
  @Field(() => String, { nullable: true }) accessNeeds!: string | null;
}

export const PatientResult = createUnionType({
  name: 'PatientResult',
  types: () => [PatientType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('Patient'),
});

@ObjectType('LikelyDuplicate')
export class LikelyDuplicateType implements LikelyDuplicate {
  @Field(() => ID, { nullable: true, description: 'Null when the viewer may not know that patient: only that there is one.' }) patientId!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) mrn!: string | null;
  @Field(() => DateScalar, { nullable: true }) birthDate!: Day | null;
  @Field(() => DuplicateKindEnum) kind!: DuplicateKind;
}
export type AllergyStatusShown = AllergyStatus | 'not-shown';
