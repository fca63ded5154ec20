import { CareTeamPageDocument } from '../../../gql/index.ts';
import { usePatientNews } from '../../../shared/patient-news.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

/** The team as it stands, kept fresh while colleagues change it. */
export function useCareTeam(patientId: string) {
  const query = usePageQuery(CareTeamPageDocument, { patientId });
  usePatientNews(() => void query.refreshInBackground());
  return { ...query, patient: query.data?.patient };
}
