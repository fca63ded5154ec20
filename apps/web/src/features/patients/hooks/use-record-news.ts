import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { PatientPresenceDocument, PatientRevisedDocument, RevisionsAfterDocument, type PatientLayoutQuery } from '../../../gql/index.ts';
import { background, useLive } from '../../../shared/live.ts';
import { PatientNews, type PatientNewsPage } from '../../../shared/patient-news.ts';
import { useViewer } from '../../../shared/viewer.ts';

interface FramePage {
  readonly data: PatientLayoutQuery | undefined;
  readonly refreshInBackground: () => Promise<void>;
}

/**
 * The record's one subscription and who else is here. On news, and after any gap in the connection, what is shown is fetched again, and who may
 * read the history asks which revisions were missed.
 */
export function useRecordNews(patientId: string, { data, refreshInBackground }: FramePage): PatientNewsPage {
  const client = useApolloClient();
  const { person } = useViewer();
  const [page] = useState(() => uuid());
  const [news] = useState(() => new PatientNews(person.id));
  const patient = data?.patient;
  const mayReadHistory = patient?.viewer.may.includes('HISTORY_READ') ?? false;

  const revision = patient?.revision;
  useEffect(() => {
    if (revision !== undefined) news.knows(revision);
  }, [news, revision]);

  async function revisionsAfter(after: number) {
    const answer = await client.query({ query: RevisionsAfterDocument, variables: { patientId, revision: after }, fetchPolicy: 'no-cache', context: background });
    return answer.data?.patient.revisionsAfter ?? [];
  }

  useLive(PatientRevisedDocument, { patientId }, () => {
    if (mayReadHistory) void news.catchUp(revisionsAfter);
    void refreshInBackground();
    news.tell();
  });

  const here = useLive(PatientPresenceDocument, { patientId, page }, () => undefined)?.patientPresence;
  useEffect(() => {
    if (here) news.here(here);
  }, [news, here]);

  return useMemo(() => ({ news, patientId, page }), [news, patientId, page]);
}
