import { Button } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { implantedDeviceById } from '@plexus/catalogue/labels';
import { useEffect, useEffectEvent, type FormEvent, type ReactNode } from 'react';
import { AddDeviceDocument, EditDeviceDocument, type DeviceRowFragment, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { withoutFields } from '../../../shared/form-changes.ts';
import { DraftNotice, useDraft, type FormDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText, type Text } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { changesOf, DEVICE_FIELDS, deviceOf, EMPTY_DEVICE, formOf, type DeviceFormValues } from '../model/device-form.ts';
import { DeviceFields } from './device-fields.tsx';
import classes from '../../../shared/record-card.module.css';

export const ADD_DEVICE = 'device';

interface FormProps {
  readonly patient: PatientDetailsFragment;
  readonly onClose: () => void;
}

const missing = (text: Text) => ({
  kind: (value: string) => (value ? null : text('form.chooseOne')),
  model: (value: string, { kind }: DeviceFormValues) => (kind === 'other' && !value.trim() ? text('form.required') : null),
  mriTerms: (value: string, { mriCondition }: DeviceFormValues) => (mriCondition === 'CONDITIONAL' && !value.trim() ? text('form.required') : null),
});

/** Closes the form when it is settled; a refusal goes to its fields, also one that had been said before the form was closed. */
function useSettle(form: UseFormReturnType<DeviceFormValues>, draft: FormDraft<DeviceFormValues>, onClose: () => void) {
  const say = useViolationText();
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
    if (result.kind !== 'refused') return;
    const { fields } = sortRefusal(result.violations, DEVICE_FIELDS, say);
    form.setErrors(fields);
    focusFirst(form, fields);
  };
  const settleAgain = useEffectEvent(settle);
  useEffect(() => {
    if (draft.answer) settleAgain(draft.answer);
  }, [draft.answer]);
  return settle;
}

const focusFirst = (form: UseFormReturnType<DeviceFormValues>, errors: object): void => form.getInputNode(DEVICE_FIELDS.find((field) => field in errors) ?? '')?.focus();

export function AddDeviceForm({ patient, onClose }: FormProps) {
  const text = useText();
  const form = useForm({ initialValues: EMPTY_DEVICE, validate: missing(text) });
  const draft = useDraft(`${patient.id}:add-device`, form, { revision: patient.revision, opens: ADD_DEVICE });
  const { run, outcome, sending } = usePatientCommand(AddDeviceDocument, patient, 'devices', draft);
  const settle = useSettle(form, draft, onClose);
  return (
    <Frame
      form={form} draft={draft} outcome={outcome} isSending={sending} submit={text('action.add')}
      onSubmit={form.onSubmit((values) => void run(deviceOf(values)).then(settle), (errors) => focusFirst(form, errors))}
      onClose={onClose}
    />
  );
}

export function EditDeviceForm({ patient, device, onClose }: FormProps & { device: DeviceRowFragment }) {
  const text = useText();
  const form = useForm({ initialValues: formOf(device), validate: missing(text) });
  const draft = useDraft(`${patient.id}:edit-device:${device.id}`, form, { revision: patient.revision, opens: `edit-device:${device.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(EditDeviceDocument, patient, 'devices', draft);
  const settle = useSettle(form, draft, onClose);
  const leave = () => {
    draft.discard();
    onClose();
  };
  const send = (by: typeof run, changes: ReturnType<typeof changesOf>) => {
    if (Object.keys(changes).length === 0) return leave();
    void by({ deviceId: device.id, ...changes }).then(settle);
  };
  return (
    <Frame
      form={form} draft={draft} outcome={outcome} isSending={sending} submit={text('action.save')}
      onSubmit={form.onSubmit((values) => send(run, changesOf(draft.initial, values)), (errors) => focusFirst(form, errors))}
      onClose={onClose}
    >
      {outcome?.kind === 'conflict' && (
        <ConflictPanel
          entity="device"
          groups={outcome.groups}
          sayField={(field, value) => (field === 'kind' ? implantedDeviceById(value)?.name : undefined)}
          isSending={sending}
          onKeepTheirs={() => send(runAgain, withoutFields(changesOf(draft.initial, form.values), outcome.groups.flatMap(({ fields }) => fields.map(({ field }) => field))))}
          onKeepMine={() => send(runAgain, changesOf(draft.initial, form.values))}
        />
      )}
    </Frame>
  );
}

interface FrameProps {
  readonly form: UseFormReturnType<DeviceFormValues>;
  readonly draft: FormDraft<DeviceFormValues>;
  readonly outcome: CommandOutcome<unknown> | null;
  readonly isSending: boolean;
  readonly submit: string;
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function Frame({ form, draft, outcome, isSending, submit, onSubmit, onClose, children }: FrameProps) {
  const text = useText();
  const cancel = () => {
    draft.discard();
    onClose();
  };
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      <DraftNotice draft={draft} />
      <DeviceFields form={form} />
      {children}
      <CommandAlert outcome={outcome} fields={DEVICE_FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={isSending}>{submit}</Button>
        <Button variant="default" size="compact-sm" onClick={cancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
