import { ApolloClient, ApolloLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { createClient as createSocket } from 'graphql-ws';
import { faultOf } from '../shared/faults.ts';
import { liveConnection } from '../shared/live.ts';
import { heed, session } from '../shared/session.ts';
import { createCache } from './create-cache.ts';
import { waitToReconnect } from './reconnect.ts';
import { trustedHttpLink, trustedSocketLink } from './trusted-links.ts';

const sessionWatch = new ErrorLink(({ error }) => heed(faultOf(error)));

export function createClient(origin = window.location.origin): ApolloClient {
  const socket = createSocket({
    url: `${origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: waitToReconnect,
    shouldRetry: () => session.current() === 'open',
    on: { connected: (_socket, _payload, wasRetry) => { if (wasRetry) liveConnection.restored(); } },
  });
  // A socket keeps the cookie it was opened with, and unlocking gives the browser a new one: the pages subscribe again over a new socket.
  session.subscribe(() => {
    if (session.current() !== 'open') socket.terminate();
  });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    trustedSocketLink(socket),
    trustedHttpLink(`${origin}/graphql`),
  );
  return new ApolloClient({ link: ApolloLink.from([sessionWatch, link]), cache: createCache() });
}
