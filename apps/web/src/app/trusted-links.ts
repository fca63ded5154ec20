import { ApolloLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import type { DocumentNode } from 'graphql';
import type { Client } from 'graphql-ws';

function documentIdOf(query: DocumentNode): string {
  const { documentId } = query as DocumentNode & { documentId?: string };
  if (!documentId) throw new Error('Only documents written by codegen.mjs can be sent.');
  return documentId;
}

/** Sends the hash of a document, never its text: the server answers what the build knows and nothing else. */
export function trustedHttpLink(uri: string): ApolloLink {
  return new ApolloLink((operation) => new Observable((observer) => {
    const abort = new AbortController();
    const { headers } = operation.getContext() as { headers?: Record<string, string> };
    const { operationName, variables } = operation;

    async function send(): Promise<ApolloLink.Result> {
      const response = await fetch(uri, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ documentId: documentIdOf(operation.query), operationName, variables }),
        signal: abort.signal,
      });
      const bodyText = await response.text();
      const answer = parse(bodyText);
      if (!answer) throw new ServerError('The server did not answer with GraphQL.', { response, bodyText });
      return answer;
    }

    send().then(
      (answer) => {
        observer.next(answer);
        observer.complete();
      },
      (error: unknown) => {
        if (!abort.signal.aborted) observer.error(error);
      },
    );
    return () => abort.abort();
  }));
}

function parse(bodyText: string): ApolloLink.Result | null {
  try {
    const body: unknown = JSON.parse(bodyText);
    return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body) ? (body as ApolloLink.Result) : null;
  } catch {
    return null;
  }
}

/** The same for subscriptions. Over the socket the protocol wants a query, so the hash travels in the extensions. */
export function trustedSocketLink(client: Client): ApolloLink {
  return new ApolloLink((operation) => new Observable((observer) => client.subscribe<Record<string, unknown>>(
    {
      query: '',
      operationName: operation.operationName,
      variables: operation.variables,
      extensions: { documentId: documentIdOf(operation.query) },
    },
    {
      next: (value) => observer.next(value as ApolloLink.Result),
      error: (error) => observer.error(error instanceof Error ? error : new Error('The live connection was refused.')),
      complete: () => observer.complete(),
    },
  )));
}
