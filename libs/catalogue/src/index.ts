import { checkCatalogue } from './check-catalogue.ts';

export * from './bleeding-risk.ts';
export * from './body-sites.ts';
export * from './catalogue-items.ts';
export * from './catalogue.ts';
export * from './check-catalogue.ts';
export * from './consent-kinds.ts';
export * from './disciplines.ts';
export * from './drug-classes.ts';
export * from './exercises/exercise-instructions.ts';
export * from './exercises/exercise-policy.ts';
export * from './exercises/exercise.ts';
export * from './exercises/exercises.ts';
export * from './implanted-devices.ts';
export { catalogueItemLabelById } from './labels.ts';
export * from './measures/measure-items.ts';
export * from './measures/measure.ts';
export * from './measures/measures.ts';
export * from './plan-activities.ts';
export * from './problems.ts';
export * from './provenance.ts';
export * from './rules/rule-policy.ts';
export * from './rules/rule.ts';
export * from './rules/rules.ts';
export * from './sources.ts';
export * from './treatments/treatment-labels.ts';
export type { Course, Evidence, PlanItem, Treatment, TreatmentDetail, TreatmentLabel } from './treatments/treatment.ts';
export * from './treatments/treatments.ts';
export * from './vocabulary.ts';

// A reference that leads nowhere stops the program at the start, not in front of a patient.
checkCatalogue();
