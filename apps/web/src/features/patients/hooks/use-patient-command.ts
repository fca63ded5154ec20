import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { PatientRevisionDocument, type PatientHeaderFragment } from '../../../gql/index.ts';
import { faultOf } from '../../../shared/faults.ts';
import { useCommand, type CommandOutcome, type Done } from '../../../shared/use-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { openContactOf } from '../../../shared/contacts.ts';

interface PatientCommandInput {
  readonly commandId: string;
  readonly patientId: string;
  readonly baseRevision: number;
  readonly contactId?: string | null;
}

/** What the form itself knows; who, where and against which revision is added here. */
export type Written<TInput> = Omit<TInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

/**
 * A command on one patient's record. `outcome` is what the last try came to and stays until the next one, so that
 * a refusal or a conflict can be shown beside the untouched form.
 */
export function usePatientCommand<TData, TInput extends PatientCommandInput>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  patient: Pick<PatientHeaderFragment, 'id' | 'revision' | 'contacts'>,
) {
  const client = useApolloClient();
  const viewer = useViewer();
  const { send, sending } = useCommand(document);
  const [outcome, setOutcome] = useState<CommandOutcome<Done<TData>> | null>(null);

  async function run(written: Written<TInput>, baseRevision = patient.revision) {
    const contactId = openContactOf(patient.contacts, viewer.person.id)?.id;
    const input = { ...written, patientId: patient.id, baseRevision, ...(contactId && { contactId }) };
    const result = await send(input as Parameters<typeof send>[0]);
    setOutcome(result);
    return result;
  }

  /** After a conflict that the person has seen: the same again, against the record as it is now. */
  async function runAgain(written: Written<TInput>): Promise<CommandOutcome<Done<TData>>> {
    try {
      // Not through the cache: the revision must not run ahead of what the page shows.
      const { data } = await client.query({ query: PatientRevisionDocument, variables: { patientId: patient.id }, fetchPolicy: 'no-cache' });
      return await run(written, data?.patient.revision);
    } catch (error) {
      const failed = { kind: 'failed', fault: faultOf(error) } as const;
      setOutcome(failed);
      return failed;
    }
  }

  return { run, runAgain, outcome, sending, forget: () => setOutcome(null) };
}
