import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { riskFactors } from '@plexus/catalogue/labels';
import type { FormEvent } from 'react';
import { AddRiskFactorDocument, EditRiskFactorDocument, type BackgroundPatientFragment, type RiskFactorLineFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { IN_WORDS } from '../model/symptom-form.ts';
import classes from './background.module.css';

export const ADD_RISK_FACTOR = 'risk-factor';
const FIELDS = ['code', 'words', 'since', 'note'];

interface AddProps {
  readonly patient: BackgroundPatientFragment;
  readonly onClose: () => void;
}

export function AddRiskFactorForm({ patient, onClose }: AddProps) {
  const text = useText();
  const say = useViolationText();
  const form = useForm({ initialValues: { code: '', words: '', since: '', note: '' } });
  const draft = useDraft(`${patient.id}:add-risk-factor`, form, { revision: patient.revision, opens: ADD_RISK_FACTOR });
  const { run, outcome, sending } = usePatientCommand(AddRiskFactorDocument, patient, 'risk-factors', draft);
  const { code, words, since, note } = form.values;
  const taken = new Set(patient.riskFactors.map((factor) => factor.code));
  const choices = riskFactors.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id as string, label: name as string }));

  async function save(event: FormEvent) {
    event.preventDefault();
    const isInWords = code === IN_WORDS;
    if (!code || (isInWords && !words.trim())) return form.setErrors(isInWords ? { words: text('form.required') } : { code: text('form.chooseOne') });
    const result = await run({ ...(isInWords ? { words: words.trim() } : { code }), ...(since && { since }), ...(note.trim() && { note: note.trim() }) });
    if (isSettled(result)) onClose();
    if (result.kind === 'refused') form.setErrors(sortRefusal(result.violations, FIELDS, say).fields);
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <DraftNotice draft={draft} />
      <NativeSelect required label={text('risk.which')} data={[{ value: '', label: '' }, ...choices, { value: IN_WORDS, label: text('symptom.inWords') }]} {...form.getInputProps('code')} />
      {code === IN_WORDS && <TextInput required label={text('risk.words')} {...form.getInputProps('words')} />}
      <SinceAndNote form={form} />
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <Buttons submit={text('action.add')} isSending={sending} onCancel={() => { draft.discard(); onClose(); }} />
    </form>
  );
}

export function EditRiskFactorForm({ patient, factor, onClose }: AddProps & { factor: RiskFactorLineFragment }) {
  const text = useText();
  const say = useViolationText();
  const form = useForm({ initialValues: { since: factor.since ?? '', note: factor.note ?? '' } });
  const draft = useDraft(`${patient.id}:risk-factor:${factor.id}`, form, { revision: patient.revision, opens: `risk-factor:${factor.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(EditRiskFactorDocument, patient, 'risk-factors', draft);

  /** What differs from what its author saw, but for the fields that stay a colleague's. */
  const changes = (theirs: readonly string[] = []) => ({
    ...(form.values.since !== draft.initial.since && !theirs.includes('since') && { since: form.values.since || null }),
    ...(form.values.note !== draft.initial.note && !theirs.includes('note') && { note: form.values.note.trim() || null }),
  });
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
    if (result.kind === 'refused') form.setErrors(sortRefusal(result.violations, FIELDS, say).fields);
  };
  function leave() {
    draft.discard();
    onClose();
  }
  async function save(send: typeof run | typeof runAgain, theirs: readonly string[] = []) {
    const written = changes(theirs);
    if (Object.keys(written).length === 0) return leave();
    settle(await send({ riskFactorId: factor.id, ...written }));
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); void save(run); }}>
      <DraftNotice draft={draft} />
      <SinceAndNote form={form} />
      {outcome?.kind === 'conflict' && (
        <ConflictPanel
          entity="risk-factor"
          groups={outcome.groups}
          isSending={sending}
          onKeepTheirs={() => void save(runAgain, outcome.groups.flatMap(({ fields }) => fields.map(({ field }) => field)))}
          onKeepMine={() => void save(runAgain)}
        />
      )}
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <Buttons submit={text('action.save')} isSending={sending} onCancel={leave} />
    </form>
  );
}

function SinceAndNote<T extends { since: string; note: string }>({ form }: { form: UseFormReturnType<T> }) {
  const text = useText();
  return (
    <>
      <TextInput type="date" label={text('symptom.begin')} {...form.getInputProps('since')} />
      <Textarea autosize minRows={2} label={text('symptom.note')} {...form.getInputProps('note')} />
    </>
  );
}

function Buttons({ submit, isSending, onCancel }: { submit: string; isSending: boolean; onCancel: () => void }) {
  const text = useText();
  return (
    <div className={classes.actions}>
      <Button type="submit" size="compact-sm" loading={isSending}>{submit}</Button>
      <Button variant="default" size="compact-sm" onClick={onCancel}>{text('action.cancel')}</Button>
    </div>
  );
}
