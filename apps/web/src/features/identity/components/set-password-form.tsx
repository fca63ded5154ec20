import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PASSWORD_MIN } from '@plexus/domain';
import { Notice } from '@plexus/ui';
import { useState } from 'react';
import type { Fault } from '../../../shared/faults.ts';
import { useText } from '../../../shared/text.ts';
import { useViolationText } from '../../../shared/violation-text.ts';
import { useSetPassword } from '../hooks/use-set-password.ts';
import { PasswordField } from './password-field.tsx';

interface SetPasswordFormProps {
  readonly token: string;
  readonly onSet: (email: string) => void;
  readonly onLinkDead: () => void;
}

export function SetPasswordForm({ token, onSet, onLinkDead }: SetPasswordFormProps) {
  const text = useText();
  const say = useViolationText();
  const { setPassword, setting } = useSetPassword();
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: (value) => (value.length < PASSWORD_MIN ? text('identity.setPassword.tooShort', { min: PASSWORD_MIN, length: value.length }) : null),
      again: (value, { password }) => (value === password ? null : text('identity.setPassword.different')),
    },
  });

  async function submit({ password }: { password: string }) {
    setFault(null);
    const outcome = await setPassword(token, password);
    switch (outcome.kind) {
      case 'set':
        return onSet(outcome.email);
      case 'link-dead':
        return onLinkDead();
      case 'refused':
        form.setFieldError('password', outcome.violations.map(say).join(' '));
        return form.getInputNode('password')?.focus();
      case 'failed':
        setFault(outcome.fault);
    }
  }

  return (
    <form onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'password')?.focus())} noValidate>
      <Stack gap="sm">
        {fault && <Notice tone="bad" role="alert"><p>{text(`error.${fault.code}`)}</p></Notice>}
        <PasswordField label={text('identity.setPassword.new')} autoComplete="new-password" autoFocus {...form.getInputProps('password')} />
        <PasswordField label={text('identity.setPassword.again')} autoComplete="new-password" {...form.getInputProps('again')} />
        <Button type="submit" loading={setting} fullWidth mt="xs">
          {text(setting ? 'identity.setPassword.submitting' : 'identity.setPassword.submit')}
        </Button>
      </Stack>
    </form>
  );
}
