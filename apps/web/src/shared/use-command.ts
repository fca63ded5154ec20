import type { TypedDocumentNode } from '@apollo/client';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import type { Fault } from './faults.ts';
import type { ConflictGroup, Trouble, Violation } from './outbox/entry.ts';
import { useOutbox } from './outbox/outbox-context.ts';
import type { CommandDocument } from './outbox/post.ts';
import type { FormDraft } from './outbox/use-draft.tsx';

export type { ConflictGroup, Violation } from './outbox/entry.ts';

interface Typed { readonly __typename: string }
type Answer<TData> = TData[keyof TData] & Typed;
export type Done<TData> = Exclude<Answer<TData>, { __typename: 'RuleViolation' | 'EditConflict' }>;

export type CommandOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** On this device, and sent by itself as soon as it can be. The form may close. */
  | { readonly kind: 'kept'; readonly why: Trouble }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] }
  /** `revision`: sent again on top of it, mine overwrites what is shown here and nothing newer. */
  | { readonly kind: 'conflict'; readonly groups: readonly ConflictGroup[]; readonly revision: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

export const isSettled = ({ kind }: CommandOutcome<unknown>): boolean => kind === 'done' || kind === 'kept';

type WithoutId<T> = T extends { commandId: string } ? Omit<T, 'commandId'> : never;

export interface CommandContext {
  /** Commands about one thing go one after another. */
  readonly about?: string;
  /** Whom it is about, in words, for the list of what is not sent yet. */
  readonly who?: string;
  /** The form's text, which goes with the command until it is done. */
  readonly draft?: FormDraft<object> | null;
}

/**
 * Gives a command to the outbox and answers what the form must show; it never throws. The outbox makes the command's id and keeps it
 * while the same is tried again, so a command whose answer was lost is answered, not done twice.
 */
export function useCommand<TData, TInput extends { commandId: string }>(document: TypedDocumentNode<TData, { input: TInput }>) {
  const outbox = useOutbox();
  const { pathname } = useLocation();
  const [sending, setSending] = useState(false);

  const send = useCallback(async (input: WithoutId<TInput>, { about, who, draft }: CommandContext = {}): Promise<CommandOutcome<Done<TData>>> => {
    setSending(true);
    const outcome = await outbox.add({
      document: document as unknown as CommandDocument,
      input,
      about: about ?? aboutOf(input),
      who: who ?? null,
      path: draft?.path ?? pathname,
      draft: draft?.draft ?? null,
    });
    setSending(false);
    return outcome as CommandOutcome<Done<TData>>;
  }, [outbox, document, pathname]);

  return { send, sending };
}

/** Of one patient everything waits for what was written before, unless its sender knows better. */
function aboutOf(input: object): string {
  const { patientId, personId } = input as { patientId?: string; personId?: string };
  return patientId ?? personId ?? 'organization';
}
