import { type ColumnGroup, columnOfCategory, columnOfDiscipline, disciplineById } from './disciplines.ts';
import { type PlanActivity, planActivityById } from './plan-activities.ts';
import type { Treatment } from './treatments/treatment.ts';
import { treatmentById } from './treatments/treatments.ts';

/** Anything that can be put on a plan. */
export type CatalogueItem = Treatment | PlanActivity;

/** Undefined for an id that is not in the catalogue. */
export const catalogueItemById = (id: string): CatalogueItem | undefined => treatmentById(id) ?? planActivityById(id);

/**
 * The column in which an item stands: that of the discipline that carries it out; without a clinician, that of its category.
 * Undefined only for a plan activity without a discipline, and for a discipline that is not in the catalogue.
 */
export function columnOfItem(item: CatalogueItem, disciplineId?: string): ColumnGroup | undefined {
  const isClinician = disciplineId !== undefined && disciplineById(disciplineId)?.clinician === true;
  if (!isClinician && 'category' in item) return columnOfCategory(item.category);
  return disciplineId === undefined ? undefined : columnOfDiscipline(disciplineId);
}
