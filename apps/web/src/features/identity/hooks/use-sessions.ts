import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { EndSessionDocument, SessionsPageDocument, type SessionRowFragment } from '../../../gql/index.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

/** My sessions, and ending some of them. The one in use is ended by signing out. */
export function useSessions() {
  const query = usePageQuery(SessionsPageDocument, {});
  const [endOne] = useMutation(EndSessionDocument);
  const [ending, setEnding] = useState<readonly string[]>([]);

  /** Resolves with whether all of them have ended. */
  async function end(sessions: readonly SessionRowFragment[]): Promise<boolean> {
    setEnding(sessions.map(({ id }) => id));
    const answers = await Promise.allSettled(sessions.map(({ id }) => endOne({ variables: { input: { sessionId: id } } })));
    await query.refresh();
    setEnding([]);
    return answers.every(({ status }) => status === 'fulfilled');
  }

  return { ...query, sessions: query.data?.mySessions, end, ending };
}
