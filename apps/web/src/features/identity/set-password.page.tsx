import { Button, Stack } from '@mantine/core';
import { PASSWORD_MIN } from '@plexus/domain';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { AuthCard } from './components/auth-card.tsx';
import { SetPasswordForm } from './components/set-password-form.tsx';

type Step = { readonly kind: 'ask' } | { readonly kind: 'link-dead' } | { readonly kind: 'set'; readonly email: string };

/** The token stands in the fragment, which no server, proxy or log ever sees. */
export function SetPasswordPage() {
  const text = useText();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [token] = useState(() => decodeURIComponent(hash.slice(1)));
  const [step, setStep] = useState<Step>({ kind: token === '' ? 'link-dead' : 'ask' });

  function done(email: string) {
    setStep({ kind: 'set', email });
    void navigate('/set-password', { replace: true });
  }

  return (
    <>
      <PageTitle id="identity.setPassword.title" />
      {step.kind === 'ask' && (
        <AuthCard title={text('identity.setPassword.title')} intro={text('identity.setPassword.intro', { min: PASSWORD_MIN })}>
          <SetPasswordForm token={token} onSet={done} onLinkDead={() => setStep({ kind: 'link-dead' })} />
        </AuthCard>
      )}
      {step.kind === 'set' && (
        <AuthCard title={text('identity.setPassword.done.title')}>
          <p role="status">{text('identity.setPassword.done', { email: step.email })}</p>
          <Button component={Link} to="/sign-in" fullWidth>{text('identity.setPassword.toSignIn')}</Button>
        </AuthCard>
      )}
      {step.kind === 'link-dead' && <LinkDead />}
    </>
  );
}

function LinkDead() {
  const text = useText();
  return (
    <AuthCard title={text('identity.setPassword.link.title')}>
      <Stack gap="sm">
        <p role="alert" style={{ margin: 0 }}>{text('identity.setPassword.link.used')}</p>
        <Button component={Link} to="/forgot-password" fullWidth>{text('identity.setPassword.link.reset')}</Button>
        <p style={{ margin: 0, color: 'var(--px-ink-3)' }}>{text('identity.setPassword.link.invited')}</p>
      </Stack>
    </AuthCard>
  );
}
