import type { OperationVariables } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { MeDocument, SignInDocument, type SignInInput } from '../../../gql/index.ts';
import { session } from '../../../shared/session.ts';
import { faultOf, type Fault } from '../../../shared/faults.ts';

export type SignInTrouble =
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** Resolves with whether the person is in; what went wrong stays in `trouble` until the next attempt. */
export function useSignIn() {
  const client = useApolloClient();
  const [mutate, { loading }] = useMutation(SignInDocument, { fetchPolicy: 'no-cache' });
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);

  async function signIn(input: SignInInput): Promise<boolean> {
    setTrouble(null);
    try {
      const { data } = await mutate({ variables: { input } });
      const answer = data!.signIn;
      if (answer.__typename === 'SignInRefused') {
        setTrouble({ kind: 'refused', retryAfterSeconds: answer.retryAfterSeconds });
        return false;
      }
      // Whoever sat here before leaves nothing behind.
      await client.clearStore();
      client.writeQuery<unknown, OperationVariables>({ query: MeDocument, data: { me: answer } });
      session.open();
      return true;
    } catch (error) {
      setTrouble({ kind: 'failed', fault: faultOf(error) });
      return false;
    }
  }

  return { signIn, signingIn: loading, trouble };
}
