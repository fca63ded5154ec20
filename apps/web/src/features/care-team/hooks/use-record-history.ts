import { isEntityName, type EntityName } from '@plexus/domain';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { RecordHistoryDocument } from '../../../gql/index.ts';
import { useEarlier } from '../../../shared/history/use-earlier.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';

const PAGE = 30;

/** The record's changes, newest first; `?about=goal` asks for those of one kind of thing. `revision` is the newest one known: when it moves on, so does the history. */
export function useRecordHistory(patientId: string, revision: number) {
  const [params, setParams] = useSearchParams();
  const wish = params.get('about') ?? '';
  const about = isEntityName(wish) ? wish : null;
  const query = usePageQuery(RecordHistoryDocument, { patientId, entity: about, first: PAGE });
  const { refreshInBackground } = query;
  const history = query.data?.patient.history;
  const earlier = useEarlier(() => query.fetchMore({ variables: { patientId, entity: about, first: PAGE, after: history?.pageInfo.endCursor } }));

  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    void refreshInBackground();
  }, [revision, refreshInBackground]);

  function showAbout(entity: EntityName | null): void {
    setParams((now) => {
      if (entity) now.set('about', entity);
      else now.delete('about');
      return now;
    }, { replace: true, preventScrollReset: true });
  }

  return { ...query, history, about, showAbout, earlier };
}
