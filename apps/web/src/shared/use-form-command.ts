import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useCommand, type CommandOutcome, type Done } from './use-command.ts';
import { sortRefusal, useViolationText } from './violation-text.ts';

interface Endings<T> {
  readonly onDone: (value: T) => void;
  /** Loads what stands now. */
  readonly onConflict?: () => void;
}

/** Sends a form. Broken rules go to their fields, the rest stays in `outcome` until the next try; what was typed stays in every case. */
export function useFormCommand<TData, TInput extends { commandId: string }, TValues extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  form: UseFormReturnType<TValues>,
  { onDone, onConflict }: Endings<Done<TData>>,
) {
  const { send, sending } = useCommand(document);
  const say = useViolationText();
  const [outcome, setOutcome] = useState<CommandOutcome<unknown> | null>(null);
  const fields = Object.keys(form.values);

  async function submit(input: Parameters<typeof send>[0]): Promise<void> {
    setOutcome(null);
    const result = await send(input);
    if (result.kind === 'done') return onDone(result.value);
    if (result.kind === 'conflict') onConflict?.();
    if (result.kind === 'refused') {
      const { fields: errors } = sortRefusal(result.violations, fields, say);
      form.setErrors(errors);
      focusFirst(errors);
    }
    setOutcome(result);
  }

  function focusFirst(errors: object): void {
    const [first] = Object.keys(errors);
    if (first) form.getInputNode(first)?.focus();
  }

  return { submit, sending, outcome, fields, focusFirst };
}
