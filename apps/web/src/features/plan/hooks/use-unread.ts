import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { MarkReviewedDocument, UnreadDocument, type UnreadQuery, type UnreadRevisionFragment } from '../../../gql/index.ts';
import { faultOf, type Fault } from '../../../shared/faults.ts';
import { inTurn } from '../../../shared/in-turn.ts';
import { background } from '../../../shared/live.ts';
import { usePatientNews } from '../../../shared/patient-news.ts';
import type { Violation } from '../../../shared/use-command.ts';

type Unread = NonNullable<UnreadQuery['patient']['unread']>;
export type MarkTrouble = { readonly kind: 'refused'; readonly violations: readonly Violation[] } | { readonly kind: 'failed'; readonly fault: Fault };

/** Of a list that goes on, only what is shown of it can have been read. */
const endOf = (unread: Unread | null | undefined): number | undefined => (unread?.revisions?.pageInfo.hasNextPage ? unread.revisions.edges.at(-1)?.node.number : unread?.revision);

const NOTHING: readonly UnreadRevisionFragment[] = [];

/**
 * What others changed since the viewer reviewed the plan, and the mark itself. The mark is aimed at what was on the screen first: what arrives
 * while somebody reads does not move it. It needs no outbox: a lost one costs a second look, but a press that did nothing is told.
 */
export function useUnread(patientId: string) {
  const client = useApolloClient();
  // What the cache has of the last visit would be taken for what was on the screen.
  const query = useQuery(UnreadDocument, { variables: { patientId }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const [send, { loading: isMarking }] = useMutation(MarkReviewedDocument);
  const [trouble, setTrouble] = useState<MarkTrouble | null>(null);
  const [aim, setAim] = useState<number | null>(null);

  const refresh = useMemo(() => inTurn<void>(async () => {
    await client.query({ query: UnreadDocument, variables: { patientId }, fetchPolicy: 'network-only', context: background }).catch(() => undefined);
  }), [client, patientId]);
  usePatientNews(() => void refresh());

  const unread = query.data?.patient.unread ?? null;
  const pageInfo = unread?.revisions?.pageInfo;
  const revisions = unread?.revisions?.edges.map(({ node }) => node) ?? NOTHING;
  const end = endOf(unread);
  const isAimed = aim !== null && (unread?.seenRevision === null || revisions.some(({ number }) => number <= aim));
  if (end !== undefined && !isAimed && aim !== end) setAim(end);

  const shown = revisions.filter(({ number }) => aim === null || number <= aim);

  async function mark(): Promise<boolean> {
    if (aim === null) return false;
    setTrouble(null);
    const safetySeen = shown.filter(({ changes }) => changes.some(({ isSafety }) => isSafety)).map(({ number }) => number);
    try {
      const { data } = await send({ variables: { input: { patientId, revision: aim, safetySeen } } });
      if (data?.markReviewed.__typename !== 'RuleViolation') return true;
      setTrouble({ kind: 'refused', violations: data.markReviewed.violations });
      await refresh();
    } catch (error) {
      setTrouble({ kind: 'failed', fault: faultOf(error) });
    }
    return false;
  }

  async function showMore(): Promise<void> {
    try {
      const { data } = await query.fetchMore({ variables: { patientId, after: pageInfo?.endCursor } });
      setAim(endOf(data?.patient.unread) ?? aim);
    } catch (error) {
      setTrouble({ kind: 'failed', fault: faultOf(error) });
    }
  }

  return {
    unread,
    error: unread ? undefined : query.error,
    isLoading: query.loading,
    retry: () => void query.refetch().catch(() => undefined),
    shown,
    arrived: revisions.filter(({ number }) => aim !== null && number > aim),
    count: unread?.revisions?.totalCount ?? 0,
    hasMore: pageInfo?.hasNextPage ?? false,
    showMore,
    mark,
    isMarking,
    trouble,
  };
}
