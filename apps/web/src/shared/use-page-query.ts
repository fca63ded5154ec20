import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { inTurn } from './in-turn.ts';
import { background } from './live.ts';

/**
 * A page's query. What is known shows at once and is refreshed beside; a refresh that fails is told in `isStale`
 * and never takes away what is on the screen. `error` is set only while there is nothing to show.
 */
export function usePageQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) {
  const client = useApolloClient();
  const query = useQuery<TData, OperationVariables>(document, { variables, fetchPolicy: 'cache-first' });
  const key = JSON.stringify(variables);
  const [staleKey, setStaleKey] = useState<string | null>(null);

  const fetchNow = useMemo(() => inTurn(async (context: typeof background | undefined) => {
    try {
      await client.query<TData, OperationVariables>({ query: document, variables: JSON.parse(key) as TVariables, fetchPolicy: 'network-only', context });
      setStaleKey(null);
    } catch {
      setStaleKey(key);
    }
  }), [client, document, key]);

  // Coming back to a page: the cache answered, but colleagues may have written since.
  useEffect(() => {
    const known = client.readQuery<TData, OperationVariables>({ query: document, variables: JSON.parse(key) as TVariables });
    if (!known) return;
    const timer = setTimeout(() => void fetchNow(undefined), 0);
    return () => clearTimeout(timer);
  }, [client, document, key, fetchNow]);

  const data = query.data as TData | undefined;
  return {
    data,
    /** What other variables answered last, for lists that stay while the next one is looked up. Never for a patient's record: it may be another's. */
    previousData: data ? undefined : (query.previousData as TData | undefined),
    error: data ? undefined : query.error,
    loading: query.loading,
    isStale: staleKey === key,
    /** By the person: a failed first load is tried again. */
    retry: useCallback(() => { void query.refetch().catch(() => undefined); }, [query]),
    /** By the person, with something on screen. */
    refresh: useCallback(() => fetchNow(undefined), [fetchNow]),
    /** Because of news from others. */
    refreshInBackground: useCallback(() => fetchNow(background), [fetchNow]),
    fetchMore: query.fetchMore,
  };
}
