import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useText } from '../../../shared/text.ts';
import classes from './password-field.module.css';

type PasswordFieldProps = Omit<PasswordInputProps, 'visible' | 'onVisibilityChange' | 'description' | 'autoComplete'> & {
  readonly autoComplete: 'current-password' | 'new-password';
};

/** A password that can be looked at, also by keyboard, and that tells when Caps Lock is on. */
export function PasswordField(props: PasswordFieldProps) {
  const text = useText();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <PasswordInput
      {...props}
      aria-invalid={props.error ? true : undefined}
      classNames={{ input: classes.input, innerInput: classes.inner }}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': text(visible ? 'identity.password.hide' : 'identity.password.show'), tabIndex: 0, 'aria-hidden': undefined }}
      onKeyDown={watch}
      onKeyUp={watch}
      onBlur={(event) => {
        setCapsLock(false);
        props.onBlur?.(event);
      }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={capsLock ? text('identity.signIn.capsLock') : undefined}
    />
  );
}
