import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { Day, MedicineKind, MedicineRoute, MedicineSource, MedicineUnit, SubstanceAnswer } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { MedicineKindEnum, MedicineRouteEnum, MedicineSourceEnum, MedicineUnitEnum, SubstanceAnswerEnum } from './medicine.type.ts';
import { CommandInContactInput } from './patient.inputs.ts';

/** What may be left out of a medicine, because nobody has said it yet. */
@InputType({ isAbstract: true })
abstract class MedicineFieldsInput extends CommandInContactInput {
  @Field(() => Float, { nullable: true }) doseAmount?: number | null;
  @Field(() => MedicineUnitEnum, { nullable: true }) doseUnit?: MedicineUnit | null;
  @Field(() => MedicineRouteEnum, { nullable: true }) route?: MedicineRoute | null;
  @Field(() => Int, { nullable: true }) timesPerDay?: number | null;
  @Field(() => Boolean, { nullable: true }) asNeeded?: boolean | null;
  @Field(() => DateScalar, { nullable: true }) since?: Day | null;
  @Field(() => DateScalar, { nullable: true }) until?: Day | null;
  @Field(() => String, { nullable: true }) prescriber?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => DateScalar, { nullable: true }) monitoringCheckedOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) agreementOn?: Day | null;
  @Field(() => Boolean, { nullable: true }) hasNaloxone?: boolean | null;
  @Field(() => Float, { nullable: true }) morphineEquivalent?: number | null;
  @Field(() => String, { nullable: true }) morphineEquivalentSource?: string | null;
}

@InputType()
export class AddMedicineInput extends MedicineFieldsInput {
  @Field() drug!: string;
  @Field(() => MedicineKindEnum) kind!: MedicineKind;
  @Field(() => MedicineSourceEnum) source!: MedicineSource;
}

@InputType()
export class EditMedicineInput extends MedicineFieldsInput {
  @Field(() => ID) medicineId!: string;
  @Field(() => String, { nullable: true }) drug?: string | null;
  @Field(() => MedicineKindEnum, { nullable: true }) kind?: MedicineKind | null;
  @Field(() => MedicineSourceEnum, { nullable: true }) source?: MedicineSource | null;
  @Field(() => String, { nullable: true, description: 'Why it is changed now.' }) changeReason?: string | null;
}

@InputType()
export class StopMedicineInput extends CommandInContactInput {
  @Field(() => ID) medicineId!: string;
  @Field(() => DateScalar, { description: 'The last day on which it was taken.' }) until!: Day;
  @Field() reason!: string;
}

@InputType()
export class MarkMedicineInErrorInput extends CommandInContactInput {
  @Field(() => ID) medicineId!: string;
  @Field() reason!: string;
}

@InputType()
export class SeenMedicineInput {
  @Field(() => ID) medicineId!: string;
  @Field(() => Int) revision!: number;
}

@InputType({ description: 'Every medicine that is taken, as it was seen: one that is different now is a conflict.' })
export class ReconcileMedicinesInput extends CommandInContactInput {
  @Field(() => [SeenMedicineInput]) seen!: SeenMedicineInput[];
}

@InputType()
export class AnswerNamedSubstanceInput extends CommandInContactInput {
  @Field(() => ID, { description: 'A named substance of the catalogue.' }) substance!: string;
  @Field(() => SubstanceAnswerEnum) answer!: SubstanceAnswer;
}
