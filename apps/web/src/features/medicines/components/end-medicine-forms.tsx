import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MarkMedicineInErrorDocument, StopMedicineDocument, type MedicinePartsFragment } from '../../../gql/index.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { ReasonForm } from '../../../shared/reason-form.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import type { MedicinesPatient } from '../hooks/use-fresh-list.ts';

interface EndFormProps {
  readonly patient: MedicinesPatient;
  readonly medicine: MedicinePartsFragment;
  readonly onClose: () => void;
}

export function StopMedicineForm({ patient, medicine, onClose }: EndFormProps) {
  const text = useText();
  const say = useViolationText();
  const { today } = useDates();
  const form = useForm({ initialValues: { reason: '', until: today } });
  const draft = useDraft(`${patient.id}:stop-medicine:${medicine.id}`, form, { revision: patient.revision, opens: `stop:${medicine.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(StopMedicineDocument, patient, `medicine ${medicine.id}`, draft);
  const settle = (result: CommandOutcome<unknown>) => { if (isSettled(result)) onClose(); };
  const { until } = form.values;
  const refused = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, ['until'], say).fields.until : undefined;
  return (
    <ReasonForm
      question={text('medicineForm.stopWhy', { drug: medicine.drug })}
      confirm={text('medicines.stopShort')}
      entity="medicine"
      fields={['until']}
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => { if (until) void run({ medicineId: medicine.id, until, reason }).then(settle); }}
      onKeepMine={(reason) => void runAgain({ medicineId: medicine.id, until, reason }).then(settle)}
      onCancel={onClose}
    >
      <TextInput type="date" required label={text('medicineForm.lastDay')} {...form.getInputProps('until')} error={until ? refused : text('form.required')} />
    </ReasonForm>
  );
}

export function MedicineInErrorForm({ patient, medicine, onClose }: EndFormProps) {
  const text = useText();
  const form = useForm({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:medicine-in-error:${medicine.id}`, form, { revision: patient.revision, opens: `error:${medicine.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(MarkMedicineInErrorDocument, patient, `medicine ${medicine.id}`, draft);
  const settle = (result: CommandOutcome<unknown>) => { if (isSettled(result)) onClose(); };
  return (
    <ReasonForm
      question={text('medicineForm.errorWhy', { drug: medicine.drug })}
      hint={text('medicineForm.errorHint')}
      confirm={text('medicineForm.errorConfirm')}
      entity="medicine"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => void run({ medicineId: medicine.id, reason }).then(settle)}
      onKeepMine={(reason) => void runAgain({ medicineId: medicine.id, reason }).then(settle)}
      onCancel={onClose}
    />
  );
}
