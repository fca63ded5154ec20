import { IconAlertTriangle, IconCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useEffect, useState, type ComponentProps, type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { useText, type Text } from '../text.ts';
import { usePreload } from '../use-preload.ts';
import { useViewer } from '../viewer.ts';
import type { OutboxView } from './outbox.ts';
import { useOutboxView } from './outbox-context.ts';
import classes from './tray.module.css';

const load = () => import('./tray-list.tsx');
type List = ComponentType<ComponentProps<(typeof import('./tray-list.tsx'))['TrayList']>>;

/** What goes out at once is not worth a word; what has just gone out after a wait is, for a moment. */
const QUICK_MS = 600;
const SAVED_MS = 8_000;

interface Words {
  readonly tone: 'calm' | 'warn' | 'bad';
  readonly Icon: typeof IconCheck;
  readonly words: string;
}

function wordsFor({ entries, trouble, isKept }: OutboxView, text: Text): Words | null {
  const refused = entries.filter(({ answer }) => answer).length;
  const count = entries.length - refused;
  if (refused) return { tone: 'bad', Icon: IconAlertTriangle, words: text('outbox.notAccepted', { count: refused }) };
  if (!count) return null;
  if (!isKept) return { tone: 'warn', Icon: IconAlertTriangle, words: text('outbox.heldOnly') };
  if (trouble) return { tone: 'warn', Icon: IconCloudOff, words: text(`outbox.waiting.${trouble}`, { count }) };
  return { tone: 'calm', Icon: IconCloudUp, words: text('outbox.kept') };
}

/** What of the person's work is still on this device, in words; nothing when all of it is sent. */
export function OutboxTray() {
  const text = useText();
  const view = useOutboxView();
  usePreload(load);
  // Not `lazy`: a script that does not come, for want of a network, must not take the page down.
  const [List, setList] = useState<List | null>(null);
  const open = () => void load().then(({ TrayList }) => setList(() => TrayList), () => undefined);
  const close = () => setList(null);
  const isWaiting = useLater(view.entries.length > 0);
  const state = wordsFor(view, text);
  const shown = state && (isWaiting || view.trouble || state.tone === 'bad') ? state : null;

  const button = shown && (
    <button type="button" className={classes.tray} data-tone={shown.tone} aria-haspopup="dialog" aria-expanded={List !== null} onClick={List ? close : open}>
      <shown.Icon size={16} aria-hidden="true" />
      <span>{shown.words}</span>
    </button>
  );
  return (
    <div className={classes.place}>
      <div aria-live="polite">{!List && (button || <Saved at={view.savedAt} />)}</div>
      {List && <List view={view} target={button || <span />} onClose={close} />}
    </div>
  );
}

function Saved({ at }: { at: string | null }) {
  const text = useText();
  const intl = useIntl();
  const { timeZone } = useViewer().organization;
  const [goneAt, setGoneAt] = useState<string | null>(null);
  useEffect(() => {
    if (!at) return;
    const timer = setTimeout(() => setGoneAt(at), SAVED_MS);
    return () => clearTimeout(timer);
  }, [at]);
  if (!at || at === goneAt) return null;
  const time = intl.formatTime(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return <span className={classes.saved}><IconCheck size={16} aria-hidden="true" />{text('outbox.saved', { time })}</span>;
}

/** True once it has been so for a moment. */
function useLater(is: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(is), is ? QUICK_MS : 0);
    return () => clearTimeout(timer);
  }, [is]);
  return is && isLate;
}
