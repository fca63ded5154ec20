import { InMemoryCache, type FieldPolicy, type Reference } from '@apollo/client';
import { possibleTypes } from '../gql/possible-types.ts';

interface Connection {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/**
 * Pages of a keyset connection follow one another. A refreshed page replaces what it covers and keeps the pages
 * that were loaded behind it, so news from a colleague never shortens the list somebody is reading.
 */
export function pages(keyArgs: readonly string[]): FieldPolicy<Connection> {
  return {
    keyArgs: [...keyArgs],
    merge(existing, incoming, { args }) {
      if (!existing) return incoming;
      const place = (cursor: string | undefined) => existing.edges.findIndex((edge) => edge.cursor === cursor);
      const from = args?.after ? place(args.after as string) + 1 : 0;
      // The list was replaced while this page was on its way: it is behind nothing any more.
      if (args?.after && from === 0) return existing;
      const seam = incoming.pageInfo.hasNextPage ? place(incoming.edges.at(-1)?.cursor) : -1;
      const behind = seam < 0 ? [] : existing.edges.slice(seam + 1);
      return { ...incoming, ...(behind.length > 0 && { pageInfo: existing.pageInfo }), edges: [...existing.edges.slice(0, from), ...incoming.edges, ...behind] };
    },
  };
}

/** The last so many of what is only added to: those that were fetched before stay in front of them. */
export const lastOnes: FieldPolicy<readonly Reference[]> = {
  keyArgs: false,
  merge(existing = [], incoming) {
    const refs = new Set(incoming.map(({ __ref }) => __ref));
    return [...existing.filter(({ __ref }) => !refs.has(__ref)), ...incoming];
  },
};

/** One cache for the app and for its specs. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { patients: pages(['search', 'sort']), followUps: pages(['queue', 'filter', 'sort']), accessLog: pages(['personId']) } },
      Patient: { fields: { history: pages(['entity', 'entityId']), closedFollowUps: pages([]) } },
      FollowUp: { fields: { entries: lastOnes } },
      Unread: { merge: true, fields: { revisions: pages([]) } },
      Viewer: { merge: true },
      PatientViewer: { merge: true },
      // One for its reader, whichever query brings it.
      FollowUpCounts: { keyFields: [] },
      ContactDetails: { merge: true },
      GoalTarget: { merge: true },
    },
  });
}
