import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { AnnounceEditingDocument } from '../../../gql/index.ts';
import { background } from '../../../shared/live.ts';
import { usePatientNewsPage } from '../../../shared/patient-news.ts';

/** Through fields on the way to another one nobody is told. */
const SETTLED_MS = 250;

export interface Announcer {
  /** The registry's group that is open now; null: none any more. */
  readonly edit: (group: string | null) => void;
}

export const AnnouncerContext = createContext<Announcer | null>(null);
export const useAnnouncer = (): Announcer | null => useContext(AnnouncerContext);

/** Tells colleagues which order of which thing is being changed here, while it is. It does not keep a session awake. */
export function useAnnounceEditing(entityId: string | undefined): Announcer {
  const client = useApolloClient();
  const newsPage = usePatientNewsPage();
  const told = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const announcer = useMemo<Announcer & { stop: () => void }>(() => {
    function tell(group: string | null) {
      if (!newsPage || !entityId || told.current === group) return;
      told.current = group;
      const { patientId, page } = newsPage;
      const input = { patientId, page, entityId: group && entityId, group };
      void client.mutate({ mutation: AnnounceEditingDocument, variables: { input }, context: background }).catch(() => undefined);
    }
    return {
      edit: (group) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => tell(group), SETTLED_MS);
      },
      stop: () => {
        clearTimeout(timer.current);
        tell(null);
      },
    };
  }, [client, newsPage, entityId]);

  useEffect(() => announcer.stop, [announcer]);
  return announcer;
}
