// The light entry `@plexus/catalogue/labels`: names for screens, without courses, evidence, rules or instructions.
import { planActivityById } from './plan-activities.ts';
import { treatmentLabelById } from './treatments/treatment-labels.ts';
import type { ActivityKind } from './vocabulary.ts';

export {
  type BodyPlace,
  bodyPlaceById,
  bodyPlaces,
  type BodySite,
  bodySiteById,
  type BodySiteId,
  bodySites,
  PAIN_REGIONS,
  type PainArea,
  type PainAreaId,
  painAreas,
  type PainRegion,
  type Side,
} from './body-sites.ts';
export {
  type ColumnGroup,
  columnById,
  type ColumnId,
  columnOfCategory,
  columnOfDiscipline,
  columns,
  type Discipline,
  disciplineById,
  type DisciplineId,
  disciplines,
} from './disciplines.ts';
export { type ConsentKind, type ConsentKindId, consentKindById, consentKinds, PEER_MENTOR_CONSENT } from './consent-kinds.ts';
export { type ImplantedDevice, type ImplantedDeviceId, implantedDeviceById, implantedDevices } from './implanted-devices.ts';
export { type PlanActivity, type PlanActivityId, planActivities, planActivityById } from './plan-activities.ts';
export { type Problem, problemById, type ProblemId, problems } from './problems.ts';
export { RED_FLAG_FORM, type RedFlag, redFlagById, type RedFlagGroup, redFlagGroups, redFlags } from './red-flags.ts';
export { type RiskFactor, riskFactorById, riskFactors } from './risk-factors.ts';
export { SYMPTOM_PATTERNS, type Symptom, symptomById, type SymptomPattern, symptoms } from './symptoms.ts';
export { type TreatmentId, treatmentLabelById, treatmentLabels } from './treatments/treatment-labels.ts';
export type { TreatmentLabel } from './treatments/treatment.ts';
export {
  ACTIVITY_KINDS,
  type ActivityKind,
  DOSE_UNITS,
  type DoseUnit,
  TREATMENT_CATEGORIES,
  type TreatmentCategory,
} from './vocabulary.ts';

/** Name and kind of a treatment or plan activity; undefined for an id that is not in the catalogue. */
export const catalogueItemLabelById = (id: string): { readonly name: string; readonly kind: ActivityKind } | undefined =>
  treatmentLabelById(id) ?? planActivityById(id);
