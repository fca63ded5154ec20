import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import type { PatientHeaderFragment } from '../gql/index.ts';
import { openContactOf } from './contacts.ts';
import type { FormDraft } from './outbox/use-draft.tsx';
import { patientName } from './patient-name.ts';
import { useCommand, type CommandOutcome, type Done } from './use-command.ts';
import { useViewer } from './viewer.ts';

/** What every command on a patient's record says. */
export interface PatientCommandInput {
  readonly commandId: string;
  readonly patientId: string;
  readonly baseRevision: number;
  readonly contactId?: string | null;
}

/** What the form itself knows; who, where and against which revision is added here. */
export type Written<TInput> = Omit<TInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;
type CommandPatient = Pick<PatientHeaderFragment, 'id' | 'revision' | 'contacts' | 'givenName' | 'familyName' | 'preferredName'>;

/**
 * A command on one patient's record. `outcome` is what the last try came to and stays until the next one, so that
 * a refusal or a conflict can be shown beside the untouched form. `thing`: what of the record it is about; of one thing commands go
 * one after another.
 */
export function usePatientCommand<TData, TInput extends PatientCommandInput>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  patient: CommandPatient,
  thing: string,
  draft: FormDraft<object> | null = null,
) {
  const viewer = useViewer();
  const { send, sending } = useCommand(document);
  const [own, setOwn] = useState<CommandOutcome<Done<TData>> | null>(null);
  const outcome = own ?? draft?.answer ?? null;

  async function run(written: Written<TInput>, baseRevision = draft?.revision ?? patient.revision) {
    const contactId = openContactOf(patient.contacts, viewer.person.id)?.id;
    const input = { ...written, patientId: patient.id, baseRevision, ...(contactId && { contactId }) };
    const result = await send(input as unknown as Parameters<typeof send>[0], { about: `${patient.id}:${thing}`, who: patientName(patient), draft });
    setOwn(result);
    return result;
  }

  /** After a conflict that the person has seen: the same again, on top of what was shown with it and nothing newer. */
  const runAgain = (written: Written<TInput>) => run(written, outcome?.kind === 'conflict' ? outcome.revision : undefined);

  return { run, runAgain, outcome, sending, forget: () => setOwn(null) };
}
