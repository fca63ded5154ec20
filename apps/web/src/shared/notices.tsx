import { Button, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { hideNotification, Notifications, showNotification } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { UNDO_OFFERED_SECONDS } from '@plexus/domain';
import type { ReactNode } from 'react';
import classes from './notices.module.css';
import { useText } from './text.ts';

const UNDO_MS = UNDO_OFFERED_SECONDS * 1_000;
const READ_MS = 12_000;

/** What can still be taken back: the newest only, for the key. */
let offered: { readonly id: string; readonly undo: () => void } | null = null;

function takeBack(): void {
  const offer = offered;
  if (!offer) return;
  offered = null;
  hideNotification(offer.id);
  offer.undo();
}

/** In the corner where no form has its buttons, without taking the focus; ⌘Z or Ctrl Z takes back what is on offer. */
export function Notices() {
  useHotkeys([['mod+Z', takeBack]]);
  return <Notifications position="bottom-left" withinPortal={false} containerWidth={400} zIndex={300} className={classes.corner} />;
}

let count = 0;

/** More than these would cover the plan. */
const OFFERS_SHOWN = 2;
const shownOffers: string[] = [];

/** What was done, and for ten seconds the way back. */
export function offerUndo(message: ReactNode, undo: () => void): void {
  const id = `done-${++count}`;
  offered = { id, undo };
  shownOffers.push(id);
  if (shownOffers.length > OFFERS_SHOWN) hideNotification(shownOffers.shift()!);
  showNotification({
    id,
    message: <Offer undo={() => { hideNotification(id); if (offered?.id === id) offered = null; undo(); }}>{message}</Offer>,
    icon: <IconCheck size={18} aria-hidden="true" />,
    color: 'plexus',
    withCloseButton: false,
    autoClose: UNDO_MS,
    onClose: () => {
      if (offered?.id === id) offered = null;
      if (shownOffers.includes(id)) shownOffers.splice(shownOffers.indexOf(id), 1);
    },
  });
}

/** Something that happened, to be read once. */
export function notice(message: ReactNode, tone: 'calm' | 'bad' = 'calm'): void {
  showNotification({
    id: `notice-${++count}`,
    message,
    icon: <IconInfoCircle size={18} aria-hidden="true" />,
    color: tone === 'bad' ? 'red.9' : 'plexus',
    autoClose: READ_MS,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}

function Offer({ undo, children }: { undo: () => void; children: ReactNode }) {
  const text = useText();
  return (
    <span className={classes.offer}>
      <span>{children}<VisuallyHidden> {text('undo.hint')}</VisuallyHidden></span>
      <Button size="compact-sm" variant="default" onClick={undo}>{text('action.undo')}</Button>
    </span>
  );
}
