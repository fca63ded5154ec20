import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { TeamRecordFragment } from '../../../gql/index.ts';
import { openContactOf } from '../../../shared/contacts.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { useViewer } from '../../../shared/viewer.ts';

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
 * Sends a form about the team. The command names the revision that its author saw when the form was opened; after a conflict, the one that
 * was shown with it.
 */
export function useTeamCommand<TData, TInput extends TeamInput, TValues extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  form: UseFormReturnType<TValues>,
  { patient, onDone, onConflict }: TeamCommandContext,
) {
  const { submit: send, ...rest } = useFormCommand(document, form, { onDone, onConflict });
  const viewerId = useViewer().person.id;
  const [seen] = useState(patient.revision);

  function submit(given: Given<TInput>): Promise<void> {
    const baseRevision = rest.outcome?.kind === 'conflict' ? patient.revision : seen;
    const contactId = openContactOf(patient.contacts, viewerId)?.id;
    return send({ ...given, patientId: patient.id, baseRevision, ...(contactId && { contactId }) } as unknown as Parameters<typeof send>[0]);
  }

  return { submit, ...rest };
}
