import { StatusBadge } from '@plexus/ui';
import { IconCpu } from '@tabler/icons-react';
import type { PatientHeaderFragment } from '../../../gql/index.ts';

/** What other treatments must respect, on every screen of the chart; what it means stands with the details. */
export function DeviceBadges({ devices }: { devices: PatientHeaderFragment['devices'] }) {
  return devices.filter(({ status }) => status === 'IN_PLACE').map(({ id, name }) => <StatusBadge key={id} tone="warn" icon={IconCpu}>{name}</StatusBadge>);
}
