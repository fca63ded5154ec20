import type { ActivityCellFragment, ActivityForm } from '../../../../gql/index.ts';

export const MOST_THINGS = 3;

/** What a patient does at home. Drug orders never stand on the patient's sheet: it is no prescription. */
const AT_HOME: readonly (ActivityForm | null)[] = ['EXERCISE', 'LIFESTYLE', 'PSYCHOLOGICAL', 'EDUCATION', 'SUPPORT', 'DEVICE', 'COMPLEMENTARY', null];

/** Running parts that the patient carries, or for which something at home is written: a next step, a dose. In the order of the plan. */
export function homeParts(activities: readonly ActivityCellFragment[]): ActivityCellFragment[] {
  const isTold = ({ nextStep, doseText, details: { minutes, timesPerDay, timesPerWeek } }: ActivityCellFragment) =>
    nextStep !== null || doseText !== null || minutes !== undefined || timesPerDay !== undefined || timesPerWeek !== undefined;
  return activities.filter((activity) => activity.status === 'ACTIVE' && AT_HOME.includes(activity.form) && (activity.owner === null || isTold(activity)));
}

/** What the clinician chose, as far as it still runs; before a choice was made, the first three. */
export function chosenParts(parts: readonly ActivityCellFragment[], chosen: readonly string[] | null): ActivityCellFragment[] {
  return chosen ? parts.filter(({ id }) => chosen.includes(id)) : parts.slice(0, MOST_THINGS);
}
