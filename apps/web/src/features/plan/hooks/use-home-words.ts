import type { ActivityCellFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';

/** What a part asks of the patient, as the plan has it: its next step, or its name with how much and how often. The clinician words it. */
export function useHomeWords(): (activity: ActivityCellFragment) => string {
  const text = useText();
  return ({ name, nextStep, doseText, details: { minutes, timesPerDay, timesPerWeek } }) => {
    const dose = [
      minutes !== undefined && text('copy.minutes', { minutes }),
      timesPerDay !== undefined && text('order.timesPerDay', { times: timesPerDay }),
      timesPerWeek !== undefined && timesPerWeek >= 1 && text('order.timesPerWeek', { times: timesPerWeek }),
      doseText,
    ].filter(Boolean).join(', ');
    return nextStep ?? (dose ? text('copy.thing', { name, dose }) : name);
  };
}
