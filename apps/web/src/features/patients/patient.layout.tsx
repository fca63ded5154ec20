import { Button, Skeleton } from '@mantine/core';
import { EmptyState, StaleNotice } from '@plexus/ui';
import { IconUserQuestion } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { PatientLayoutDocument } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { faultOf } from '../../shared/faults.ts';
import { focusAgain } from '../../shared/focus-again.ts';
import { historyButtonId, OpenHistoryContext } from '../../shared/history/history-button.tsx';
import { useHistoryOfThing } from '../../shared/history/use-history-of-thing.ts';
import { Notices } from '../../shared/notices.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { PatientNewsContext } from '../../shared/patient-news.ts';
import tabs from '../../shared/tab-links.module.css';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { PatientHeader } from './components/patient-header.tsx';
import classes from './components/patient-header.module.css';
import { useRecordNews } from './hooks/use-record-news.ts';

const HistoryDrawer = lazy(async () => ({ default: (await import('../../shared/history/history-drawer.tsx')).HistoryDrawer }));

/** Around every part of one record. Another patient is another frame: nothing of the one before can stay. */
export function PatientLayout() {
  const { patientId = '' } = useParams();
  return <PatientFrame key={patientId} patientId={patientId} />;
}

function PatientFrame({ patientId }: { patientId: string }) {
  const text = useText();
  const page = usePageQuery(PatientLayoutDocument, { patientId });
  const newsPage = useRecordNews(patientId, page);
  const history = useHistoryOfThing();
  const closeHistory = () => {
    history.close();
    if (history.thing) focusAgain(historyButtonId(history.thing));
  };
  const mayReadHistory = page.data?.patient.viewer.may.includes('HISTORY_READ') ?? false;

  if (page.error) {
    return faultOf(page.error).code === 'NOT_FOUND' ? <PatientNotFound /> : <FaultState error={page.error} onRetry={page.retry} />;
  }
  return (
    <PatientNewsContext value={newsPage}>
      {page.data ? <PatientHeader patient={page.data.patient} /> : <HeaderSkeleton />}
      <div className={tabs.page}>
        {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => { void page.refresh(); newsPage.news.tell(); } }}>{text('error.stale')}</StaleNotice>}
        <OpenHistoryContext value={mayReadHistory ? history.open : null}><Outlet /></OpenHistoryContext>
      </div>
      {mayReadHistory && history.thing && <Suspense><HistoryDrawer patientId={patientId} thing={history.thing} onClose={closeHistory} /></Suspense>}
      <Notices />
    </PatientNewsContext>
  );
}

function HeaderSkeleton() {
  return (
    <div className={classes.header} aria-hidden="true">
      <Skeleton height={30} width="min(34rem, 90%)" radius="md" />
      <Skeleton height={14} width="15rem" radius="md" mt="1.1rem" mb="0.8rem" />
    </div>
  );
}

/** The same words for a patient who is not there and one who is not shared: the address tells a stranger nothing. */
function PatientNotFound() {
  const text = useText();
  return (
    <>
      <PageTitle id="patient.notFound.title" />
      <EmptyState
        isPage
        icon={IconUserQuestion}
        title={text('patient.notFound.title')}
        action={<Button component={Link} to="/patients" variant="default">{text('action.backToPatients')}</Button>}
      >
        {text('patient.notFound.body')}
      </EmptyState>
    </>
  );
}
