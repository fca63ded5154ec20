import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent, useState } from 'react';
import type { FormDraft } from './outbox/use-draft.tsx';
import { useCommand, type CommandContext, type CommandOutcome, type Done } from './use-command.ts';
import { sortRefusal, useViolationText } from './violation-text.ts';

interface Endings<T> {
  readonly onDone: (value: T) => void;
  /** It will be sent by itself. */
  readonly onKept: () => void;
  /** Loads what stands now. */
  readonly onConflict?: () => void;
}

/**
 * Sends a form. Broken rules go to their fields, the rest stays in `outcome` until the next try; what was typed stays in every case,
 * and a form that opens again with its text shows what had been said of it.
 */
export function useFormCommand<TData, TInput extends { commandId: string }, TValues extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  form: UseFormReturnType<TValues>,
  { onDone, onKept, onConflict }: Endings<Done<TData>>,
  draft: FormDraft<TValues> | null = null,
) {
  const { send, sending } = useCommand(document);
  const say = useViolationText();
  const [own, setOwn] = useState<CommandOutcome<unknown> | null>(null);
  const fields = Object.keys(form.values);
  const answer = draft?.answer ?? null;

  const show = useEffectEvent((outcome: CommandOutcome<unknown>) => {
    if (outcome.kind === 'conflict') onConflict?.();
    if (outcome.kind === 'refused') showRefusal(outcome);
  });
  useEffect(() => {
    if (answer) show(answer);
  }, [answer]);

  function showRefusal({ violations }: Extract<CommandOutcome<unknown>, { kind: 'refused' }>): void {
    const { fields: errors } = sortRefusal(violations, fields, say);
    form.setErrors(errors);
    focusFirst(errors);
  }

  async function submit(input: Parameters<typeof send>[0], context: Omit<CommandContext, 'draft'> = {}): Promise<void> {
    setOwn(null);
    const result = await send(input, { ...context, draft });
    if (result.kind === 'done') return onDone(result.value);
    if (result.kind === 'kept') return onKept();
    if (result.kind === 'conflict') onConflict?.();
    if (result.kind === 'refused') showRefusal(result);
    setOwn(result);
  }

  function focusFirst(errors: object): void {
    const [first] = Object.keys(errors);
    if (first) form.getInputNode(first)?.focus();
  }

  return { submit, sending, outcome: own ?? (sending ? null : answer), fields, focusFirst };
}
