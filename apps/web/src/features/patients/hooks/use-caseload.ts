import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CaseloadPageDocument, CaseloadRevisedDocument, type CaseloadSort } from '../../../gql/index.ts';
import { useLive } from '../../../shared/live.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

const PAGE = 50;
const SORTS: Readonly<Record<string, CaseloadSort>> = { review: 'NEXT_REVIEW' };

/** The caseload as the address says: `?q=` searches, `?sort=review` sorts. */
export function useCaseload() {
  const [params] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  const sort = SORTS[params.get('sort') ?? ''] ?? 'NAME';
  const page = usePageQuery(CaseloadPageDocument, { search: q || null, sort, first: PAGE });
  const [loadingMore, setLoadingMore] = useState<'no' | 'yes' | 'failed'>('no');
  useLive(CaseloadRevisedDocument, {}, () => void page.refreshInBackground());

  const connection = (page.data ?? page.previousData)?.patients;

  async function showMore() {
    setLoadingMore('yes');
    try {
      await page.fetchMore({ variables: { after: connection?.pageInfo.endCursor } });
      setLoadingMore('no');
    } catch {
      setLoadingMore('failed');
    }
  }

  return { ...page, q, sort, connection, isSearching: !page.data && page.loading, showMore, loadingMore };
}
