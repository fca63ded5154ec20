import { Button } from '@mantine/core';
import { Card, EmptyState, ListSkeleton, PageHeader, StaleNotice, useIsNarrow } from '@plexus/ui';
import { IconPlus, IconUsers, IconZoomQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { useMay, useViewer } from '../../shared/viewer.ts';
import { CaseloadList } from './components/caseload-list.tsx';
import { CaseloadSearch } from './components/caseload-search.tsx';
import classes from './components/caseload.module.css';
import { useCaseload } from './hooks/use-caseload.ts';

/** Everybody's first page: the patients on my teams. */
export function CaseloadPage() {
  const text = useText();
  const mayAdd = useMay('PATIENT_ADD');
  const { roles } = useViewer().person;
  const caseload = useCaseload();
  const { connection, q, isSearching } = caseload;

  const count = connection?.totalCount ?? 0;
  const note = connection && !isSearching && text(q ? 'patients.found' : roles.includes('COORDINATOR') ? 'patients.inAll' : 'patients.onTeams', { count });
  const add = mayAdd && <Button component={Link} to="/patients/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>{text('patients.add')}</Button>;

  return (
    <div className={classes.page}>
      <PageTitle id="patients.title" />
      <PageHeader title={text('patients.title')} note={<span role="status">{note}</span>} actions={add} />
      <div className={classes.bar}><CaseloadSearch /></div>
      {caseload.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void caseload.refresh() }}>{text('error.stale')}</StaleNotice>}
      <CaseloadBody caseload={caseload} />
    </div>
  );
}

function CaseloadBody({ caseload }: { caseload: ReturnType<typeof useCaseload> }) {
  const text = useText();
  const { connection, q, sort, error, isSearching, retry, showMore, loadingMore } = caseload;
  if (error) return <Card isPadded={false}><FaultState error={error} onRetry={retry} /></Card>;
  if (!connection || (isSearching && !connection.edges.length)) return <Card isPadded={false}><ListSkeleton label={text('app.loading')} lines={8} /></Card>;
  if (!connection.edges.length) return <Card isPadded={false}>{q ? <NobodyFound q={q} /> : <NoPatients />}</Card>;
  return (
    <ListCard>
      <div className={classes.list} aria-busy={isSearching}><CaseloadList patients={connection.edges.map(({ node }) => node)} sort={sort} /></div>
      {connection.pageInfo.hasNextPage && !isSearching && (
        <div className={classes.more}>
          {loadingMore === 'failed' && <span role="alert">{text('error.title')}</span>}
          <Button variant="default" loading={loadingMore === 'yes'} onClick={() => void showMore()}>{text('action.more')}</Button>
        </div>
      )}
    </ListCard>
  );
}

/** On a telephone the patients are cards themselves. */
function ListCard({ children }: { children: ReactNode }) {
  return useIsNarrow() ? children : <Card isPadded={false}>{children}</Card>;
}

function NobodyFound({ q }: { q: string }) {
  const text = useText();
  return (
    <EmptyState
      icon={IconZoomQuestion}
      title={text('patients.nothing.title', { query: q })}
      action={<Button component={Link} to="/patients" variant="default">{text('patients.nothing.clear')}</Button>}
    >
      {text('patients.nothing.body')}
    </EmptyState>
  );
}

function NoPatients() {
  const text = useText();
  const mayAdd = useMay('PATIENT_ADD');
  return (
    <EmptyState
      icon={IconUsers}
      title={text('patients.empty.title')}
      action={mayAdd && <Button component={Link} to="/patients/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>{text('patients.add')}</Button>}
    >
      {text('patients.empty.body')} {mayAdd && text('patients.emptyAdd.body')}
    </EmptyState>
  );
}
