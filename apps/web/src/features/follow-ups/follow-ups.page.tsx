import { Button } from '@mantine/core';
import { EmptyState, ListSkeleton, StaleNotice } from '@plexus/ui';
import { IconListCheck, IconLock, IconPlus } from '@tabler/icons-react';
import { useParams, useSearchParams } from 'react-router';
import { FollowUpsPageDocument, type FollowUpsPageQuery } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { focusAgain } from '../../shared/focus-again.ts';
import { isNewFollowUp, newFollowUpAddress, readNewSource } from '../../shared/new-follow-up.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { ClosedFollowUps } from './components/closed-follow-ups.tsx';
import { FollowUpList } from './components/follow-up-list.tsx';
import { FollowUpPanel } from './components/follow-up-panel.tsx';
import classes from './components/follow-ups.module.css';
import { NewFollowUpForm } from './components/new-follow-up-form.tsx';
import { PanelFrame } from './components/panel-frame.tsx';
import { useOpenFollowUp } from './hooks/use-open-follow-up.ts';

/** What is to be done for this patient, by whom and until when: what is open, then what came to an end. */
export function FollowUpsPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const page = usePageQuery(FollowUpsPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} lines={5} height={56} />;
  const { patient } = page.data;
  return (
    <>
      <PageTitle id="followUps.title" />
      {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void page.refresh() }}>{text('error.stale')}</StaleNotice>}
      {patient.viewer.may.includes('FOLLOW_UP_READ') ? <FollowUps key={patient.id} patient={patient} />
        : <EmptyState icon={IconLock} title={text('followUps.notYours')}>{text('followUps.notYours.body')}</EmptyState>}
    </>
  );
}

function FollowUps({ patient }: { patient: FollowUpsPageQuery['patient'] }) {
  const text = useText();
  const open = useOpenFollowUp();
  const [params, setParams] = useSearchParams();
  const mayWrite = patient.viewer.may.includes('FOLLOW_UP_WRITE');
  const isWriting = isNewFollowUp(params) && mayWrite;
  const source = readNewSource(params);
  const closeNew = (openedId: string | null = null) => {
    setParams(openedId ? { open: openedId } : {}, { replace: true, preventScrollReset: true });
    if (!openedId) focusAgain(ADD);
  };
  const add = mayWrite && <Button id={ADD} leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setParams({ 'follow-up': 'new' })}>{text('followUp.new')}</Button>;

  return (
    <div className={classes.layout} data-panel={open.id || isWriting ? 'open' : undefined}>
      <div className={classes.main}>
        <div className={classes.top}>
          <div className={classes.words}><h2>{text('followUps.title')}</h2><p>{text('followUps.count', { open: patient.openFollowUps, late: patient.overdueFollowUps })}</p></div>
          {add}
        </div>
        {patient.followUps.length ? <FollowUpList label={text('followUps.title')} followUps={patient.followUps} />
          : <EmptyState icon={IconListCheck} title={text('followUps.empty.title')}>{text(mayWrite ? 'followUps.empty.body' : 'followUps.empty.reads')}</EmptyState>}
        <ClosedFollowUps patientId={patient.id} revision={patient.revision} />
      </div>
      {isWriting ? (
        <PanelFrame title={text('followUp.new')} isForm onEscape={() => closeNew()} onClose={() => closeNew()}>
          <NewFollowUpForm patient={patient} source={source} opens={newFollowUpAddress(patient.id, source)} onOpened={closeNew} onClose={() => closeNew()} />
        </PanelFrame>
      ) : open.id && <FollowUpPanel key={open.id} id={open.id} form={open.form} onForm={open.showForm} onClose={open.close} />}
    </div>
  );
}

const ADD = 'new-follow-up';
