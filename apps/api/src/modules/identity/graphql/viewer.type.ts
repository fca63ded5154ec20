import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ORGANIZATION_ACTIONS, type OrganizationAction, type Day } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { RuleViolationType } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PersonType } from './person.type.ts';

/** `patient:add` is published as PATIENT_ADD. */
export const OrganizationActionEnum = publishEnum('OrganizationAction', ORGANIZATION_ACTIONS.map((action) => action.replace(':', '-')));
export const publishAction = (action: OrganizationAction): string => action.replace(':', '-');

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() timeZone!: string;
  @Field(() => DateScalar, { description: 'The organization’s day.' }) today!: Day;
}

@ObjectType('Session')
export class SessionType {
  @Field(() => ID) id!: string;
  @Field() isCurrent!: boolean;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar) lastActiveAt!: Date;
  @Field(() => DateTimeScalar) expiresAt!: Date;
  @Field(() => Int, { description: 'After so many seconds without activity the session locks.' }) idleSeconds!: number;
  @Field({ description: 'Browser and system in words: Chrome on Linux.' }) device!: string;
  @Field() address!: string;
}

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => PersonType) person!: PersonType;
  @Field(() => OrganizationType) organization!: OrganizationType;
  @Field(() => SessionType) session!: SessionType;
  @Field(() => [OrganizationActionEnum], { description: 'What this person may do in the organization, whoever the patient is.' }) may!: string[];
}

@ObjectType('SignInRefused', { description: 'The same for an unknown account and a wrong password.' })
export class SignInRefusedType {
  @Field() message!: string;
  @Field(() => Int, { nullable: true }) retryAfterSeconds!: number | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [ViewerType, SignInRefusedType] as const,
  resolveType: (value: object) => ('message' in value ? 'SignInRefused' : 'Viewer'),
});

@ObjectType('PasswordChanged')
export class PasswordChangedType {
  @Field() email!: string;
}

export const PasswordResult = createUnionType({
  name: 'PasswordResult',
  types: () => [PasswordChangedType, RuleViolationType] as const,
  resolveType: (value: object) => ('violations' in value ? 'RuleViolation' : 'PasswordChanged'),
});
