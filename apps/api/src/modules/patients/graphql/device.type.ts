import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { BODY_SIDES, type BodySide, DEVICE_ANSWERS, DEVICE_STATUSES, type Day, type DeviceAnswer, type DeviceStatus, MRI_CONDITIONS, type MriCondition } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { DeviceEffectView, DeviceView } from '../application/device.queries.ts';
import { CommandInContactInput } from './patient.inputs.ts';

export const DeviceAnswerEnum = publishEnum('DeviceAnswer', [...DEVICE_ANSWERS, 'not-shown']);
export type DeviceAnswerShown = DeviceAnswer | 'not-shown';
const DeviceStatusEnum = publishEnum('DeviceStatus', DEVICE_STATUSES);
const BodySideEnum = publishEnum('BodySide', BODY_SIDES);
const MriConditionEnum = publishEnum('MriCondition', MRI_CONDITIONS, 'As printed on the card.');

@ObjectType('DeviceEffect', { description: 'What a device means for a treatment that somebody else gives.' })
export class DeviceEffectType implements DeviceEffectView {
  @Field() treatment!: string;
  @Field() says!: string;
  @Field(() => String, { nullable: true, description: 'The catalogue’s rule that says the same.' }) rule!: string | null;
  @Field(() => [String], { description: 'Titles of its sources.' }) sources!: readonly string[];
}

@ObjectType('Device', { description: 'A device that other treatments must respect.' })
export class DeviceType implements Omit<DeviceView, 'cardSeenById'> {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A device id of the catalogue.' }) kind!: string;
  @Field() name!: string;
  @Field(() => [DeviceEffectType]) effects!: readonly DeviceEffectType[];
  @Field(() => String, { nullable: true }) maker!: string | null;
  @Field(() => String, { nullable: true }) model!: string | null;
  @Field(() => String, { nullable: true, description: 'Serial or lot number.' }) serial!: string | null;
  @Field(() => String, { nullable: true }) site!: string | null;
  @Field(() => BodySideEnum, { nullable: true }) side!: BodySide | null;
  @Field(() => DateScalar, { nullable: true }) implantedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'When somebody of the team saw its card; null: nobody has.' }) cardSeenOn!: Day | null;
  /** Published as `cardSeenBy`. */
  cardSeenById!: string | null;
  @Field(() => MriConditionEnum) mriCondition!: MriCondition;
  @Field(() => String, { nullable: true }) mriTerms!: string | null;
  @Field(() => String, { nullable: true, description: 'The clinic that follows it, and how to reach it.' }) followedBy!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DeviceStatusEnum) status!: DeviceStatus;
  @Field(() => DateScalar, { nullable: true }) removedOn!: Day | null;
  @Field(() => String, { nullable: true }) removedBecause!: string | null;
}

@InputType({ isAbstract: true })
abstract class DeviceGivenInput extends CommandInContactInput {
  @Field(() => String, { nullable: true }) maker?: string | null;
  @Field(() => String, { nullable: true }) model?: string | null;
  @Field(() => String, { nullable: true }) serial?: string | null;
  @Field(() => String, { nullable: true }) site?: string | null;
  @Field(() => BodySideEnum, { nullable: true }) side?: BodySide | null;
  @Field(() => DateScalar, { nullable: true }) implantedOn?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Whoever writes it has seen the card.' }) cardSeenOn?: Day | null;
  @Field(() => MriConditionEnum, { nullable: true }) mriCondition?: MriCondition | null;
  @Field(() => String, { nullable: true, description: 'Required when it is CONDITIONAL.' }) mriTerms?: string | null;
  @Field(() => String, { nullable: true }) followedBy?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class AddDeviceInput extends DeviceGivenInput {
  @Field(() => ID, { description: 'A device id of the catalogue.' }) kind!: string;
}

@InputType({ description: 'Absent: leave. Null: clear.' })
export class EditDeviceInput extends DeviceGivenInput {
  @Field(() => ID) deviceId!: string;
  @Field(() => ID, { nullable: true }) kind?: string | null;
}

@InputType()
export class RemoveDeviceInput extends CommandInContactInput {
  @Field(() => ID) deviceId!: string;
  @Field(() => DateScalar) removedOn!: Day;
  @Field() reason!: string;
}

@InputType()
export class MarkDeviceInErrorInput extends CommandInContactInput {
  @Field(() => ID) deviceId!: string;
  @Field() reason!: string;
}

@InputType({ description: 'NONE or NOT_ASKED, while no implanted device is in place.' })
export class SetDeviceAnswerInput extends CommandInContactInput {
  @Field(() => DeviceAnswerEnum) answer!: DeviceAnswer;
}
