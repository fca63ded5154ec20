import { useText } from '../shared/text.ts';
import { useViewer } from '../shared/viewer.ts';

export interface Place {
  readonly to: string;
  readonly label: string;
}

/** The organization's pages that this person may open. */
export function useOrganizationPlaces(): readonly Place[] {
  const text = useText();
  const { may } = useViewer();
  return [
    ...(may.includes('PEOPLE_READ') ? [{ to: '/organization/people', label: text('nav.people') }] : []),
    { to: '/organization/sessions', label: text('nav.sessions') },
    ...(may.includes('ACCESS_LOG_READ') ? [{ to: '/organization/access-log', label: text('nav.accessLog') }] : []),
  ];
}

/** Every page with a name, for ⌘K. */
export function usePlaces(): readonly Place[] {
  const text = useText();
  const { may } = useViewer();
  return [
    ...(may.includes('CASELOAD_READ') ? [{ to: '/patients', label: text('nav.patients') }] : []),
    ...(may.includes('FOLLOW_UPS_LIST') ? [{ to: '/follow-ups', label: text('nav.followUps') }] : []),
    ...(may.includes('PATIENT_ADD') ? [{ to: '/patients/new', label: text('find.addPatient') }] : []),
    ...useOrganizationPlaces(),
  ];
}
