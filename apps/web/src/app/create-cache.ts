import { InMemoryCache, type FieldPolicy } from '@apollo/client';
import { possibleTypes } from '../gql/possible-types.ts';

interface Connection {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/**
 * Pages of a keyset connection follow one another. A refreshed first page replaces what it covers and keeps the pages
 * that were loaded behind it, so news from a colleague never shortens the list somebody is reading.
 */
export function pages(keyArgs: readonly string[]): FieldPolicy<Connection> {
  return {
    keyArgs: [...keyArgs],
    merge(existing, incoming, { args }) {
      if (!existing) return incoming;
      if (args?.after) {
        const known = new Set(existing.edges.map((edge) => edge.cursor));
        return { ...incoming, edges: [...existing.edges, ...incoming.edges.filter((edge) => !known.has(edge.cursor))] };
      }
      if (!incoming.pageInfo.hasNextPage || existing.edges.length <= incoming.edges.length) return incoming;
      const last = incoming.edges.at(-1)?.cursor;
      const seam = existing.edges.findIndex((edge) => edge.cursor === last);
      if (seam < 0) return incoming;
      return { ...incoming, pageInfo: existing.pageInfo, edges: [...incoming.edges, ...existing.edges.slice(seam + 1)] };
    },
  };
}

/** One cache for the app and for its specs. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { patients: pages(['search', 'sort']), accessLog: pages(['personId']) } },
      Patient: { fields: { history: pages(['entity', 'entityId']) } },
      Unread: { merge: true, fields: { revisions: pages([]) } },
      Viewer: { merge: true },
      PatientViewer: { merge: true },
      ContactDetails: { merge: true },
      GoalTarget: { merge: true },
    },
  });
}
