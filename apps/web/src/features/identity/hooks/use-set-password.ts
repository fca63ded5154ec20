import { useMutation } from '@apollo/client/react';
import { SetPasswordDocument } from '../../../gql/index.ts';
import { faultOf, type Fault } from '../../../shared/faults.ts';
import type { Violation } from '../../../shared/use-command.ts';

export type SetPasswordOutcome =
  | { readonly kind: 'set'; readonly email: string }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] }
  /** The link is used, expired or torn: another password does not help. */
  | { readonly kind: 'link-dead' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export function useSetPassword() {
  const [mutate, { loading }] = useMutation(SetPasswordDocument, { fetchPolicy: 'no-cache' });

  async function setPassword(token: string, password: string): Promise<SetPasswordOutcome> {
    try {
      const { data } = await mutate({ variables: { input: { token, password } } });
      const answer = data!.setPassword;
      if (answer.__typename === 'PasswordChanged') return { kind: 'set', email: answer.email };
      const aboutPassword = answer.violations.filter(({ field }) => field === 'password');
      return aboutPassword.length === answer.violations.length ? { kind: 'refused', violations: aboutPassword } : { kind: 'link-dead' };
    } catch (error) {
      return { kind: 'failed', fault: faultOf(error) };
    }
  }

  return { setPassword, setting: loading };
}
