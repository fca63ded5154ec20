import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSignOut } from '../../../shared/outbox/use-sign-out.tsx';
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
  const { signOut, question } = useSignOut();
  const { unlock, unlocking, trouble } = useUnlock();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? text('form.required') : null) },
  });

  async function submit(values: { password: string }) {
    if (await unlock(values.password)) onUnlocked();
    else form.getInputNode('password')?.focus();
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
          <Button variant="subtle" fullWidth onClick={signOut}>
            {viewerName ? text('identity.lock.notYou', { name: viewerName }) : text('identity.lock.signOut')}
          </Button>
        </Stack>
      </form>
      {question}
    </AuthCard>
  );
}
