import { Notice } from '@plexus/ui';
import { useText, type MessageId } from '../../../shared/text.ts';
import type { SignInTrouble as Trouble } from '../hooks/use-sign-in.ts';

/** The same words for an unknown account and a wrong password: a sign-in must not tell who works here. */
export function SignInTrouble({ trouble, refused }: { trouble: Trouble; refused: MessageId }) {
  const text = useText();
  if (trouble.kind === 'failed') return <Notice tone="bad" role="alert"><p>{text(`error.${trouble.fault.code}`)}</p></Notice>;
  const minutes = trouble.retryAfterSeconds === null ? null : Math.max(1, Math.ceil(trouble.retryAfterSeconds / 60));
  return (
    <Notice tone="bad" role="alert">
      <p>{text(refused)}</p>
      {minutes !== null && <p>{text('identity.signIn.retry', { minutes })}</p>}
    </Notice>
  );
}
