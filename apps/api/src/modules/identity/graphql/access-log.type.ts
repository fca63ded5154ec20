import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ACCESS_ACTIONS, type AccessAction, REACHES, type Reach } from '@plexus/domain';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { AccessLogView } from '../application/access-log.queries.ts';

export const AccessActionEnum = publishEnum('AccessAction', ACCESS_ACTIONS);
export const ReachEnum = publishEnum('Reach', REACHES);

@ObjectType('AccessLogEntry')
export class AccessLogEntryType implements Omit<AccessLogView, 'personId'> {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) at!: Date;
  /** Published as `person`. */
  personId!: string;
  @Field() patientName!: string;
  @Field() patientMrn!: string;
  @Field(() => AccessActionEnum) action!: AccessAction;
  @Field(() => ReachEnum, { nullable: true }) through!: Reach | null;
}

export const AccessLogConnection = connectionOf('AccessLog', () => AccessLogEntryType);
