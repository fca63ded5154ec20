import { catalogueItemLabelById } from '@plexus/catalogue/labels';
import { treatmentById } from '@plexus/catalogue/treatments';
import type { Exposure } from '@plexus/catalogue/medicines';
import type { MedicinesPageQuery } from '../../../gql/index.ts';

export type PlanActivity = MedicinesPageQuery['patient']['plan']['activities'][number];

const OPEN: readonly PlanActivity['status'][] = ['PLANNED', 'ACTIVE', 'ON_HOLD'];

/** What the plan gives the patient to take: its open activities that are medicines. */
export const planMedicines = (activities: readonly PlanActivity[]): PlanActivity[] =>
  activities.filter(({ catalogueId, status }) => OPEN.includes(status) && catalogueItemLabelById(catalogueId)?.kind === 'medication');

/** Everything open on the plan that an allergy could meet. */
export const planExposures = (activities: readonly PlanActivity[]): Exposure[] =>
  activities.filter(({ status }) => OPEN.includes(status)).map(({ name, catalogueId, details: { drug } }) => ({ name, catalogueId, drugs: drug ? [drug] : (treatmentById(catalogueId)?.drugs ?? []) }));
