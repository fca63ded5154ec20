import { useQuery } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { FindPatientsDocument } from '../gql/index.ts';
import { patientName } from '../shared/patient-name.ts';
import { useText } from '../shared/text.ts';
import { useDates } from '../shared/use-dates.ts';
import { useMay } from '../shared/viewer.ts';
import classes from './find-dialog.module.css';
import { usePlaces } from './use-places.ts';

interface Found {
  readonly id: string;
  readonly to: string;
  readonly label: string;
  readonly note?: string;
}

/** ⌘K: patients by the server, pages by their names; arrows choose, Enter goes. */
export function FindDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const listId = useId();
  const mayRead = useMay('CASELOAD_READ');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [search] = useDebouncedValue(typed.trim(), 180);
  const { data, previousData, error, loading } = useQuery(FindPatientsDocument, { variables: { search }, skip: search.length < 2 || !mayRead });
  const places = usePlaces();
  const label = text(mayRead ? 'find.open' : 'find.page');

  // The focus goes back to where it was; where that is gone with its page, the new page begins at its content.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => {
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const isBack = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      (isBack ? opener : document.getElementById('content'))?.focus();
    });
  }, [opener]);

  const patients: Found[] = search.length < 2 ? [] : ((data ?? previousData)?.patients.edges ?? []).map(({ node }) => ({
    id: node.id, to: `/patients/${node.id}`, label: patientName(node), note: `${dates.plain(node.birthDate)} (${node.age}) · MRN ${node.mrn}`,
  }));
  const pages: Found[] = places
    .filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ to, label }) => ({ id: to, to, label }));
  const all = [...patients, ...pages];
  const chosen = Math.min(at, all.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  function go(found: Found | undefined) {
    if (!found) return;
    onClose();
    void navigate(found.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && all.length) {
      event.preventDefault();
      setAt((chosen + step + all.length) % all.length);
    }
    if (event.key === 'Enter') go(all[chosen]);
  }

  const group = (title: string, items: readonly Found[], offset: number) => items.length > 0 && (
    <div role="group" aria-label={title}>
      <div className={classes.group} aria-hidden="true">{title}</div>
      {items.map((item, index) => (
        <div
          key={item.id}
          id={optionId(offset + index)}
          role="option"
          aria-selected={offset + index === chosen}
          className={classes.option}
          onMouseMove={() => setAt(offset + index)}
          onClick={() => go(item)}
        >
          <span>{item.label}</span>
          {item.note && <span className={classes.note}>{item.note}</span>}
        </div>
      ))}
    </div>
  );

  return (
    <Modal.Root opened onClose={onClose} padding={0} size="lg" yOffset="12vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
      <input
        data-autofocus
        className={classes.input}
        type="text"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-activedescendant={all.length ? optionId(chosen) : undefined}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => { setTyped(event.currentTarget.value); setAt(0); }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {group(text('find.patients'), patients, 0)}
        {group(text('find.pages'), pages, patients.length)}
      </div>
      <div role="status">
        {error && !loading && <div className={classes.hint}>{text('find.failed')}</div>}
        {!error && !loading && all.length === 0 && <div className={classes.hint}>{text('find.nothing', { query: typed.trim() })}</div>}
      </div>
      </Modal.Content>
    </Modal.Root>
  );
}
