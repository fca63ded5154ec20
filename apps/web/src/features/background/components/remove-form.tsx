import type { TypedDocumentNode } from '@apollo/client';
import { useForm } from '@mantine/form';
import type { BackgroundPatientFragment } from '../../../gql/index.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { ReasonForm, type ReasonValues } from '../../../shared/reason-form.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand, type Written } from '../../../shared/use-patient-command.ts';

interface RemoveInput {
  readonly commandId: string;
  readonly patientId: string;
  readonly baseRevision: number;
  readonly contactId?: string | null;
  readonly reason: string;
}

interface RemoveFormProps<TData, TInput extends RemoveInput> {
  readonly document: TypedDocumentNode<TData, { input: TInput }>;
  readonly patient: BackgroundPatientFragment;
  readonly entity: 'symptom' | 'risk-factor' | 'red-flag-screen';
  readonly id: string;
  /** The command with a reason. */
  readonly write: (reason: string) => Written<TInput>;
  readonly question: string;
  readonly onClose: () => void;
}

/** What is taken off the background was entered in error, and says why. */
export function RemoveForm<TData, TInput extends RemoveInput>({ document, patient, entity, id, write, question, onClose }: RemoveFormProps<TData, TInput>) {
  const text = useText();
  const form = useForm<ReasonValues>({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:remove-${entity}:${id}`, form, { revision: patient.revision, opens: `remove-${entity}:${id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(document, patient, id, draft);
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
  };
  return (
    <ReasonForm
      question={question}
      confirm={text('action.remove')}
      entity={entity}
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => void run(write(reason)).then(settle)}
      onKeepMine={(reason) => void runAgain(write(reason)).then(settle)}
      onCancel={onClose}
    />
  );
}
