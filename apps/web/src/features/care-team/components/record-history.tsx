import { Button, NativeSelect } from '@mantine/core';
import { REGISTRY, isEntityName, type EntityName } from '@plexus/domain';
import { Card, EmptyState, ListSkeleton, StaleNotice, Timeline } from '@plexus/ui';
import { FaultState } from '../../../shared/fault-state.tsx';
import { useText } from '../../../shared/text.ts';
import { useRecordHistory } from '../hooks/use-record-history.ts';
import { HistoryEntry } from './history-entry.tsx';
import classes from './record-history.module.css';

/** What a history can be about. */
const ENTITIES = Object.keys(REGISTRY) as EntityName[];

interface RecordHistoryProps {
  readonly patientId: string;
  readonly revision: number;
}

/** Every change of the record: who, when, what, and why. */
export function RecordHistory({ patientId, revision }: RecordHistoryProps) {
  const text = useText();
  const record = useRecordHistory(patientId, revision);
  const filter = (
    <NativeSelect
      aria-label={text('history.filter')}
      size="xs"
      value={record.about ?? ''}
      onChange={(event) => record.showAbout(isEntityName(event.currentTarget.value) ? event.currentTarget.value : null)}
      data={[{ value: '', label: text('history.filter.all') }, ...ENTITIES.map((entity) => ({ value: entity, label: text(`entities.${entity}`) }))]}
    />
  );
  return (
    <Card title={text('history.title')} aside={filter}>
      {record.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void record.refresh() }}>{text('error.stale')}</StaleNotice>}
      <Revisions record={record} />
    </Card>
  );
}

function Revisions({ record }: { record: ReturnType<typeof useRecordHistory> }) {
  const text = useText();
  const { history, error, about } = record;
  if (!history) return error ? <FaultState error={error} onRetry={record.retry} /> : <ListSkeleton label={text('app.loading')} lines={4} height={56} />;
  if (history.edges.length === 0) {
    if (!about) return <EmptyState title={text('history.empty')} />;
    return <EmptyState title={text('history.noMatch')} action={<Button variant="default" onClick={() => record.showAbout(null)}>{text('history.showAll')}</Button>} />;
  }

  return (
    <>
      <Timeline label={text('history.title')}>
        {history.edges.map(({ node }) => <HistoryEntry key={node.number} revision={node} />)}
      </Timeline>
      {record.moreError !== null && <FaultState error={record.moreError} onRetry={() => void record.showEarlier()} />}
      <div className={classes.more}>
        <span role="status">{text('history.shown', { shown: history.edges.length, total: history.totalCount })}</span>
        {history.pageInfo.hasNextPage && (
          <Button variant="default" loading={record.loadingMore} onClick={() => void record.showEarlier()}>
            {text(record.loadingMore ? 'action.loadingMore' : 'history.earlier')}
          </Button>
        )}
      </div>
    </>
  );
}
