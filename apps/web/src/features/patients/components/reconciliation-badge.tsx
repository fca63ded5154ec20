import { StatusBadge } from '@plexus/ui';
import type { PatientHeaderFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';

/** Says when interactions are not checked; who may not see medicines is told nothing about them. */
export function ReconciliationBadge({ reconciliation }: Pick<PatientHeaderFragment, 'reconciliation'>) {
  const text = useText();
  const dates = useDates();
  if (!reconciliation) return null;
  const { state, on } = reconciliation;
  return <StatusBadge tone={state === 'CURRENT' ? 'calm' : 'warn'}>{text(`patient.reconciliation.${state}`, { when: on && dates.plain(on) })}</StatusBadge>;
}
