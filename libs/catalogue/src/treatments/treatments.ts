import { adaptiveDevices } from './adaptive-devices.ts';
import { complementaryTherapies } from './complementary.ts';
import { educationAndSupport } from './education-and-support.ts';
import { infusions } from './infusions.ts';
import { interventionalProcedures } from './interventional-procedures.ts';
import { lifestyle } from './lifestyle.ts';
import { medications } from './medications.ts';
import { neuromodulation } from './neuromodulation.ts';
import { physicalTherapyAndExercise } from './physical-therapy-and-exercise.ts';
import { psychologicalTherapies } from './psychological.ts';
import { surgery } from './surgery.ts';
import type { Treatment, TreatmentDetail } from './treatment.ts';
import { type TreatmentId, treatmentLabels } from './treatment-labels.ts';

const details: Readonly<Record<TreatmentId, TreatmentDetail>> = {
  ...medications,
  ...physicalTherapyAndExercise,
  ...psychologicalTherapies,
  ...lifestyle,
  ...complementaryTherapies,
  ...interventionalProcedures,
  ...infusions,
  ...neuromodulation,
  ...surgery,
  ...educationAndSupport,
  ...adaptiveDevices,
};

/** All treatments, in the order of their categories. */
export const treatments: readonly Treatment[] = treatmentLabels.map((label) => ({ ...label, ...details[label.id] }));

const treatmentsById = new Map<string, Treatment>(treatments.map((treatment) => [treatment.id, treatment]));

/** Undefined for an id that is not in the catalogue. */
export const treatmentById = (id: string): Treatment | undefined => treatmentsById.get(id);
