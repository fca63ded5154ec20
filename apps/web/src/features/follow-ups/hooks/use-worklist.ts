import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CaseloadRevisedDocument, FollowUpPanelDocument, WorklistDocument, type WorklistQueryVariables } from '../../../gql/index.ts';
import { inTurn } from '../../../shared/in-turn.ts';
import { background, useLive } from '../../../shared/live.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';
import { readWorklist } from '../model/worklist-address.ts';

const PAGE = 50;

/** The follow-ups that the address asks for. */
export function useWorklist() {
  const [params] = useSearchParams();
  const address = useMemo(() => readWorklist(params), [params]);
  const { queue, filter, sort } = address;
  return { address, ...useFollowUpPages(useMemo(() => ({ queue, filter, sort, first: PAGE }), [queue, filter, sort])) };
}

/** A list of follow-ups, page by page. News ask for every page again that is on the screen, one after another. */
export function useFollowUpPages(variables: WorklistQueryVariables) {
  const client = useApolloClient();
  const { first } = variables;
  const page = usePageQuery(WorklistDocument, variables);
  const { refreshInBackground } = page;
  const [loadingMore, setLoadingMore] = useState<'no' | 'yes' | 'failed'>('no');
  const [isTailStale, setTailStale] = useState(false);

  const reload = useMemo(() => inTurn(async () => {
    const shown = () => client.readQuery({ query: WorklistDocument, variables })?.followUps.edges ?? [];
    const count = shown().length;
    await refreshInBackground();
    try {
      for (let from = first; from < count && shown()[from - 1]; from += first) {
        const after = shown()[from - 1]!.cursor;
        await client.query({ query: WorklistDocument, variables: { ...variables, after }, fetchPolicy: 'network-only', context: background });
      }
      setTailStale(false);
    } catch {
      setTailStale(true);
    }
  }), [client, variables, first, refreshInBackground]);
  // The panel beside the list hears of news from the list.
  useLive(CaseloadRevisedDocument, {}, () => {
    void reload(undefined);
    client.refetchQueries({ include: [FollowUpPanelDocument] }).catch(() => undefined);
  });

  const connection = (page.data ?? page.previousData)?.followUps;

  async function showMore() {
    setLoadingMore('yes');
    try {
      await page.fetchMore({ variables: { after: connection?.pageInfo.endCursor } });
      setLoadingMore('no');
    } catch {
      setLoadingMore('failed');
    }
  }

  return {
    ...page,
    connection,
    isStale: page.isStale || isTailStale,
    isSearching: !page.data && page.loading,
    showMore,
    loadingMore,
    /** Also after a change of one's own, which nobody announces back. */
    reload: () => reload(undefined),
  };
}
