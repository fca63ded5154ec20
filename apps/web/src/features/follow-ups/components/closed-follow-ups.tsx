import { ListSkeleton } from '@plexus/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { ClosedFollowUpsDocument } from '../../../gql/index.ts';
import { FaultState } from '../../../shared/fault-state.tsx';
import { useEarlier } from '../../../shared/history/use-earlier.ts';
import { usePatientNews } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';
import { FollowUpList } from './follow-up-list.tsx';
import classes from './follow-ups.module.css';
import { MoreButton } from './more-button.tsx';

interface ClosedProps {
  readonly patientId: string;
  /** Of the record: what was brought to an end here makes it newer. */
  readonly revision: number;
}

/** What came to an end: years of it, so it is asked for when somebody wants to see it. */
export function ClosedFollowUps(props: ClosedProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.closed} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text('followUps.closed')}</summary>
      {isOpen && <ClosedList {...props} />}
    </details>
  );
}

const PAGE = 50;

function ClosedList({ patientId, revision }: ClosedProps) {
  const text = useText();
  const page = usePageQuery(ClosedFollowUpsDocument, { patientId, first: PAGE });
  usePatientNews(() => void page.refreshInBackground());
  const refresh = useEffectEvent(() => { if (page.data) void page.refreshInBackground(); });
  useEffect(() => refresh(), [revision]);
  const closed = page.data?.patient.closedFollowUps;
  const more = useEarlier(() => page.fetchMore({ variables: { after: closed?.pageInfo.endCursor } }));
  if (!closed) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} lines={3} />;
  const { edges, totalCount, pageInfo } = closed;
  if (!edges.length) return <p className={classes.note}>{text('followUps.noneClosed')}</p>;
  return (
    <>
      <FollowUpList label={text('followUps.closed')} followUps={edges.map(({ node }) => node)} />
      <div className={classes.listEnd}>
        <span className={classes.note} role="status">{text('followUps.closedShown', { shown: edges.length, count: totalCount })}</span>
        {pageInfo.hasNextPage && <MoreButton more={more}>{text('action.more')}</MoreButton>}
      </div>
    </>
  );
}
