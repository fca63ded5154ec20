import { type HoldSchedule, holdSchedules, type ProcedureBleedingClass, procedureBleedingClasses } from './bleeding-risk.ts';
import { type BodySite, bodySites, type PainArea, painAreas } from './body-sites.ts';
import { type ConsentKind, consentKinds } from './consent-kinds.ts';
import { type CrisisLine, crisisLine } from './crisis-line.ts';
import { type ColumnGroup, columns, type Discipline, disciplines } from './disciplines.ts';
import { type DrugClass, drugClasses } from './drug-classes.ts';
import type { Exercise, ExercisePrinciple } from './exercises/exercise.ts';
import { exerciseInstructions } from './exercises/exercise-instructions.ts';
import { exercisePolicy } from './exercises/exercise-policy.ts';
import { exercises } from './exercises/exercises.ts';
import { type ImplantedDevice, implantedDevices } from './implanted-devices.ts';
import { type MeasureForm, measureForms } from './measures/measure-items.ts';
import type { Measure } from './measures/measure.ts';
import { measures } from './measures/measures.ts';
import { type NamedSubstance, namedSubstances } from './named-substances.ts';
import { type PlanActivity, planActivities } from './plan-activities.ts';
import type { PlanTemplate } from './plan-template.ts';
import { planTemplates } from './plan-templates.ts';
import { type Problem, problems } from './problems.ts';
import { type RedFlagGroup, redFlagGroups } from './red-flags.ts';
import { type RiskFactor, riskFactors } from './risk-factors.ts';
import type { Rule } from './rules/rule.ts';
import { rules } from './rules/rules.ts';
import { type Source, sources } from './sources.ts';
import { type Symptom, symptoms } from './symptoms.ts';
import type { Treatment } from './treatments/treatment.ts';
import { treatments } from './treatments/treatments.ts';

/** Everything the catalogue holds, in one value, so that it can be checked as a whole. */
export interface Catalogue {
  readonly sources: readonly Source[];
  readonly bodySites: readonly BodySite[];
  readonly painAreas: readonly PainArea[];
  readonly disciplines: readonly Discipline[];
  readonly columns: readonly ColumnGroup[];
  readonly problems: readonly Problem[];
  readonly symptoms: readonly Symptom[];
  readonly riskFactors: readonly RiskFactor[];
  readonly redFlagGroups: readonly RedFlagGroup[];
  readonly implantedDevices: readonly ImplantedDevice[];
  readonly consentKinds: readonly ConsentKind[];
  readonly treatments: readonly Treatment[];
  readonly planActivities: readonly PlanActivity[];
  readonly planTemplates: readonly PlanTemplate[];
  readonly exercises: readonly Exercise[];
  readonly exerciseInstructions: Readonly<Record<string, string>>;
  readonly exercisePolicy: readonly ExercisePrinciple[];
  readonly measures: readonly Measure[];
  readonly measureForms: Readonly<Record<string, MeasureForm>>;
  readonly rules: readonly Rule[];
  readonly crisisLine: CrisisLine;
  readonly drugClasses: readonly DrugClass[];
  readonly namedSubstances: readonly NamedSubstance[];
  readonly procedureBleedingClasses: readonly ProcedureBleedingClass[];
  readonly holdSchedules: readonly HoldSchedule[];
}

export const catalogue: Catalogue = {
  sources,
  bodySites,
  painAreas,
  disciplines,
  columns,
  problems,
  symptoms,
  riskFactors,
  redFlagGroups,
  implantedDevices,
  consentKinds,
  treatments,
  planActivities,
  planTemplates,
  exercises,
  exerciseInstructions,
  exercisePolicy,
  measures,
  measureForms: measureForms as Readonly<Record<string, MeasureForm>>,
  rules,
  crisisLine,
  drugClasses,
  namedSubstances,
  procedureBleedingClasses,
  holdSchedules,
};
