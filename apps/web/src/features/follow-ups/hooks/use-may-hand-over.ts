import { mayHandOver } from '@plexus/domain';
import { useViewer } from '../../../shared/viewer.ts';
import { codeOf } from '../model/contract.ts';

/** Whether the viewer may hand over what somebody has: one’s own, and as a coordinator anybody’s. */
export function useMayHandOver(): (fromPersonId: string) => boolean {
  const { person } = useViewer();
  return (fromPersonId) => mayHandOver(fromPersonId, { personId: person.id, organizationRoles: person.roles.map(codeOf) });
}
