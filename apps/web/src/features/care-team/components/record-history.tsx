import { Button, NativeSelect } from '@mantine/core';
import { REGISTRY, isEntityName, type EntityName } from '@plexus/domain';
import { Card, EmptyState, ListSkeleton, StaleNotice } from '@plexus/ui';
import { Link } from 'react-router';
import { FaultState } from '../../../shared/fault-state.tsx';
import { RevisionList } from '../../../shared/history/revision-list.tsx';
import { useText } from '../../../shared/text.ts';
import { useRecordHistory } from '../hooks/use-record-history.ts';
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
  const aside = (
    <div className={classes.aside}>
      <Link to={`/patients/${patientId}/difference`}>{text('history.compare')}</Link>
      <NativeSelect
        aria-label={text('history.filter')}
        size="xs"
        value={record.about ?? ''}
        onChange={(event) => record.showAbout(isEntityName(event.currentTarget.value) ? event.currentTarget.value : null)}
        data={[{ value: '', label: text('history.filter.all') }, ...ENTITIES.map((entity) => ({ value: entity, label: text(`entities.${entity}`) }))]}
      />
    </div>
  );
  return (
    <Card title={text('history.title')} aside={aside}>
      {record.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void record.refresh() }}>{text('error.stale')}</StaleNotice>}
      <Revisions patientId={patientId} record={record} />
    </Card>
  );
}

function Revisions({ patientId, record }: { patientId: string; record: ReturnType<typeof useRecordHistory> }) {
  const text = useText();
  const { history, error, about } = record;
  if (!history) return error ? <FaultState error={error} onRetry={record.retry} /> : <ListSkeleton label={text('app.loading')} lines={4} height={56} />;
  if (history.edges.length === 0) {
    if (!about) return <EmptyState title={text('history.empty')} />;
    return <EmptyState title={text('history.noMatch')} action={<Button variant="default" onClick={() => record.showAbout(null)}>{text('history.showAll')}</Button>} />;
  }
  return <RevisionList label={text('history.title')} patientId={patientId} history={history} earlier={record.earlier} />;
}
