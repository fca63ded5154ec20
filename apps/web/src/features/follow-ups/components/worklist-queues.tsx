import { Link, useSearchParams } from 'react-router';
import type { FollowUpQueue, WorklistQuery } from '../../../gql/index.ts';
import { shownCount } from '../../../shared/shown-count.ts';
import { useText } from '../../../shared/text.ts';
import { COUNT_OF, QUEUES, queuePath } from '../model/worklist-address.ts';
import classes from './worklist.module.css';

interface WorklistQueuesProps {
  readonly queue: FollowUpQueue;
  /** Undefined: not known yet. */
  readonly counts: WorklistQuery['followUps']['counts'] | undefined;
}

/** What there is to do, by whose turn it is. */
export function WorklistQueues({ queue, counts }: WorklistQueuesProps) {
  const text = useText();
  const [params] = useSearchParams();
  return (
    <nav className={classes.queues} aria-label={text('worklist.queues')}>
      {QUEUES.map((each) => {
        const name = COUNT_OF[each];
        const count = name && counts?.[name];
        return (
          <Link key={each} to={queuePath(params, each)} className={classes.queue} aria-current={each === queue ? 'page' : undefined} data-late={each === 'OVERDUE' && count ? true : undefined} data-target>
            {text(`worklist.queue.${each}`)}{count !== undefined && <span data-figures>{shownCount(count)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
