import { Modal } from '@mantine/core';
import { DisciplineAvatar, ListSkeleton } from '@plexus/ui';
import { IconUsers } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { FaultState } from '../../../shared/fault-state.tsx';
import { disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useWorklistCandidates } from '../hooks/use-worklist-candidates.ts';
import { choicesOf, findChoices, type Choice } from '../model/worklist-choices.ts';
import { useCandidateWords } from './assignee-select.tsx';
import classes from './worklist-dialogs.module.css';

interface WorklistAssignProps {
  readonly rows: readonly WorklistRowFragment[];
  readonly onClose: () => void;
  readonly onChoose: (choice: Choice) => void;
}

/** Two letters of a name or a discipline, Enter. Says of everybody who they are, what they hold, and for how many of the selection they may be asked. */
export function WorklistAssign({ rows, onClose, onChoose }: WorklistAssignProps) {
  const text = useText();
  const listId = useId();
  const { candidates, error, retry } = useWorklistCandidates(rows);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const choices = candidates ? findChoices(choicesOf(rows, candidates, (pool) => text('assign.pool', { role: disciplineName(pool) })), typed) : [];
  const marked = Math.min(at, choices.length - 1);
  const label = text('worklist.assign.title', { count: rows.length });

  function choose(choice: Choice | undefined) {
    if (choice?.possible) onChoose(choice);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && choices.length) {
      event.preventDefault();
      setAt((marked + step + choices.length) % choices.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(choices[marked]);
    }
  }

  return (
    <Modal opened onClose={onClose} title={label} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <input
        data-autofocus
        // At once: the next key is a letter of the name already.
        autoFocus
        className={classes.input}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={choices.length ? `${listId}-${marked}` : undefined}
        aria-autocomplete="list"
        aria-label={text('worklist.assign.find')}
        placeholder={text('worklist.assign.find')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }}
        onKeyDown={onKeyDown}
      />
      {error !== undefined && <FaultState error={error} onRetry={retry} />}
      {!candidates && error === undefined && <ListSkeleton label={text('app.loading')} lines={4} />}
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {choices.map((choice, index) => (
          <div
            key={choice.candidate?.person.id ?? choice.name}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            aria-disabled={choice.possible === 0}
            className={classes.option}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(choice)}
          >
            <ChoiceLine choice={choice} count={rows.length} />
          </div>
        ))}
      </div>
      <div role="status" className={classes.hint}>{candidates && choices.length === 0 && text('worklist.assign.nobody')}</div>
    </Modal>
  );
}

function ChoiceLine({ choice: { candidate, name, possible }, count }: { choice: Choice; count: number }) {
  const text = useText();
  const say = useCandidateWords();
  const may = possible === count ? null : text(possible ? 'worklist.assign.some' : 'worklist.assign.none', { possible, count });
  return (
    <>
      {candidate ? <DisciplineAvatar person={avatarOf(candidate.person, candidate.discipline.id)} isDecorative /> : <IconUsers size={24} stroke={1.5} aria-hidden="true" />}
      <span className={classes.words}>{name}<span className={classes.note}>{[candidate && say(candidate), may].filter(Boolean).join(' · ')}</span></span>
    </>
  );
}
