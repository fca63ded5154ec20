import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import type { TeamRecordFragment } from '../../../gql/index.ts';
import { openContactOf } from '../../../shared/contacts.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { patientName } from '../../../shared/patient-name.ts';
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
  /** What the page is asked for to open this form: `end:<member>`. */
  readonly opens: string;
  readonly onDone: () => void;
  /** It will be sent by itself. */
  readonly onKept: () => void;
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
  { patient, opens, ...endings }: TeamCommandContext,
) {
  const viewerId = useViewer().person.id;
  const draft = useDraft(`${patient.id}:team:${opens}`, form, { revision: patient.revision, opens });
  const { submit: send, ...rest } = useFormCommand(document, form, endings, draft);

  function submit(given: Given<TInput>): Promise<void> {
    const baseRevision = rest.outcome?.kind === 'conflict' ? rest.outcome.revision : draft.revision;
    const contactId = openContactOf(patient.contacts, viewerId)?.id;
    const input = { ...given, patientId: patient.id, baseRevision, ...(contactId && { contactId }) };
    return send(input as unknown as Parameters<typeof send>[0], { about: `${patient.id}:team`, who: patientName(patient) });
  }

  return { submit, draft, ...rest };
}
