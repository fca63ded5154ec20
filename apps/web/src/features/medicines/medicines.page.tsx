import { EmptyState, ListSkeleton, StaleNotice } from '@plexus/ui';
import { IconPill } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { MedicinesPageDocument } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { MedicinesCard } from './components/medicines-card.tsx';
import classes from './components/medicines.module.css';
import { NamedSubstancesCard } from './components/named-substances-card.tsx';
import { ReconcileCard } from './components/reconcile-card.tsx';

/** What the patient takes, whether that was gone through lately, and what the patient reacts to. */
export function MedicinesPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const page = usePageQuery(MedicinesPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} />;
  const { patient } = page.data;
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT');
  return (
    <>
      <PageTitle id="medicines.title" />
      {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void page.refresh() }}>{text('error.stale')}</StaleNotice>}
      {patient.reconciliation ? (
        <div key={patient.id} className={classes.page}>
          <MedicinesCard patient={patient} mayEdit={mayEdit} />
          <div className={classes.pair}>
            <ReconcileCard patient={patient} reconciliation={patient.reconciliation} mayEdit={mayEdit} />
            <NamedSubstancesCard patient={patient} mayEdit={mayEdit} />
          </div>
        </div>
      ) : <EmptyState icon={IconPill} title={text('medicines.notShown')}>{text('medicines.notShownBody')}</EmptyState>}
    </>
  );
}
