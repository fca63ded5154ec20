import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { UnlockSessionDocument } from '../../../gql/index.ts';
import { faultOf } from '../../../shared/faults.ts';
import type { SignInTrouble } from './use-sign-in.ts';

/** Resolves with whether the session is open again. */
export function useUnlock() {
  const [mutate, { loading }] = useMutation(UnlockSessionDocument, { fetchPolicy: 'no-cache' });
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);

  async function unlock(password: string): Promise<boolean> {
    setTrouble(null);
    try {
      const { data } = await mutate({ variables: { input: { password } } });
      const answer = data!.unlockSession;
      if (answer.__typename === 'Viewer') return true;
      setTrouble({ kind: 'refused', retryAfterSeconds: answer.retryAfterSeconds });
    } catch (error) {
      setTrouble({ kind: 'failed', fault: faultOf(error) });
    }
    return false;
  }

  return { unlock, unlocking: loading, trouble };
}
