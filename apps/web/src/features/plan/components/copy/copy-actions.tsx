import { Button } from '@mantine/core';
import { Notice } from '@plexus/ui';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useText } from '../../../../shared/text.ts';
import { useMakeCopy, type Making } from '../../hooks/use-make-copy.ts';
import classes from './copy.module.css';

interface CopyActionsProps extends Making {
  /** Nothing may leave as it is. */
  readonly isHeld?: boolean;
}

/** Onto paper or into a file: either way the access log has it first. */
export function CopyActions({ isHeld = false, ...making }: CopyActionsProps) {
  const text = useText();
  const { print, save, making: which, said } = useMakeCopy(making);
  return (
    <div className={classes.actions}>
      <Button leftSection={<IconPrinter size={16} aria-hidden="true" />} disabled={isHeld} loading={which === 'print'} onClick={() => void print()}>{text('copy.print')}</Button>
      <Button variant="default" leftSection={<IconFileDownload size={16} aria-hidden="true" />} disabled={isHeld} loading={which === 'save'} onClick={() => void save()}>{text('copy.save')}</Button>
      {said && <div className={classes.said}><Notice tone={said.tone} role={said.tone === 'bad' ? 'alert' : 'status'}>{said.words}</Notice></div>}
    </div>
  );
}
