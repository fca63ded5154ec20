import { Button } from '@mantine/core';
import { Timeline } from '@plexus/ui';
import type { HistoryPageFragment } from '../../gql/index.ts';
import { FaultState } from '../fault-state.tsx';
import { useText } from '../text.ts';
import { HistoryEntry } from './history-entry.tsx';
import classes from './history.module.css';
import type { Earlier } from './use-earlier.ts';

interface RevisionListProps {
  readonly label: string;
  readonly patientId: string;
  readonly history: HistoryPageFragment;
  readonly earlier: Earlier;
  readonly isOfOneThing?: boolean;
}

/** Revisions, newest first; earlier ones are asked for. */
export function RevisionList({ label, patientId, history, earlier, isOfOneThing }: RevisionListProps) {
  const text = useText();
  return (
    <>
      <Timeline label={label}>
        {history.edges.map(({ node }) => <HistoryEntry key={node.number} patientId={patientId} revision={node} isOfOneThing={isOfOneThing} />)}
      </Timeline>
      {earlier.error !== null && <FaultState error={earlier.error} onRetry={() => void earlier.show()} />}
      <div className={classes.more}>
        <span role="status">{text('history.shown', { shown: history.edges.length, total: history.totalCount })}</span>
        {history.pageInfo.hasNextPage && (
          <Button variant="default" loading={earlier.isLoading} onClick={() => void earlier.show()}>
            {text(earlier.isLoading ? 'action.loadingMore' : 'history.earlier')}
          </Button>
        )}
      </div>
    </>
  );
}
