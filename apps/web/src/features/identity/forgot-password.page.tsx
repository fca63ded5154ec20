import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { RequestPasswordResetDocument } from '../../gql/index.ts';
import { faultOf, type Fault } from '../../shared/faults.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { AuthCard } from './components/auth-card.tsx';

/** Answers the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <>
      <PageTitle id="identity.forgot.title" />
      {sentTo === null ? <AskForLink onSent={setSentTo} /> : <LinkSent email={sentTo} onAgain={() => setSentTo(null)} />}
    </>
  );
}

function AskForLink({ onSent }: { onSent: (email: string) => void }) {
  const text = useText();
  const [request, { loading }] = useMutation(RequestPasswordResetDocument);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() === '' ? text('form.required') : null) },
  });

  async function submit({ email }: { email: string }) {
    setFault(null);
    try {
      await request({ variables: { input: { email: email.trim() } } });
      onSent(email.trim());
    } catch (error) {
      setFault(faultOf(error));
    }
  }

  return (
    <AuthCard title={text('identity.forgot.title')} intro={text('identity.forgot.intro')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          {fault && <Notice tone="bad" role="alert"><p>{text(`error.${fault.code}`)}</p></Notice>}
          <TextInput label={text('identity.signIn.email')} type="email" autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} {...form.getInputProps('email')} />
          <Button type="submit" loading={loading} fullWidth mt="xs">
            {text(loading ? 'identity.forgot.submitting' : 'identity.forgot.submit')}
          </Button>
          <BackToSignIn />
        </Stack>
      </form>
    </AuthCard>
  );
}

function LinkSent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const text = useText();
  return (
    <AuthCard title={text('identity.forgot.sent.title')}>
      <Stack gap="sm" role="status">
        <p style={{ margin: 0 }}>{text('identity.forgot.sent', { email })}</p>
        <p style={{ margin: 0, color: 'var(--px-ink-3)' }}>{text('identity.forgot.sent.help')}</p>
      </Stack>
      <Stack gap="sm" mt="md">
        <Button variant="default" fullWidth onClick={onAgain}>{text('identity.forgot.again')}</Button>
        <BackToSignIn />
      </Stack>
    </AuthCard>
  );
}

function BackToSignIn() {
  const text = useText();
  return <Anchor component={Link} to="/sign-in" size="sm" ta="center">{text('identity.forgot.back')}</Anchor>;
}
