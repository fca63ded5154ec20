import { EmptyState, ListSkeleton, StaleNotice } from '@plexus/ui';
import { ThingHistoryDocument } from '../../gql/index.ts';
import { FaultState } from '../fault-state.tsx';
import { usePatientNews } from '../patient-news.ts';
import { useText } from '../text.ts';
import { usePageQuery } from '../use-page-query.ts';
import { RevisionList } from './revision-list.tsx';
import { useEarlier } from './use-earlier.ts';

export interface Thing {
  readonly entity: string;
  readonly id: string;
}

const PAGE = 20;

/** Who changed one thing, when and why, field by field, newest first. Its name comes with its history. */
export function useThingHistory(patientId: string, { entity, id: entityId }: Thing) {
  const query = usePageQuery(ThingHistoryDocument, { patientId, entity, entityId, first: PAGE });
  usePatientNews(() => void query.refreshInBackground());
  const history = query.data?.patient.history;
  const earlier = useEarlier(() => query.fetchMore({ variables: { patientId, entity, entityId, first: PAGE, after: history?.pageInfo.endCursor } }));
  return { ...query, history, earlier, name: history?.edges[0]?.node.changes[0]?.entityName ?? '' };
}

export function ThingHistory({ patientId, record }: { patientId: string; record: ReturnType<typeof useThingHistory> }) {
  const text = useText();
  const { history, error } = record;
  if (!history) return error ? <FaultState error={error} onRetry={record.retry} /> : <ListSkeleton label={text('app.loading')} lines={4} height={56} />;
  if (history.edges.length === 0) return <EmptyState title={text('history.empty')} />;
  return (
    <>
      {record.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void record.refresh() }}>{text('error.stale')}</StaleNotice>}
      <RevisionList label={text('history.of', { name: record.name })} patientId={patientId} history={history} earlier={record.earlier} isOfOneThing />
    </>
  );
}
