import { Button, Group, Popover } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useText, useWord } from '../text.ts';
import { useDates } from '../use-dates.ts';
import { useViolationText } from '../violation-text.ts';
import { stateOf, type Entry } from './entry.ts';
import type { OutboxView } from './outbox.ts';
import { useOutbox } from './outbox-context.ts';
import classes from './tray.module.css';

interface TrayListProps {
  readonly view: OutboxView;
  readonly target: ReactElement;
  readonly onClose: () => void;
}

/** Everything of the person that is not sent, and what can be done with it. */
export function TrayList({ view, target, onClose }: TrayListProps) {
  const text = useText();
  // Wherever the focus is: the button that had it goes while its change is being sent.
  useHotkeys([['Escape', onClose]], []);
  if (view.entries.length === 0) return <Emptied onClose={onClose} />;
  return (
    <Popover opened onDismiss={onClose} position="bottom-end" width={360} shadow="md" withinPortal={false} trapFocus returnFocus>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={classes.list}>
        <h2 className={classes.title} tabIndex={-1} data-autofocus>{text('outbox.title')}</h2>
        {!view.isKept && <p className={classes.note}>{text('outbox.heldOnly')}</p>}
        <ul>{view.entries.map((entry) => <Line key={entry.id} entry={entry} sendingId={view.sendingId} onClose={onClose} />)}</ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The last of it was sent while the list was open. */
function Emptied({ onClose }: { onClose: () => void }) {
  useEffect(onClose);
  return null;
}

function Line({ entry, sendingId, onClose }: { entry: Entry; sendingId: string | null; onClose: () => void }) {
  const text = useText();
  const word = useWord();
  const dates = useDates();
  const say = useReason();
  const outbox = useOutbox();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { id, who, at, path, answer } = entry;
  const what = word(`command.${entry.operationName}`, text('command.other'));
  const state = stateOf(entry, sendingId);
  const reason = say(entry);

  async function open(to: string) {
    onClose();
    await navigate(to);
  }

  return (
    <li className={classes.line}>
      <strong>{who ? text('outbox.about', { what, who }) : what}</strong>
      <span className={classes.note}>{dates.instant(at)}</span>
      <span data-state={state}>{text(`outbox.state.${state}`)}{reason && `: ${reason}`}</span>
      {isAsking ? (
        <Group gap="xs" mt={4}>
          <span>{text('outbox.discard.sure')}</span>
          <Button size="compact-sm" color="red.9" onClick={() => void outbox.discard(id)}>{text('action.discard')}</Button>
          <Button size="compact-sm" variant="default" onClick={() => setIsAsking(false)}>{text('outbox.discard.keep')}</Button>
        </Group>
      ) : (
        <Group gap="xs" mt={4}>
          {path && answer && entry.form && <Button size="compact-sm" variant="default" onClick={() => void open(path)}>{text('action.open')}</Button>}
          {state !== 'sending' && <Button size="compact-sm" variant="default" onClick={() => void outbox.retry(id)}>{text('action.retry')}</Button>}
          {state !== 'sending' && <Button size="compact-sm" variant="subtle" onClick={() => setIsAsking(true)}>{text('action.discard')}</Button>}
        </Group>
      )}
    </li>
  );
}

/** Why it was not accepted, in words. */
function useReason(): (entry: Entry) => string | null {
  const text = useText();
  const say = useViolationText();
  return ({ answer }) => {
    if (answer?.kind === 'refused') return answer.violations.map(say).join(' ');
    if (answer?.kind === 'failed') return text(answer.fault.rule === 'DOCUMENT_NOT_TRUSTED' ? 'outbox.newBuild' : `error.${answer.fault.code}`);
    return null;
  };
}
