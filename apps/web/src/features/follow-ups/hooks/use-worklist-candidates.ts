import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { FollowUpCandidatesDocument, type WorklistRowFragment } from '../../../gql/index.ts';
import type { Candidate } from '../model/assignee.ts';

interface Loaded {
  readonly candidates?: ReadonlyMap<string, readonly Candidate[]>;
  readonly error?: unknown;
}

/** Who can be asked, of every patient in the selection, as it is now: leave and load change by the hour. */
export function useWorklistCandidates(rows: readonly WorklistRowFragment[]) {
  const client = useApolloClient();
  const [loaded, setLoaded] = useState<Loaded>({});
  const [tries, setTries] = useState(0);
  const key = [...new Set(rows.map(({ patientId }) => patientId))].join(' ');

  useEffect(() => {
    if (!key) return;
    let isOver = false;
    const ask = async (patientId: string) => {
      const { data } = await client.query({ query: FollowUpCandidatesDocument, variables: { patientId }, fetchPolicy: 'network-only' });
      return [patientId, data?.followUpCandidates ?? []] as const;
    };
    Promise.all(key.split(' ').map(ask)).then(
      (found) => { if (!isOver) setLoaded({ candidates: new Map(found) }); },
      (error: unknown) => { if (!isOver) setLoaded({ error }); },
    );
    return () => { isOver = true; };
  }, [client, key, tries]);

  const retry = useCallback(() => {
    setLoaded({});
    setTries((count) => count + 1);
  }, []);
  return { ...loaded, retry };
}
