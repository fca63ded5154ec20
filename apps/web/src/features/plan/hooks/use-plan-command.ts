import type { TypedDocumentNode } from '@apollo/client';
import { useCallback } from 'react';
import type { FormDraft } from '../../../shared/outbox/use-draft.tsx';
import { patientName } from '../../../shared/patient-name.ts';
import { useCommand, type CommandOutcome, type Done } from '../../../shared/use-command.ts';
import type { PatientCommandInput, Written } from '../../../shared/use-patient-command.ts';
import { usePlanDesk } from './plan-desk.ts';

interface Sending {
  /** What of the plan it is about; of one thing commands go one after another. */
  readonly thing: string;
  readonly draft?: FormDraft<object> | null;
}

/** A command on the plan of the patient on this page. */
export function usePlanCommand<TData, TInput extends PatientCommandInput>(document: TypedDocumentNode<TData, { input: TInput }>) {
  const { patient, contactId } = usePlanDesk();
  const { send, sending } = useCommand(document);
  const { id: patientId } = patient;
  const who = patientName(patient);

  const run = useCallback((written: Written<TInput>, baseRevision: number, { thing, draft = null }: Sending): Promise<CommandOutcome<Done<TData>>> =>
    send({ ...written, patientId, baseRevision, ...(contactId && { contactId }) } as unknown as Parameters<typeof send>[0], { about: `${patientId}:${thing}`, who, draft }),
  [send, patientId, contactId, who]);

  return { run, sending };
}
