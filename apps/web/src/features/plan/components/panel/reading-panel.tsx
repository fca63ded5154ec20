import { ActionIcon, CloseButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import classes from './panel.module.css';

/** The frame of what is read beside the plan: nothing typed can be lost, so Escape closes it at once. */
export function ReadingPanel({ title, children }: { title: string; children: ReactNode }) {
  const text = useText();
  const { close } = usePlanDesk();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  return (
    <section className={classes.form} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <ActionIcon className={classes.back} variant="subtle" color="gray" size={44} aria-label={text('action.back')} onClick={close}><IconArrowLeft size={20} aria-hidden="true" /></ActionIcon>
        <div className={classes.title}><h2 id={titleId} ref={heading} tabIndex={-1}>{title}</h2></div>
        <CloseButton className={classes.close} aria-label={text('action.close')} onClick={close} />
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
