import { useApolloClient } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { SignOutDocument } from '../../../gql/index.ts';
import { session } from '../../../shared/session.ts';
import { useText } from '../../../shared/text.ts';
import { useUnlock } from '../hooks/use-unlock.ts';
import { AuthCard } from './auth-card.tsx';
import { PasswordField } from './password-field.tsx';
import { SignInTrouble } from './sign-in-trouble.tsx';

interface LockScreenProps {
  /** Null when the browser was opened on a locked session: nothing is known then, not even a name. */
  readonly viewerName: string | null;
  readonly onUnlocked: () => void;
}

/** Stands instead of the app while the session is locked. */
export function LockScreen({ viewerName, onUnlocked }: LockScreenProps) {
  const text = useText();
  const client = useApolloClient();
  const { unlock, unlocking, trouble } = useUnlock();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? text('form.required') : null) },
  });

  async function submit(values: { password: string }) {
    if (await unlock(values.password)) onUnlocked();
    else form.getInputNode('password')?.focus();
  }

  async function signOut() {
    // Without an answer the person leaves this browser all the same.
    await client.mutate({ mutation: SignOutDocument }).catch(() => undefined);
    session.end();
  }

  return (
    <AuthCard title={viewerName ?? text('identity.lock.title')} intro={text('identity.lock.intro')}>
      <title>{text('app.title', { page: text('identity.lock.title') })}</title>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          {trouble && <SignInTrouble trouble={trouble} refused="identity.lock.refused" />}
          <PasswordField label={text('identity.signIn.password')} autoComplete="current-password" autoFocus {...form.getInputProps('password')} />
          <Button type="submit" loading={unlocking} fullWidth mt="xs">
            {text(unlocking ? 'identity.lock.unlocking' : 'identity.lock.unlock')}
          </Button>
          <Button variant="subtle" fullWidth onClick={() => void signOut()}>
            {viewerName ? text('identity.lock.notYou', { name: viewerName }) : text('identity.lock.signOut')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
