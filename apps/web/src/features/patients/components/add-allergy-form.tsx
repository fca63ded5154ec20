import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { RecordAllergyDocument, type AllergySeverity, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { useText } from '../../../shared/text.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../hooks/use-patient-command.ts';
import classes from './details.module.css';

const FIELDS = ['substance', 'reaction', 'severity'];
const SEVERITIES = ['MILD', 'MODERATE', 'SEVERE', 'UNKNOWN'] as const;

export function AddAllergyForm({ patient, onClose }: { patient: PatientDetailsFragment; onClose: () => void }) {
  const text = useText();
  const say = useViolationText();
  const { run, outcome, sending } = usePatientCommand(RecordAllergyDocument, patient);
  const [substance, setSubstance] = useState('');
  const [reaction, setReaction] = useState('');
  // Nothing observed is prefilled: how bad it was has to be said.
  const [severity, setSeverity] = useState<AllergySeverity | ''>('');
  const [isTried, setIsTried] = useState(false);
  const fields: Record<string, string> = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, FIELDS, say).fields : {};

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!substance.trim() || !severity) return;
    const result = await run({ substance: substance.trim(), severity, ...(reaction.trim() && { reaction: reaction.trim() }) });
    if (result.kind === 'done') onClose();
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <TextInput
        required
        label={text('allergy.substance')}
        value={substance}
        onChange={(event) => setSubstance(event.currentTarget.value)}
        error={isTried && !substance.trim() ? text('form.required') : fields.substance}
      />
      <TextInput label={text('allergy.reaction')} value={reaction} onChange={(event) => setReaction(event.currentTarget.value)} error={fields.reaction} />
      <NativeSelect
        required
        label={text('allergy.severity')}
        data={[{ value: '', label: '' }, ...SEVERITIES.map((value) => ({ value: value as string, label: text(`allergySeverity.${value}`) }))]}
        value={severity}
        onChange={(event) => setSeverity(event.currentTarget.value as AllergySeverity | '')}
        error={isTried && !severity ? text('form.chooseOne') : fields.severity}
      />
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={sending}>{text('action.add')}</Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
