import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { addDays } from '@plexus/domain';
import { useState, type FormEvent } from 'react';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { readDayWord } from '../model/worklist-day.ts';
import classes from './worklist-dialogs.module.css';

interface WorklistDayProps {
  readonly act: 'due' | 'snooze';
  readonly count: number;
  readonly onClose: () => void;
  /** Null: no longer put off. */
  readonly onChoose: (day: string | null) => void;
}

const AHEAD = [0, 1, 7, 14, 28];

/** A day in a word, and what it is read as while it is typed. */
export function WorklistDay({ act, count, onClose, onChoose }: WorklistDayProps) {
  const text = useText();
  const dates = useDates();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const first = act === 'snooze' ? addDays(dates.today, 1) : dates.today;
  const day = readDayWord(typed, dates.today);

  function choose(wish: string | null) {
    if (wish === null) return setError(text(typed.trim() ? 'worklist.day.unclear' : 'form.required'));
    if (wish < first) return setError(text(act === 'snooze' ? 'violation.SNOOZE_PAST' : 'violation.DUE_PAST'));
    onChoose(wish);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    choose(day);
  }

  return (
    <Modal opened onClose={onClose} title={text(`worklist.day.${act}`, { count })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={onSubmit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            // At once: the next key is a letter of the day already.
            autoFocus
            label={text('worklist.day.label')}
            description={text('worklist.day.hint')}
            autoComplete="off"
            maxLength={40}
            value={typed}
            error={error}
            onChange={(event) => { setTyped(event.currentTarget.value); setError(null); }}
          />
          <div role="status" className={classes.read}>{day && dates.full(day)}</div>
          <Group gap="xs">
            {AHEAD.map((days) => addDays(dates.today, days)).filter((ahead) => ahead >= first).map((ahead) => (
              <Button key={ahead} variant="default" size="compact-sm" title={dates.full(ahead)} onClick={() => choose(ahead)}>{dates.said(ahead)}</Button>
            ))}
            {act === 'snooze' && <Button variant="default" size="compact-sm" onClick={() => onChoose(null)}>{text('worklist.day.now')}</Button>}
          </Group>
          <DialogButtons submit={text(`worklist.day.submit.${act}`)} isSending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
