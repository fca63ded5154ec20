import { Button } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { SetDeviceAnswerDocument, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import classes from '../../../shared/record-card.module.css';
import { ADD_DEVICE, AddDeviceForm } from './device-forms.tsx';
import { DeviceLine } from './device-line.tsx';

interface CardProps {
  readonly patient: PatientDetailsFragment;
}

/** Asked or not, none or which, with what each means for other treatments. */
export function DevicesCard({ patient }: CardProps) {
  const text = useText();
  const [isAdding, setIsAdding] = useState(false);
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT') && patient.deviceAnswer !== 'NOT_SHOWN';
  useRequestedForm((opens) => {
    if (opens === ADD_DEVICE) setIsAdding(mayEdit);
    return opens === ADD_DEVICE;
  });
  const add = mayEdit && !isAdding && (
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setIsAdding(true)}>{text('device.add')}</Button>
  );
  return (
    <Card title={text('device.title')} aside={add}>
      {patient.deviceAnswer !== 'RECORDED' && <AnswerLine patient={patient} mayEdit={mayEdit && !isAdding} />}
      {isAdding && <AddDeviceForm patient={patient} onClose={() => setIsAdding(false)} />}
      {patient.devices.length > 0 && (
        <ul className={classes.list}>
          {patient.devices.map((device) => <DeviceLine key={device.id} patient={patient} device={device} mayEdit={mayEdit} />)}
        </ul>
      )}
    </Card>
  );
}

function AnswerLine({ patient, mayEdit }: CardProps & { mayEdit: boolean }) {
  const text = useText();
  const { run, outcome, sending } = usePatientCommand(SetDeviceAnswerDocument, patient, 'devices');
  const other = patient.deviceAnswer === 'NONE' ? 'NOT_ASKED' : 'NONE';
  return (
    <>
      <div className={classes.line}>
        <span>{text(`device.answer.${patient.deviceAnswer}`)}</span>
        {mayEdit && <Button variant="default" size="compact-sm" loading={sending} onClick={() => void run({ answer: other })}>{text(`device.set.${other}`)}</Button>}
      </div>
      <CommandAlert outcome={outcome} fields={[]} />
    </>
  );
}
