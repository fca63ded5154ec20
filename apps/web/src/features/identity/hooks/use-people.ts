import { useDebouncedCallback } from '@mantine/hooks';
import { useSearchParams } from 'react-router';
import { PeoplePageDocument } from '../../../gql/index.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

const TYPING_MS = 250;

/** The people whom the address asks for. While the next letters are looked up, the last answer stays on the screen. */
export function usePeople() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const withInactive = params.get('inactive') === '1';
  const query = usePageQuery(PeoplePageDocument, { search: search || null, withInactive });

  const put = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    }, { replace: true });

  return {
    ...query,
    people: (query.data ?? query.previousData)?.people,
    isSearching: !query.data && query.loading,
    search,
    withInactive,
    searchSoon: useDebouncedCallback((text: string) => put('search', text.trim()), TYPING_MS),
    searchNow: (text: string) => put('search', text.trim()),
    showInactive: (on: boolean) => put('inactive', on ? '1' : ''),
  };
}
