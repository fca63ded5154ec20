import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { OrganizationRole } from '@plexus/domain';
import { OrganizationRoleEnum } from './person.type.ts';

@InputType()
export class SignInInput {
  @Field() email!: string;
  @Field() password!: string;
}

@InputType()
export class UnlockSessionInput {
  @Field() password!: string;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID) sessionId!: string;
}

@InputType()
export class RequestPasswordResetInput {
  @Field() email!: string;
}

@InputType()
export class SetPasswordInput {
  @Field() token!: string;
  @Field() password!: string;
}

@InputType()
export class InvitePersonInput {
  @Field(() => ID) commandId!: string;
  @Field() name!: string;
  @Field() email!: string;
  @Field(() => ID, { nullable: true }) discipline?: string | null;
  @Field(() => [OrganizationRoleEnum]) roles!: OrganizationRole[];
}

@InputType()
export class EditPersonInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) personId!: string;
  @Field(() => Int, { description: 'The version that the author saw.' }) baseVersion!: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => ID, { nullable: true }) discipline?: string | null;
  @Field(() => [OrganizationRoleEnum], { nullable: true }) roles?: OrganizationRole[];
}

@InputType()
export class ChangePersonStatusInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) personId!: string;
  @Field(() => Int) baseVersion!: number;
  @Field() reason!: string;
}
