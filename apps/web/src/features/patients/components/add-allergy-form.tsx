import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type FormEvent } from 'react';
import { RecordAllergyDocument, type AllergySeverity, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled } from '../../../shared/use-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import classes from '../../../shared/record-card.module.css';

const FIELDS = ['substance', 'reaction', 'severity'];
const SEVERITIES = ['MILD', 'MODERATE', 'SEVERE', 'UNKNOWN'] as const;
// Nothing observed is prefilled: how bad it was has to be said.
const EMPTY = { substance: '', reaction: '', severity: '' as AllergySeverity | '' };

export const ADD_ALLERGY = 'allergy';

export function AddAllergyForm({ patient, onClose }: { patient: PatientDetailsFragment; onClose: () => void }) {
  const text = useText();
  const say = useViolationText();
  const form = useForm({ initialValues: EMPTY });
  const draft = useDraft(`${patient.id}:add-allergy`, form, { revision: patient.revision, opens: ADD_ALLERGY });
  const { run, outcome, sending } = usePatientCommand(RecordAllergyDocument, patient, 'allergies', draft);
  const [isTried, setIsTried] = useState(false);
  const fields: Record<string, string> = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, FIELDS, say).fields : {};
  const { substance, reaction, severity } = form.values;

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!substance.trim() || !severity) return;
    const result = await run({ substance: substance.trim(), severity, ...(reaction.trim() && { reaction: reaction.trim() }) });
    if (isSettled(result)) onClose();
  }

  function cancel() {
    draft.discard();
    onClose();
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <DraftNotice draft={draft} />
      <TextInput
        required
        label={text('allergy.substance')}
        {...form.getInputProps('substance')}
        error={isTried && !substance.trim() ? text('form.required') : fields.substance}
      />
      <TextInput label={text('allergy.reaction')} {...form.getInputProps('reaction')} error={fields.reaction} />
      <NativeSelect
        required
        label={text('allergy.severity')}
        data={[{ value: '', label: '' }, ...SEVERITIES.map((value) => ({ value: value as string, label: text(`allergySeverity.${value}`) }))]}
        {...form.getInputProps('severity')}
        error={isTried && !severity ? text('form.chooseOne') : fields.severity}
      />
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={sending}>{text('action.add')}</Button>
        <Button variant="default" size="compact-sm" onClick={cancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
