import type { PlanStructure, StructureGoal, StructurePart } from '@plexus/domain';
import type { DisciplineId } from './disciplines.ts';
import type { MeasureId } from './measures/measures.ts';
import type { PlanActivityId } from './plan-activities.ts';
import type { SourceKey } from './sources.ts';
import type { TreatmentId } from './treatments/treatment-labels.ts';

export interface TemplateGoal extends StructureGoal {
  /** How such a wish may sound. Never written into a plan: the words there are the patient's own. */
  readonly example: string;
  readonly measure: MeasureId | null;
  readonly sources: readonly SourceKey[];
}

/** Its review interval and its source are the item's own. */
export interface TemplatePart extends StructurePart {
  readonly catalogueId: TreatmentId | PlanActivityId;
  readonly discipline: DisciplineId;
}

/** What plans of one kind usually begin with: nobody's orders, every line is chosen by a clinician. */
export interface PlanTemplate extends PlanStructure {
  readonly id: string;
  readonly name: string;
  /** When it fits, and when it does not. */
  readonly about: string;
  readonly goals: readonly TemplateGoal[];
  readonly parts: readonly TemplatePart[];
}
