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

/** The first of a burst is told at once, so that a colleague sees it well within 300 ms; the rest of the burst is one. */
const GATHER_MS = 120;
const RETRY_MS = 10_000;

/**
 * Runs `onNews` when the subscription speaks and after the connection was restored. The first news are told at once, what
 * follows in a burst is one. A subscription that was refused is silent, because the page keeps what it shows; it is tried again by and by, and at
 * once after unlocking, when what was missed is asked for too.
 */
export function useLive<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  onNews: () => void,
): TData | undefined {
  const tell = useEffectEvent(onNews);
  const { data, error, restart } = useSubscription<TData, OperationVariables>(document, { variables, fetchPolicy: 'no-cache' });
  const again = useEffectEvent(restart);
  const isOpen = useSessionState() === 'open';
  const wasOpen = useRef(isOpen);
  const toldAt = useRef(0);

  useEffect(() => {
    if (!data) return;
    const wait = Math.max(0, toldAt.current + GATHER_MS - Date.now());
    const timer = setTimeout(() => {
      toldAt.current = Date.now();
      tell();
    }, wait);
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

  return data;
}
