import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../../shared/text.ts';
import classes from './caseload.module.css';

/** What is typed goes to the address after a breath, so that a link shows a colleague the same list. */
export function CaseloadSearch() {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  // The draft counts only while the address is the one it was typed over; the back button wins over it.
  const [draft, setDraft] = useState({ typed: q, over: q });
  const typed = draft.over === q ? draft.typed : q;

  const write = useDebouncedCallback((wish: string) => {
    const next = wish.trim();
    setDraft({ typed: wish, over: next });
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (next) after.set('q', next);
      else after.delete('q');
      return after;
    }, { replace: true });
  }, 250);

  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label={text('patients.search')}
      placeholder={text('patients.search')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={typed}
      onChange={(event) => {
        setDraft({ typed: event.currentTarget.value, over: q });
        write(event.currentTarget.value);
      }}
    />
  );
}
