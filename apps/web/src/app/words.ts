import { useSyncExternalStore } from 'react';
import type { MessageId } from '../shared/text.ts';
import { messages } from './messages.ts';

type Words = Record<MessageId, string>;

// Until the rest is here: no page that needs it is shown before.
let words = messages as unknown as Words;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** The words of a patient's record: asked for once the first page stands, and waited for by every page that is made of them. */
export function loadChartWords(): Promise<void> {
  loading ??= import('./chart-messages.ts').then(
    ({ chartMessages }) => {
      words = { ...messages, ...chartMessages };
      for (const listener of listeners) listener();
    },
    (fault: unknown) => {
      // No network: the next page tries again.
      loading = undefined;
      throw fault;
    },
  );
  return loading;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The catalogue as far as it is here. */
export const useWords = () => useSyncExternalStore(subscribe, () => words);

/** A page of the record, and its words with it. */
export const withChartWords = async <Page>(page: Promise<Page>): Promise<Page> => (await Promise.all([page, loadChartWords()]))[0];
