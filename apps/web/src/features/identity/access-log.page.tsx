import { Button } from '@mantine/core';
import { Card, EmptyState, ListSkeleton, PageHeader, StaleNotice } from '@plexus/ui';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { useMay } from '../../shared/viewer.ts';
import { AccessLogFilter } from './components/access-log-filter.tsx';
import { AccessLogTable } from './components/access-log-table.tsx';
import { useAccessLog } from './hooks/use-access-log.ts';
import classes from './access-log.module.css';

/** For the privacy officer: who looked, and who was refused. */
export function AccessLogPage() {
  const text = useText();
  const mayRead = useMay('ACCESS_LOG_READ');
  return (
    <>
      <PageTitle id="identity.accessLog.title" />
      {mayRead ? <AccessLog /> : <><PageHeader title={text('identity.accessLog.title')} /><Card><EmptyState title={text('identity.accessLog.notYours')} /></Card></>}
    </>
  );
}

function AccessLog() {
  const text = useText();
  const { log, personId, showPerson, isStale, refresh, ...rest } = useAccessLog();
  return (
    <>
      <PageHeader title={text('identity.accessLog.title')} note={log && text('identity.accessLog.count', { count: log.totalCount })} />
      <p className={classes.intro}>{text('identity.accessLog.intro')}</p>
      <div className={classes.filter}><AccessLogFilter personId={personId} onChange={showPerson} /></div>
      {isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void refresh() }}>{text('error.stale')}</StaleNotice>}
      <Card isPadded={false}>
        <Entries log={log} personId={personId} showPerson={showPerson} {...rest} />
      </Card>
    </>
  );
}

type EntriesProps = Pick<ReturnType<typeof useAccessLog>, 'log' | 'personId' | 'showPerson' | 'error' | 'retry' | 'showMore' | 'loadingMore' | 'moreError'>;

function Entries({ log, personId, showPerson, error, retry, showMore, loadingMore, moreError }: EntriesProps) {
  const text = useText();
  if (!log) return error ? <FaultState error={error} onRetry={retry} /> : <ListSkeleton label={text('app.loading')} />;
  if (log.edges.length === 0) {
    return personId ? (
      <EmptyState title={text('identity.accessLog.emptyFor')} action={<Button variant="default" onClick={() => showPerson(null)}>{text('identity.accessLog.showAll')}</Button>} />
    ) : (
      <EmptyState title={text('identity.accessLog.empty')} />
    );
  }
  return (
    <>
      <AccessLogTable entries={log.edges.map(({ node }) => node)} />
      <div className={classes.more}>
        <span role="status">{text('identity.accessLog.shown', { shown: log.edges.length, total: log.totalCount })}</span>
        {log.pageInfo.hasNextPage && (
          <Button variant="default" loading={loadingMore} onClick={() => void showMore()}>{text(loadingMore ? 'action.loadingMore' : 'action.more')}</Button>
        )}
      </div>
      {moreError !== null && <FaultState error={moreError} onRetry={() => void showMore()} />}
    </>
  );
}
