import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { EditPatientDocument, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { withoutFields } from '../../../shared/form-changes.ts';
import { languageName } from '../../../shared/languages.ts';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { changesOf, formOf, missingFields, PATIENT_FIELDS, type PatientFormValues } from '../model/patient-form.ts';
import classes from '../../../shared/record-card.module.css';
import { ContactFields, LanguageFields, WhoFields } from './patient-fields.tsx';

interface EditPatientFormProps {
  /** As the author saw it when the form opened; news that arrive meanwhile do not touch the text. */
  readonly patient: PatientDetailsFragment;
  readonly onClose: () => void;
}

export const EDIT_PERSON = 'person';

export function EditPatientForm({ patient, onClose }: EditPatientFormProps) {
  const text = useText();
  const say = useViolationText();
  const { locale } = useIntl();
  const form = useForm<PatientFormValues>({ initialValues: formOf(patient) });
  const draft = useDraft(`${patient.id}:edit`, form, { revision: patient.revision, opens: EDIT_PERSON });
  const { run, runAgain, outcome, sending } = usePatientCommand(EditPatientDocument, patient, 'patient', draft);

  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
    if (result.kind === 'refused') {
      const { fields } = sortRefusal(result.violations, PATIENT_FIELDS, say);
      form.setErrors(fields);
      form.getInputNode(PATIENT_FIELDS.find((field) => field in fields) ?? '')?.focus();
    }
  };
  const settleAgain = useEffectEvent(settle);
  useEffect(() => {
    if (draft.answer) settleAgain(draft.answer);
  }, [draft.answer]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const missing = missingFields(form.values);
    if (missing.length) return form.setErrors(Object.fromEntries(missing.map((field) => [field, text('form.required')])));
    const changes = changesOf(draft.initial, form.values);
    if (!Object.keys(changes).length) return leave();
    settle(await run(changes));
  }

  async function keepTheirs(fields: readonly string[]) {
    const mine = withoutFields(changesOf(draft.initial, form.values), fields);
    if (!Object.keys(mine).length) return leave();
    settle(await runAgain(mine));
  }

  /** By the person: what was typed is not wanted. */
  function leave() {
    draft.discard();
    onClose();
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <DraftNotice draft={draft} />
        <WhoFields form={form} />
        {patient.contactDetails && <fieldset className={classes.section}><legend>{text('patient.section.contact')}</legend><ContactFields form={form} /></fieldset>}
        <fieldset className={classes.section}><legend>{text('patient.section.language')}</legend><LanguageFields form={form} /></fieldset>
        {outcome?.kind === 'conflict' && (
          <ConflictPanel
            entity="patient"
            groups={outcome.groups}
            sayField={(field, value) => (field === 'language' ? languageName(value, locale) : undefined)}
            isSending={sending}
            onKeepTheirs={() => void keepTheirs(outcome.groups.flatMap(({ fields }) => fields.map(({ field }) => field)))}
            onKeepMine={() => void runAgain(changesOf(draft.initial, form.values)).then(settle)}
          />
        )}
        <CommandAlert outcome={outcome} fields={PATIENT_FIELDS} />
        <div className={classes.actions}>
          <Button type="submit" loading={sending}>{text('action.save')}</Button>
          <Button variant="default" onClick={leave}>{text('action.cancel')}</Button>
        </div>
      </Stack>
    </form>
  );
}
