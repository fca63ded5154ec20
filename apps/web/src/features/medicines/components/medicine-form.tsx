import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { drugClassesIn } from '@plexus/catalogue/medicines';
import { useEffect, useEffectEvent, useRef, type FormEvent } from 'react';
import { AddMedicineDocument, EditMedicineDocument, type MedicinePartsFragment } from '../../../gql/index.ts';
import { AllergyPrompts } from '../../../shared/allergy-prompts.tsx';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import shared from '../../../shared/record-card.module.css';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import type { MedicinesPatient } from '../hooks/use-fresh-list.ts';
import { EMPTY_MEDICINE, MEDICINE_FIELDS, medicineChanges, medicineErrors, medicineFormOf, newMedicineOf, type MedicineFormValues } from '../model/medicine-form.ts';
import { MedicineFields } from './medicine-fields.tsx';

interface MedicineFormProps {
  /** As its author saw it when the form opened. */
  readonly patient: MedicinesPatient;
  /** Undefined: a new one. */
  readonly medicine?: MedicinePartsFragment;
  readonly onClose: () => void;
}

/** Adds or edits a medicine; what a colleague changed of the same order meanwhile is shown beside it. */
export function MedicineForm({ patient, medicine, onClose }: MedicineFormProps) {
  const text = useText();
  const say = useViolationText();
  const form = useForm<MedicineFormValues>({ initialValues: medicine ? medicineFormOf(medicine) : EMPTY_MEDICINE });
  const box = useRef<HTMLFormElement>(null);
  const draft = useDraft(`${patient.id}:medicine:${medicine?.id ?? 'new'}`, form, { revision: patient.revision, opens: medicine ? `medicine:${medicine.id}` : 'medicine' });
  const adding = usePatientCommand(AddMedicineDocument, patient, 'medicines', medicine ? null : draft);
  const editing = usePatientCommand(EditMedicineDocument, patient, `medicine ${medicine?.id}`, medicine ? draft : null);
  const { outcome, sending } = medicine ? editing : adding;
  const isOpioid = drugClassesIn(form.values.drug).includes('opioid');

  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) return onClose();
    if (result.kind === 'refused') showErrors(sortRefusal(result.violations, MEDICINE_FIELDS, say).fields);
  };
  const settleAgain = useEffectEvent(settle);
  useEffect(() => {
    if (draft.answer) settleAgain(draft.answer);
  }, [draft.answer]);

  function showErrors(errors: Record<string, string>) {
    form.setErrors(errors);
    form.getInputNode(MEDICINE_FIELDS.find((field) => field in errors) ?? '')?.focus();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const errors = Object.entries(medicineErrors(form.values)).map(([field, id]) => [field, text(id)]);
    if (errors.length) return showErrors(Object.fromEntries(errors) as Record<string, string>);
    if (!medicine) return settle(await adding.run(newMedicineOf(form.values, isOpioid)));
    const changes = medicineChanges(draft.initial, form.values, isOpioid);
    if (!Object.keys(changes).some((field) => field !== 'changeReason')) return leave();
    settle(await editing.run({ medicineId: medicine.id, ...changes }));
  }

  async function settleConflict(leftOut: readonly string[]) {
    if (!medicine) return;
    const mine = Object.entries(medicineChanges(draft.initial, form.values, isOpioid)).filter(([field]) => !leftOut.includes(field));
    if (!mine.some(([field]) => field !== 'changeReason')) return leave();
    settle(await editing.runAgain({ medicineId: medicine.id, ...Object.fromEntries(mine) }));
  }

  /** By the person: what was typed is not wanted. */
  function leave() {
    draft.discard();
    onClose();
  }

  return (
    <form ref={box} className={shared.form} noValidate aria-label={medicine ? text('medicineForm.edit', { drug: medicine.drug }) : text('medicineForm.add')} onSubmit={(event) => void save(event)}>
      <DraftNotice draft={draft} />
      <MedicineFields form={form} isOpioid={isOpioid} />
      {medicine && <TextInput autoComplete="off" label={text('medicineForm.changeReason')} {...form.getInputProps('changeReason')} />}
      {outcome?.kind === 'conflict' && (
        <ConflictPanel
          entity="medicine"
          groups={outcome.groups}
          isSending={sending}
          onKeepTheirs={() => void settleConflict(outcome.groups.flatMap(({ fields }) => fields.map(({ field }) => field)))}
          onKeepMine={() => void settleConflict([])}
        />
      )}
      {form.values.drug.trim() && <AllergyPrompts patient={patient} exposure={{ name: form.values.drug.trim(), drugs: [] }} />}
      <CommandAlert outcome={outcome} fields={MEDICINE_FIELDS} />
      <div className={shared.actions}>
        <Button type="submit" loading={sending}>{text(medicine ? 'action.save' : 'action.add')}</Button>
        <Button variant="default" onClick={leave}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
