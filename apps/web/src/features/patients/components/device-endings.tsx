import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MarkDeviceInErrorDocument, RemoveDeviceDocument, type DeviceRowFragment, type PatientDetailsFragment } from '../../../gql/index.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { ReasonForm } from '../../../shared/reason-form.tsx';

interface EndingProps {
  readonly patient: PatientDetailsFragment;
  readonly device: DeviceRowFragment;
  readonly onClose: () => void;
}

/** It was taken out of the body: on which day, and why. */
export function RemoveDeviceForm({ patient, device, onClose }: EndingProps) {
  const text = useText();
  const say = useViolationText();
  const { today } = useDates();
  const form = useForm({ initialValues: { removedOn: today, reason: '' } });
  const draft = useDraft(`${patient.id}:remove-device:${device.id}`, form, { revision: patient.revision, opens: `remove-device:${device.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(RemoveDeviceDocument, patient, 'devices', draft);
  const { removedOn } = form.values;
  const refused = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, ['removedOn'], say).fields.removedOn : undefined;
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
  };
  return (
    <ReasonForm
      question={text('device.removeWhy', { name: device.name })}
      confirm={text('device.remove')}
      entity="device"
      form={form}
      draft={draft}
      fields={['removedOn']}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => removedOn && void run({ deviceId: device.id, removedOn, reason }).then(settle)}
      onKeepMine={(reason) => void runAgain({ deviceId: device.id, removedOn, reason }).then(settle)}
      onCancel={onClose}
    >
      <TextInput type="date" required label={text('field.device.removedOn')} min={device.implantedOn ?? undefined} max={today} {...form.getInputProps('removedOn')} error={removedOn ? refused : text('form.required')} />
    </ReasonForm>
  );
}

/** There never was such a device. */
export function DeviceInErrorForm({ patient, device, onClose }: EndingProps) {
  const text = useText();
  const form = useForm({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:device-in-error:${device.id}`, form, { revision: patient.revision, opens: `device-in-error:${device.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(MarkDeviceInErrorDocument, patient, 'devices', draft);
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
  };
  return (
    <ReasonForm
      question={text('device.inErrorWhy', { name: device.name })}
      confirm={text('action.inError')}
      entity="device"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => void run({ deviceId: device.id, reason }).then(settle)}
      onKeepMine={(reason) => void runAgain({ deviceId: device.id, reason }).then(settle)}
      onCancel={onClose}
    />
  );
}
