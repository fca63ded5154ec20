import { ListSkeleton } from '@plexus/ui';
import { useParams } from 'react-router';
import { PatientDetailsPageDocument } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { AllergiesCard } from './components/allergies-card.tsx';
import { DevicesCard } from './components/devices-card.tsx';
import classes from '../../shared/record-card.module.css';
import { PersonCard } from './components/person-card.tsx';
import { ProblemsCard } from './components/problems-card.tsx';

/** The patient's data, diagnoses, allergies and devices: read by the team, edited by those who may. */
export function DetailsPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const page = usePageQuery(PatientDetailsPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} />;
  const { patient } = page.data;
  return (
    <div className={classes.columns}>
      <PageTitle id="patient.details.title" />
      <PersonCard key={patient.id} patient={patient} />
      <div className={classes.column}>
        <ProblemsCard patient={patient} />
        <AllergiesCard patient={patient} />
        <DevicesCard patient={patient} />
      </div>
    </div>
  );
}
