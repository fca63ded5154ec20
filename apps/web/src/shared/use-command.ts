import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useCallback, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { EditConflictPartsFragment, RuleViolationPartsFragment } from '../gql/index.ts';
import { faultOf, type Fault } from './faults.ts';

export type Violation = RuleViolationPartsFragment['violations'][number];
export type ConflictGroup = EditConflictPartsFragment['groups'][number];

interface Typed { readonly __typename: string }
type Answer<TData> = TData[keyof TData] & Typed;
export type Done<TData> = Exclude<Answer<TData>, { __typename: 'RuleViolation' | 'EditConflict' }>;

export type CommandOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] }
  /** `revision`: sent again on top of it, mine overwrites what is shown here and nothing newer. */
  | { readonly kind: 'conflict'; readonly groups: readonly ConflictGroup[]; readonly revision: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

type WithoutId<T> = T extends { commandId: string } ? Omit<T, 'commandId'> : never;

/**
 * Sends a command and answers what the form must show; it never throws. The command id is made here and kept while the
 * very same input is tried again after a fault, so a command whose answer was lost is answered, not done twice.
 */
export function useCommand<TData, TInput extends { commandId: string }>(document: TypedDocumentNode<TData, { input: TInput }>) {
  const [mutate, { loading }] = useMutation<TData, OperationVariables>(document);
  const pending = useRef<{ key: string; commandId: string } | null>(null);

  const send = useCallback(async (input: WithoutId<TInput>): Promise<CommandOutcome<Done<TData>>> => {
    const key = JSON.stringify(input);
    if (pending.current?.key !== key) pending.current = { key, commandId: uuidv7() };
    try {
      const { data } = await mutate({ variables: { input: { ...input, commandId: pending.current.commandId } } });
      pending.current = null;
      return outcomeOf<TData>(data as TData);
    } catch (error) {
      return { kind: 'failed', fault: faultOf(error) };
    }
  }, [mutate]);

  return { send, sending: loading };
}

function outcomeOf<TData>(data: TData): CommandOutcome<Done<TData>> {
  const answer = Object.values(data as Record<string, unknown>).find((value) => typeof value === 'object') as Typed;
  switch (answer.__typename) {
    case 'RuleViolation':
      return { kind: 'refused', violations: (answer as RuleViolationPartsFragment).violations };
    case 'EditConflict':
      return { kind: 'conflict', groups: (answer as EditConflictPartsFragment).groups, revision: (answer as EditConflictPartsFragment).revision };
    default:
      return { kind: 'done', value: answer as Done<TData> };
  }
}
