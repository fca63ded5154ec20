import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSessionState } from './session.ts';

/** Marks what no person asked for, so that it does not count as their activity. */
export const background = { headers: { 'x-plexus-background': '1' } };

const listeners = new Set<() => void>();

/** After a gap in the live connection the pages ask once for what they may have missed. */
export const liveConnection = {
  restored(): void {
    for (const listener of listeners) listener();
  },
  onRestored(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const GATHER_MS = 150;
const RETRY_MS = 10_000;

/**
 * Runs `onNews` when the subscription speaks and after the connection was restored. News that come in a burst are one.
 * A subscription that was refused is silent, because the page keeps what it shows; it is tried again by and by, and at
 * once after unlocking, when what was missed is asked for too.
 */
export function useLive<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  onNews: () => void,
): void {
  const tell = useEffectEvent(onNews);
  const { data, error, restart } = useSubscription<TData, OperationVariables>(document, { variables, fetchPolicy: 'no-cache' });
  const again = useEffectEvent(restart);
  const isOpen = useSessionState() === 'open';
  const wasOpen = useRef(isOpen);

  useEffect(() => {
    if (!data) return;
    const timer = setTimeout(() => tell(), GATHER_MS);
    return () => clearTimeout(timer);
  }, [data]);

  useEffect(() => {
    if (!error || !isOpen) return;
    const timer = setTimeout(() => again(), RETRY_MS);
    return () => clearTimeout(timer);
  }, [error, isOpen]);

  useEffect(() => {
    const isUnlocked = isOpen && !wasOpen.current;
    wasOpen.current = isOpen;
    if (!isUnlocked) return;
    again();
    tell();
  }, [isOpen]);

  useEffect(() => liveConnection.onRestored(() => tell()), []);
}
