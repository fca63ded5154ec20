import { Button, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { FormEvent } from 'react';
import { DecideOnRedFlagScreenDocument, type BackgroundPatientFragment, type RedFlagDecision, type ScreenSheetFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import classes from './background.module.css';

const FIELDS = ['decision', 'reason'];
const DECISIONS: readonly RedFlagDecision[] = ['WATCH', 'TEST', 'REFER'];

interface DecideFormProps {
  readonly patient: BackgroundPatientFragment;
  readonly screen: ScreenSheetFragment;
  readonly onClose: () => void;
}

/** What is done about what was found, and why; no choice stands out. */
export function DecideForm({ patient, screen, onClose }: DecideFormProps) {
  const text = useText();
  const say = useViolationText();
  const form = useForm({ initialValues: { decision: '' as RedFlagDecision | '', reason: '' } });
  const draft = useDraft(`${patient.id}:decide:${screen.id}`, form, { revision: patient.revision, opens: `decide:${screen.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(DecideOnRedFlagScreenDocument, patient, screen.id, draft);
  const { decision, reason } = form.values;

  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
    if (result.kind === 'refused') form.setErrors(sortRefusal(result.violations, FIELDS, say).fields);
  };
  async function send(again = false) {
    if (!decision || !reason.trim()) return form.setErrors({ ...(!decision && { decision: text('form.chooseOne') }), ...(!reason.trim() && { reason: text('form.required') }) });
    const written = { screenId: screen.id, decision, reason: reason.trim() };
    settle(await (again ? runAgain(written) : run(written)));
  }
  function leave() {
    draft.discard();
    onClose();
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event: FormEvent) => { event.preventDefault(); void send(); }}>
      <DraftNotice draft={draft} />
      <Radio.Group required label={text('screen.decide')} {...form.getInputProps('decision')}>
        <div className={classes.choices}>{DECISIONS.map((value) => <Radio key={value} value={value} label={text(`screenDecision.${value}`)} />)}</div>
      </Radio.Group>
      <TextInput required label={text('screen.decideWhy')} {...form.getInputProps('reason')} />
      {outcome?.kind === 'conflict' && <ConflictPanel entity="red-flag-screen" groups={outcome.groups} isSending={sending} onKeepTheirs={leave} onKeepMine={() => void send(true)} />}
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={sending}>{text('screen.decideSave')}</Button>
        <Button variant="default" size="compact-sm" onClick={leave}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
