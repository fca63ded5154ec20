import { ActionIcon, CloseButton, FocusTrap } from '@mantine/core';
import { useIsNarrow } from '@plexus/ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../../shared/text.ts';
import classes from './follow-ups.module.css';

interface PanelFrameProps {
  readonly title: string;
  /** A form in it takes the focus. */
  readonly isForm: boolean;
  readonly onEscape: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the list; on a telephone it is the page for as long as it is open. What was typed is kept when it closes, and is there again. */
export function PanelFrame({ title, isForm, onEscape, onClose, children }: PanelFrameProps) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (!isForm) heading.current?.focus(); }, [isForm]);

  function onKeyDown(event: KeyboardEvent) {
    // An open list closes first.
    const isInList = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true';
    if (event.key !== 'Escape' || event.defaultPrevented || isInList) return;
    event.preventDefault();
    onEscape();
  }

  return (
    <FocusTrap active={isNarrow}>
      <section className={classes.panel} aria-labelledby={titleId} role={isNarrow ? 'dialog' : undefined} aria-modal={isNarrow || undefined} onKeyDown={onKeyDown}>
        <header className={classes.head}>
          <ActionIcon className={classes.back} variant="subtle" color="gray" size={44} aria-label={text('action.back')} onClick={onClose}><IconArrowLeft size={20} aria-hidden="true" /></ActionIcon>
          <h2 id={titleId} ref={heading} tabIndex={-1}>{title}</h2>
          <CloseButton className={classes.close} aria-label={text('action.close')} onClick={onClose} />
        </header>
        <div className={classes.body}>{children}</div>
      </section>
    </FocusTrap>
  );
}
