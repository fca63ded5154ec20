import { StatusBadge } from '@plexus/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { PatientHeaderFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';

type Allergic = Pick<PatientHeaderFragment, 'allergyStatus' | 'allergies'>;

/** Never empty: unknown, none and hidden are three different things to say. */
export function AllergyBadge({ patient }: { patient: Allergic }) {
  const text = useText();
  const intl = useIntl();
  const { allergyStatus, allergies } = patient;
  if (allergyStatus === 'RECORDED') {
    const substances = intl.formatList(allergies.map(({ substance }) => substance), { type: 'conjunction' });
    return <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('allergy.badge', { substances })}</StatusBadge>;
  }
  return <StatusBadge tone={allergyStatus === 'NOT_ASKED' ? 'warn' : 'calm'}>{text(`allergy.${allergyStatus}`)}</StatusBadge>;
}
