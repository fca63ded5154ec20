import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { TeamRecordFragment } from '../../../gql/index.ts';
import { useCommand, type CommandOutcome } from '../../../shared/use-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';

interface TeamInput {
  commandId: string;
  patientId: string;
  baseRevision: number;
}
type Given<TInput> = Omit<TInput, keyof TeamInput | 'contactId'>;

export interface TeamCommandContext {
  /** As the record stands now; it moves on while a form is open. */
  readonly patient: TeamRecordFragment;
  readonly onDone: () => void;
  /** Loads what stands now. */
  readonly onConflict: () => void;
}

/**
 * Sends a form about the team. Broken rules go to their fields, the rest stays in `outcome` until the next try; what was typed stays in
 * every case. The command names the revision that its author saw when the form was opened; after a conflict, the one that was shown with it.
 */
export function useTeamCommand<TData, TInput extends TeamInput, TValues extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  form: UseFormReturnType<TValues>,
  { patient, onDone, onConflict }: TeamCommandContext,
) {
  const { send, sending } = useCommand(document);
  const viewerId = useViewer().person.id;
  const say = useViolationText();
  const [seen] = useState(patient.revision);
  const [outcome, setOutcome] = useState<CommandOutcome<unknown> | null>(null);
  const fields = Object.keys(form.values);

  async function submit(given: Given<TInput>): Promise<void> {
    const baseRevision = outcome?.kind === 'conflict' ? patient.revision : seen;
    const contactId = patient.contacts.find(({ closedAt, openedBy }) => closedAt === null && openedBy.id === viewerId)?.id;
    setOutcome(null);
    const result = await send({ ...given, patientId: patient.id, baseRevision, ...(contactId && { contactId }) } as unknown as Parameters<typeof send>[0]);
    if (result.kind === 'done') return onDone();
    if (result.kind === 'conflict') onConflict();
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
