import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { PersonChoicesDocument, type PersonPartsFragment } from '../gql/index.ts';

const TYPING_MS = 200;

/** Active people with a discipline who match what is typed; the last answer stays while the next one is on its way. */
export function usePersonChoices() {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), TYPING_MS);
  const [chosen, setChosen] = useState<PersonPartsFragment | null>(null);
  // The name of the person chosen stands in the field; it is no question.
  const question = chosen && asked === chosen.name ? '' : asked;
  const { data, previousData, loading, error } = useQuery(PersonChoicesDocument, { variables: { search: question || null } });
  const found = ((data ?? previousData)?.people ?? []).filter(({ status, discipline }) => status === 'ACTIVE' && discipline !== null);
  const people: readonly PersonPartsFragment[] = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;

  return {
    people,
    search,
    setSearch,
    choose: (id: string | null) => setChosen(people.find((person) => person.id === id) ?? null),
    isSearching: loading || asked !== search.trim(),
    failed: error !== undefined,
  };
}
