import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { AccessLogPageDocument } from '../../../gql/index.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

const PAGE = 50;

/** The access log of the person whom the address names, or of everyone. */
export function useAccessLog() {
  const [params, setParams] = useSearchParams();
  const personId = params.get('person');
  const query = usePageQuery(AccessLogPageDocument, { first: PAGE, personId });
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<unknown>(null);
  const log = query.data?.accessLog;

  async function showMore(): Promise<void> {
    setLoadingMore(true);
    setMoreError(null);
    try {
      await query.fetchMore({ variables: { first: PAGE, personId, after: log?.pageInfo.endCursor } });
    } catch (error) {
      setMoreError(error);
    }
    setLoadingMore(false);
  }

  function showPerson(id: string | null): void {
    setParams((now) => {
      if (id) now.set('person', id);
      else now.delete('person');
      return now;
    });
  }

  return { ...query, log, personId, showPerson, showMore, loadingMore, moreError };
}
