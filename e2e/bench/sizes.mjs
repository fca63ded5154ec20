/**
 * How large the seeded organization is. `panel`: patients of the person who is measured; everything else is there to be in the way.
 *
 * @typedef {object} Size
 * @property {number} patients
 * @property {number} staff
 * @property {number} panel
 * @property {number} changes of each patient's record
 * @property {number} followUps that are open; three for each patient of the panel, the rest anywhere
 */

/** @type {Readonly<Record<string, Size>>} */
export const SIZES = {
  clinic: { patients: 1_500, staff: 25, panel: 50, changes: 50, followUps: 500 },
  system: { patients: 40_000, staff: 500, panel: 50, changes: 50, followUps: 12_000 },
  national: { patients: 500_000, staff: 5_000, panel: 50, changes: 4, followUps: 90_000 },
};

/** Charts of ten years, in every size: 60 goals, 400 activities, 25,000 changes. */
export const HEAVIEST = { charts: 20, goals: 60, activities: 400, changes: 25_000 };

/** What a patient of the measured panel has. */
export const TYPICAL = { goals: 12, activities: 40, members: 12 };

/** What a patient who is only in the way has. */
export const REST = { goals: 3, activities: 8, members: 4 };
