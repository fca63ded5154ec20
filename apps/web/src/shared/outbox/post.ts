import { ApolloLink, type ApolloClient, type DocumentNode, type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Kind, OperationTypeNode } from 'graphql';
import { firstValueFrom } from 'rxjs';
import type { EditConflictPartsFragment, RuleViolationPartsFragment } from '../../gql/index.ts';
import { faultOf, type Fault } from '../faults.ts';
import { background } from '../live.ts';
import type { Answer, Entry, Trouble } from './entry.ts';

export interface Typed { readonly __typename: string }

export type Reply =
  | { readonly kind: 'done'; readonly value: Typed | readonly Typed[] }
  | Answer
  /** Nothing was decided: the same goes out again later. */
  | { readonly kind: 'again'; readonly why: Trouble; readonly fault: Fault };

export type CommandDocument = TypedDocumentNode<object, OperationVariables>;

const PATIENCE_MS = 30_000;

/** Documents that a form has used here; an entry from before a reload is sent by its hash alone. */
const known = new Map<string, CommandDocument>();

export function learn(document: CommandDocument): string {
  const { documentId } = document as unknown as { documentId: string };
  known.set(documentId, document);
  return documentId;
}

/** Sends one entry in its owner's name. The server refuses it when the cookie is somebody else's. */
export async function post(client: ApolloClient, entry: Entry, isAgain: boolean): Promise<Reply> {
  const headers = { 'x-plexus-person': entry.personId, ...(isAgain && background.headers) };
  try {
    return replyOf(await withPatience(ask(client, entry, { headers }), PATIENCE_MS), isAgain);
  } catch (error) {
    return replyToFault(faultOf(error));
  }
}

async function ask(client: ApolloClient, { documentId, operationName, variables }: Entry, context: object): Promise<object> {
  const document = known.get(documentId);
  if (document) return (await client.mutate({ mutation: document, variables, context })).data as object;
  const query = { ...byName(operationName), documentId } as DocumentNode;
  const result = await firstValueFrom(ApolloLink.execute(client.link, { query, operationName, variables, context } as ApolloLink.Request, { client }));
  if (result.errors?.length) throw new CombinedGraphQLErrors(result as { errors: typeof result.errors });
  return result.data as object;
}

const byName = (operationName: string): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [{
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.MUTATION,
    name: { kind: Kind.NAME, value: operationName },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] },
  }],
});

/** A server that never answers must not hold up the rest for ever; the command's id makes the second try harmless. */
export function withPatience<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The server did not answer in time.')), ms);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** @param isUnattended nobody waits to be told of each thing of a batch */
export function replyOf(data: object, isUnattended: boolean): Reply {
  const answer = Object.values(data).find((value) => typeof value === 'object' && value !== null) as Typed | readonly BatchItem[];
  if (isBatch(answer)) return replyToBatch(answer, isUnattended);
  switch (answer.__typename) {
    case 'RuleViolation':
      return { kind: 'refused', violations: (answer as RuleViolationPartsFragment).violations };
    case 'EditConflict': {
      const { groups, revision } = answer as EditConflictPartsFragment;
      return { kind: 'conflict', groups, revision };
    }
    default:
      return { kind: 'done', value: answer };
  }
}

interface BatchItem extends Typed { readonly outcome: string }

const isBatch = (answer: Typed | readonly BatchItem[]): answer is readonly BatchItem[] => Array.isArray(answer);

/** Whoever waits shows what was not done, row by row; with nobody there it stays in the list of what was not accepted. */
function replyToBatch(items: readonly BatchItem[], isUnattended: boolean): Reply {
  const refused = items.filter(({ outcome }) => outcome !== 'DONE').length;
  if (!isUnattended || refused === 0) return { kind: 'done', value: items };
  const params = [{ name: 'count', value: String(refused) }, { name: 'all', value: String(items.length) }];
  return { kind: 'refused', violations: [{ __typename: 'Violation', code: 'PARTLY_DONE', field: null, message: 'Some of these were not changed.', params: params.map((param) => ({ __typename: 'MessageParam', ...param })) }] };
}

function replyToFault(fault: Fault): Reply {
  switch (fault.code) {
    case 'NETWORK':
      return { kind: 'again', why: 'network', fault };
    case 'UNAUTHENTICATED':
      return { kind: 'again', why: 'session', fault };
    case 'INTERNAL':
    case 'RATE_LIMITED':
    case 'UNAVAILABLE':
      return { kind: 'again', why: 'server', fault };
    default:
      return { kind: 'failed', fault };
  }
}
