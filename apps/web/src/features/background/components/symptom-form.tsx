import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import { EditSymptomDocument, RecordSymptomDocument, type BackgroundPatientFragment, type SymptomLineFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { IN_WORDS, isNamed, SYMPTOM_FIELDS, symptomChanges, symptomFormOf, type SymptomFormValues } from '../model/symptom-form.ts';
import classes from './background.module.css';
import { SymptomFields } from './symptom-fields.tsx';
import { ADD_SYMPTOM } from './symptoms-card.tsx';

interface SymptomFormProps {
  readonly patient: BackgroundPatientFragment;
  /** Null: a new one. */
  readonly symptom: SymptomLineFragment | null;
  /** The map's choice, which is the form's while it is open. */
  readonly places: readonly string[];
  readonly onPlaces: (places: readonly string[]) => void;
  readonly onClose: () => void;
}

export function SymptomForm({ patient, symptom, places, onPlaces, onClose }: SymptomFormProps) {
  const text = useText();
  const say = useViolationText();
  const form = useForm<SymptomFormValues>({ initialValues: symptomFormOf(symptom, places) });
  const opens = symptom ? `${ADD_SYMPTOM}:${symptom.id}` : ADD_SYMPTOM;
  const draft = useDraft(`${patient.id}:${opens}`, form, { revision: patient.revision, opens });
  const recording = usePatientCommand(RecordSymptomDocument, patient, 'symptoms', draft);
  const editing = usePatientCommand(EditSymptomDocument, patient, 'symptoms', draft);
  const { outcome, sending } = symptom ? editing : recording;
  const [before] = useState(() => symptomFormOf(symptom));

  // The places are one choice, shown in the map and kept in the draft: what comes back with a draft goes to the map.
  const takeBack = useEffectEvent(() => onPlaces(form.values.places));
  useEffect(() => {
    if (draft.restoredAt) takeBack();
  }, [draft.restoredAt]);
  const follow = useEffectEvent(() => form.setFieldValue('places', [...places]));
  useEffect(() => follow(), [places]);

  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
    if (result.kind === 'refused') form.setErrors(sortRefusal(result.violations, SYMPTOM_FIELDS, say).fields);
  };

  function send(values: SymptomFormValues, again = false): Promise<CommandOutcome<unknown>> {
    const written = symptomChanges(symptom && draft.restoredAt ? draft.initial : before, values);
    if (!symptom) return recording.run(written);
    return again ? editing.runAgain({ symptomId: symptom.id, ...written }) : editing.run({ symptomId: symptom.id, ...written });
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!isNamed(form.values)) return form.setErrors(form.values.code === IN_WORDS ? { words: text('form.required') } : { code: text('form.chooseOne') });
    settle(await send(form.values));
  }

  function leave() {
    draft.discard();
    onClose();
  }

  /** What colleagues changed stays theirs; my other changes are still saved. */
  async function keepTheirs(fields: readonly string[]) {
    const values = { ...form.values, ...Object.fromEntries(fields.map((field) => [field, before[field as keyof SymptomFormValues]])) };
    if (Object.keys(symptomChanges(before, values)).length === 0) return leave();
    settle(await send(values, true));
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <DraftNotice draft={draft} />
      <SymptomFields form={form} />
      {outcome?.kind === 'conflict' && (
        <ConflictPanel
          entity="symptom"
          groups={outcome.groups}
          isSending={sending}
          onKeepTheirs={() => void keepTheirs(outcome.groups.flatMap(({ fields }) => fields.map(({ field }) => field)))}
          onKeepMine={() => void send(form.values, true).then(settle)}
        />
      )}
      <CommandAlert outcome={outcome} fields={SYMPTOM_FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={sending}>{text(symptom ? 'action.save' : 'action.add')}</Button>
        <Button variant="default" size="compact-sm" onClick={leave}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
