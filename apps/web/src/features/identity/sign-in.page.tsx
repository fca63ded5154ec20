import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { Link, useLocation, useNavigate } from 'react-router';
import { PageTitle } from '../../shared/page-title.tsx';
import { returnTo } from '../../shared/return-to.ts';
import { useText } from '../../shared/text.ts';
import { AuthCard } from './components/auth-card.tsx';
import { PasswordField } from './components/password-field.tsx';
import { SignInTrouble } from './components/sign-in-trouble.tsx';
import { useSignIn } from './hooks/use-sign-in.ts';
import classes from './sign-in.module.css';

export function SignInPage() {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { signIn, signingIn, trouble } = useSignIn();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const form = useForm({ initialValues: { email: '', password: '' }, validate: { email: required, password: required } });

  async function submit(values: { email: string; password: string }) {
    if (await signIn(values)) await navigate(returnTo(search), { replace: true });
    else form.getInputNode('password')?.focus();
  }

  return (
    <AuthCard title={text('identity.signIn.title')} intro={text('identity.signIn.for')}>
      <PageTitle id="identity.signIn.title" />
      <form onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'email')?.focus())} noValidate>
        <Stack gap="sm">
          {new URLSearchParams(search).get('why') === 'expired' && !trouble && (
            <Notice tone="calm" role="status"><p>{text('identity.signIn.expired')}</p></Notice>
          )}
          {trouble && <SignInTrouble trouble={trouble} refused="identity.signIn.refused" />}
          <TextInput label={text('identity.signIn.email')} type="email" autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} {...form.getInputProps('email')} />
          <PasswordField label={text('identity.signIn.password')} autoComplete="current-password" {...form.getInputProps('password')} />
          <Button type="submit" loading={signingIn} fullWidth mt="xs">
            {text(signingIn ? 'identity.signIn.submitting' : 'identity.signIn.submit')}
          </Button>
          <p className={classes.forgot}>
            <Anchor component={Link} to="/forgot-password" size="sm">{text('identity.signIn.forgot')}</Anchor>
          </p>
        </Stack>
      </form>
    </AuthCard>
  );
}
