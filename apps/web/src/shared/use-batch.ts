import type { TypedDocumentNode } from '@apollo/client';
import { useCallback } from 'react';
import { useLocation } from 'react-router';
import { useOutbox } from './outbox/outbox-context.ts';
import type { CommandDocument } from './outbox/post.ts';
import type { CommandOutcome } from './use-command.ts';

/**
 * One command for many things, through the outbox as every other: kept, sent once, answered with a result for each. It never throws.
 * Batches go one after another.
 */
export function useBatch<TData, TInput extends { batchId: string }>(document: TypedDocumentNode<TData, { input: TInput }>) {
  const outbox = useOutbox();
  const { pathname } = useLocation();

  return useCallback(async (input: Omit<TInput, 'batchId'>): Promise<CommandOutcome<TData[keyof TData]>> => {
    const outcome = await outbox.add({ document: document as unknown as CommandDocument, input, about: 'batch', who: null, path: pathname, draft: null, isBatch: true });
    return outcome as unknown as CommandOutcome<TData[keyof TData]>;
  }, [outbox, document, pathname]);
}
