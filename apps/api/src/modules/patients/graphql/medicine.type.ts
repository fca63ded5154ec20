import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  type Day, MEDICINE_KINDS, MEDICINE_ROUTES, MEDICINE_SOURCES, MEDICINE_UNITS, type MedicineKind, type MedicineRoute, type MedicineSource, type MedicineUnit,
  RECONCILIATION_STATES, type ReconciliationState, SUBSTANCE_ANSWERS, type SubstanceAnswer,
} from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { MedicineView, NamedSubstanceView } from '../application/medicine.queries.ts';

export const MedicineUnitEnum = publishEnum('MedicineUnit', MEDICINE_UNITS);
export const MedicineRouteEnum = publishEnum('MedicineRoute', MEDICINE_ROUTES);
export const MedicineKindEnum = publishEnum('MedicineKind', MEDICINE_KINDS);
export const MedicineSourceEnum = publishEnum('MedicineSource', MEDICINE_SOURCES, 'Who said that it is taken.');
const MedicineStatusEnum = publishEnum('MedicineStatus', ['active', 'stopped']);
export const SubstanceAnswerEnum = publishEnum('SubstanceAnswer', SUBSTANCE_ANSWERS);
const ReconciliationStateEnum = publishEnum('ReconciliationState', RECONCILIATION_STATES);

@ObjectType('Medicine', { description: 'What the patient takes, as far as this record knows: a plan record, not a prescription.' })
export class MedicineType implements MedicineView {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The revision that last wrote it.' }) revision!: number;
  @Field({ description: 'A generic name of the catalogue, or as it was written.' }) drug!: string;
  @Field(() => [String], { description: 'Drug classes of the catalogue; empty: the drug rules have not checked it.' }) classes!: readonly string[];
  @Field() isOpioid!: boolean;
  @Field(() => Float, { nullable: true }) doseAmount!: number | null;
  @Field(() => MedicineUnitEnum, { nullable: true }) doseUnit!: MedicineUnit | null;
  @Field(() => MedicineRouteEnum, { nullable: true }) route!: MedicineRoute | null;
  @Field(() => Int, { nullable: true, description: 'When it is taken as needed: at most so often.' }) timesPerDay!: number | null;
  @Field() asNeeded!: boolean;
  @Field(() => DateScalar, { nullable: true }) since!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day: planned, or of a stopped one real.' }) until!: Day | null;
  @Field(() => MedicineKindEnum) kind!: MedicineKind;
  @Field(() => MedicineSourceEnum) source!: MedicineSource;
  @Field(() => String, { nullable: true }) prescriber!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of an opioid: when the prescription monitoring programme was looked up.' }) monitoringCheckedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of an opioid: when the agreement with the patient was made.' }) agreementOn!: Day | null;
  @Field(() => Boolean, { nullable: true, description: 'Of an opioid: whether naloxone is at home.' }) hasNaloxone!: boolean | null;
  @Field(() => Float, { nullable: true, description: 'Of an opioid: oral morphine equivalent in mg a day, as it was entered. Never computed.' }) morphineEquivalent!: number | null;
  @Field(() => String, { nullable: true }) morphineEquivalentSource!: string | null;
  @Field(() => MedicineStatusEnum) status!: MedicineView['status'];
}

@ObjectType('NamedSubstance', { description: 'A substance that was asked about by its name. One that is not listed was not asked.' })
export class NamedSubstanceType implements Omit<NamedSubstanceView, 'answeredById'> {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A named substance of the catalogue.' }) substance!: string;
  @Field(() => SubstanceAnswerEnum) answer!: SubstanceAnswer;
  @Field(() => DateScalar) answeredOn!: Day;
  /** Published as `answeredBy`. */
  answeredById!: string;
}

@ObjectType('Reconciliation', { description: 'Whether the list of medicines, the plan’s among them, was gone through lately. Everything but CURRENT: interactions are not checked.' })
export class ReconciliationType {
  @Field(() => ReconciliationStateEnum) state!: ReconciliationState;
  @Field(() => DateScalar, { nullable: true, description: 'When somebody last did; null: never.' }) on!: Day | null;
  /** Published as `by`. */
  byId!: string | null;
}
