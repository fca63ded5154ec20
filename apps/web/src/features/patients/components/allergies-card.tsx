import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { RemoveAllergyDocument, SetAllergyStatusDocument, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { ADD_ALLERGY, AddAllergyForm } from './add-allergy-form.tsx';
import classes from '../../../shared/record-card.module.css';
import { ReasonForm, type ReasonValues } from '../../../shared/reason-form.tsx';

interface CardProps {
  readonly patient: PatientDetailsFragment;
}

/** Asked or not, none or which: an empty list alone would say nothing. */
export function AllergiesCard({ patient }: CardProps) {
  const text = useText();
  const [isAdding, setIsAdding] = useState(false);
  const { allergyStatus } = patient;
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT') && allergyStatus !== 'NOT_SHOWN';
  useRequestedForm((opens) => {
    if (opens === ADD_ALLERGY) setIsAdding(mayEdit);
    return opens === ADD_ALLERGY;
  });
  const add = mayEdit && !isAdding && (
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setIsAdding(true)}>{text('allergy.add')}</Button>
  );
  return (
    <Card title={text('allergy.title')} aside={add}>
      {allergyStatus === 'RECORDED' ? (
        <ul className={classes.list}>
          {patient.allergies.map((allergy) => <AllergyLine key={allergy.id} patient={patient} allergy={allergy} mayEdit={mayEdit} />)}
        </ul>
      ) : (
        <AllergyStatusLine patient={patient} mayEdit={mayEdit && !isAdding} />
      )}
      {isAdding && <AddAllergyForm patient={patient} onClose={() => setIsAdding(false)} />}
    </Card>
  );
}

function AllergyStatusLine({ patient, mayEdit }: CardProps & { mayEdit: boolean }) {
  const text = useText();
  const { run, outcome, sending } = usePatientCommand(SetAllergyStatusDocument, patient, 'allergies');
  const { allergyStatus } = patient;
  if (allergyStatus === 'RECORDED') return null;
  const other = allergyStatus === 'NONE_KNOWN' ? 'NOT_ASKED' : 'NONE_KNOWN';
  return (
    <>
      <div className={classes.line}>
        <span>{text(`allergy.${allergyStatus}`)}</span>
        {mayEdit && (
          <Button variant="default" size="compact-sm" loading={sending} onClick={() => void run({ status: other })}>
            {text(other === 'NONE_KNOWN' ? 'allergy.setNoneKnown' : 'allergy.setNotAsked')}
          </Button>
        )}
      </div>
      <CommandAlert outcome={outcome} fields={[]} />
    </>
  );
}

function AllergyLine({ patient, allergy, mayEdit }: CardProps & { allergy: PatientDetailsFragment['allergies'][number]; mayEdit: boolean }) {
  const text = useText();
  const dates = useDates();
  const [isRemoving, setIsRemoving] = useState(false);
  useRequestedForm((opens) => {
    if (opens === `allergy:${allergy.id}`) setIsRemoving(mayEdit);
    return opens === `allergy:${allergy.id}`;
  });
  const note = [allergy.reaction, text(`allergySeverity.${allergy.severity}`), text('allergy.recorded', { when: dates.plain(allergy.recordedOn) })].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.words}><strong>{allergy.substance}</strong><div className={classes.note}>{note}</div></span>
        {mayEdit && !isRemoving && (
          <Button variant="subtle" size="compact-sm" aria-label={text('allergy.remove', { substance: allergy.substance })} onClick={() => setIsRemoving(true)}>{text('action.remove')}</Button>
        )}
        <HistoryButton entity="allergy" id={allergy.id} name={allergy.substance} />
      </div>
      {isRemoving && <RemoveAllergyForm patient={patient} allergy={allergy} onClose={() => setIsRemoving(false)} />}
    </li>
  );
}

function RemoveAllergyForm({ patient, allergy, onClose }: CardProps & { allergy: PatientDetailsFragment['allergies'][number]; onClose: () => void }) {
  const text = useText();
  const form = useForm<ReasonValues>({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:remove-allergy:${allergy.id}`, form, { revision: patient.revision, opens: `allergy:${allergy.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(RemoveAllergyDocument, patient, 'allergies', draft);
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
  };
  return (
    <ReasonForm
      question={text('allergy.removeWhy', { substance: allergy.substance })}
      confirm={text('action.remove')}
      entity="allergy"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => void run({ allergyId: allergy.id, reason }).then(settle)}
      onKeepMine={(reason) => void runAgain({ allergyId: allergy.id, reason }).then(settle)}
      onCancel={onClose}
    />
  );
}
