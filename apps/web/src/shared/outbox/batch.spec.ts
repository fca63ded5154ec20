import { beforeEach, expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { waitFor } from '@testing-library/react';
import { createCache } from '../../app/create-cache.ts';
import { ChangeFollowUpsDocument } from '../../gql/index.ts';
import { newBrowser } from '../../testing/browser.ts';
import { Outbox } from './outbox.ts';
import type { CommandDocument } from './post.ts';

const item = (followUpId: string, outcome: 'DONE' | 'CONFLICT') => ({ __typename: 'FollowUpItem', followUpId, patientId: 'rosa', outcome, revision: 1, violations: [], followUp: null });
const answer = { changeFollowUps: [item('one', 'DONE'), item('two', 'CONFLICT')] };

let isReachable: boolean;
let sent: { readonly batchId?: string; readonly commandId?: string }[];
beforeEach(() => {
  newBrowser();
  isReachable = true;
  sent = [];
});

async function tab(): Promise<Outbox> {
  const link = new ApolloLink(({ operationName, variables }) => new Observable((observer) => {
    if (!isReachable) return observer.error(new TypeError('Failed to fetch'));
    if (operationName === 'ChangeFollowUps') sent.push(variables.input as object);
    observer.next({ data: operationName === 'OutboxKey' ? { outboxKey: btoa('lucia'.padEnd(32, '.')) } : answer });
    observer.complete();
  }));
  const outbox = new Outbox(new ApolloClient({ cache: createCache(), link }));
  await outbox.open('lucia');
  return outbox;
}
const remind = (outbox: Outbox) => outbox.add({ document: ChangeFollowUpsDocument as unknown as CommandDocument, input: { items: [], remind: true }, about: 'batch', who: null, path: '/follow-ups', draft: null, isBatch: true });

it('tells whoever waits for a batch of each thing in it', async () => {
  const outbox = await tab();
  await expect(remind(outbox)).resolves.toMatchObject({ kind: 'done', value: [{ followUpId: 'one', outcome: 'DONE' }, { followUpId: 'two', outcome: 'CONFLICT' }] });
  expect(sent).toEqual([{ items: [], remind: true, batchId: expect.any(String) }]);
  expect(outbox.current().entries).toEqual([]);
});

it('keeps in the list what nobody was there to be told of', async () => {
  const outbox = await tab();
  isReachable = false;
  await expect(remind(outbox)).resolves.toEqual({ kind: 'kept', why: 'network' });
  isReachable = true;
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(outbox.current().entries).toMatchObject([{ answer: { kind: 'refused', violations: [{ code: 'PARTLY_DONE', params: [{ name: 'count', value: '1' }, { name: 'all', value: '2' }] }] } }]));
});
