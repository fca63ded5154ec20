import { useQuery } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { CaseloadRevisedDocument, FollowUpCountsDocument } from '../gql/index.ts';
import { inTurn } from '../shared/in-turn.ts';
import { background, useLive } from '../shared/live.ts';
import { shownCount } from '../shared/shown-count.ts';
import { useText } from '../shared/text.ts';
import classes from './shell.module.css';

/** How many follow-ups need the viewer, as it is now; nothing when none does, or when it is not known. */
export function FollowUpCount() {
  const text = useText();
  const { data, refetch } = useQuery(FollowUpCountsDocument, { context: background });
  const again = useMemo(() => inTurn(() => refetch().then(() => undefined, () => undefined)), [refetch]);
  useLive(CaseloadRevisedDocument, {}, () => void again(undefined));
  const count = data?.followUpCounts.needsMe ?? 0;
  if (count === 0) return null;
  return <span className={classes.count} data-figures><span aria-hidden="true">{shownCount(count)}</span><VisuallyHidden>{text('nav.followUps.count', { count })}</VisuallyHidden></span>;
}
