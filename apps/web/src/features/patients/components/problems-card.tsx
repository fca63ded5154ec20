import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { AddProblemDocument, ResolveProblemDocument, type PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import classes from '../../../shared/record-card.module.css';
import { ProblemSelect } from './problem-select.tsx';
import { ReasonForm, type ReasonValues } from '../../../shared/reason-form.tsx';

const ADD_PROBLEM = 'problem';

interface CardProps {
  readonly patient: PatientDetailsFragment;
}

/** The diagnoses, what is resolved quieter below. An empty list that is hidden from the viewer is not called empty. */
export function ProblemsCard({ patient }: CardProps) {
  const text = useText();
  const [isAdding, setIsAdding] = useState(false);
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT');
  useRequestedForm((opens) => {
    if (opens === ADD_PROBLEM) setIsAdding(mayEdit);
    return opens === ADD_PROBLEM;
  });
  const problems = [...patient.problems].sort((a, b) => Number(a.status === 'RESOLVED') - Number(b.status === 'RESOLVED'));
  const add = mayEdit && !isAdding && (
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setIsAdding(true)}>{text('problem.add')}</Button>
  );
  return (
    <Card title={text('problem.title')} aside={add}>
      {problems.length === 0 && !isAdding && <p className={classes.quiet}>{text(patient.viewer.may.includes('PATIENT_READ_CLINICAL') ? 'problem.none' : 'problem.notShown')}</p>}
      <ul className={classes.list}>
        {problems.map((problem) => <ProblemLine key={problem.id} patient={patient} problem={problem} mayEdit={mayEdit} />)}
      </ul>
      {isAdding && <AddProblemForm patient={patient} onClose={() => setIsAdding(false)} />}
    </Card>
  );
}

function ProblemLine({ patient, problem, mayEdit }: CardProps & { problem: PatientDetailsFragment['problems'][number]; mayEdit: boolean }) {
  const text = useText();
  const dates = useDates();
  const [isResolving, setIsResolving] = useState(false);
  useRequestedForm((opens) => {
    if (opens === `problem:${problem.id}`) setIsResolving(mayEdit);
    return opens === `problem:${problem.id}`;
  });
  const isActive = problem.status === 'ACTIVE';
  const note = [problem.since && text('problem.sinceDate', { date: dates.plain(problem.since) }), problem.note, !isActive && text('problem.resolved')].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.words}>
          <span className={isActive ? undefined : classes.quiet}>{problem.name}</span>
          {note && <div className={classes.note}>{note}</div>}
        </span>
        {mayEdit && isActive && !isResolving && (
          <Button variant="subtle" size="compact-sm" aria-label={text('problem.resolve', { name: problem.name })} onClick={() => setIsResolving(true)}>{text('problem.resolveShort')}</Button>
        )}
        <HistoryButton entity="problem" id={problem.id} name={problem.name} />
      </div>
      {isResolving && isActive && <ResolveProblemForm patient={patient} problem={problem} onClose={() => setIsResolving(false)} />}
    </li>
  );
}

function ResolveProblemForm({ patient, problem, onClose }: CardProps & { problem: PatientDetailsFragment['problems'][number]; onClose: () => void }) {
  const text = useText();
  const form = useForm<ReasonValues>({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:resolve-problem:${problem.id}`, form, { revision: patient.revision, opens: `problem:${problem.id}` });
  const { run, runAgain, outcome, sending } = usePatientCommand(ResolveProblemDocument, patient, 'problems', draft);
  const settle = (result: CommandOutcome<unknown>) => {
    if (isSettled(result)) onClose();
  };
  return (
    <ReasonForm
      question={text('problem.resolveWhy', { name: problem.name })}
      confirm={text('problem.resolveShort')}
      entity="problem"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={(reason) => void run({ problemId: problem.id, reason }).then(settle)}
      onKeepMine={(reason) => void runAgain({ problemId: problem.id, reason }).then(settle)}
      onCancel={onClose}
    />
  );
}

function AddProblemForm({ patient, onClose }: CardProps & { onClose: () => void }) {
  const text = useText();
  const say = useViolationText();
  const form = useForm({ initialValues: { catalogueId: '', since: '', note: '' } });
  const draft = useDraft(`${patient.id}:add-problem`, form, { revision: patient.revision, opens: ADD_PROBLEM });
  const { run, outcome, sending } = usePatientCommand(AddProblemDocument, patient, 'problems', draft);
  const { catalogueId, since, note } = form.values;
  const [isMissing, setIsMissing] = useState(false);
  const fields: Record<string, string> = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, ['catalogueId', 'since', 'note'], say).fields : {};
  const taken = patient.problems.filter(({ status }) => status === 'ACTIVE').map((problem) => problem.catalogueId);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsMissing(!catalogueId);
    if (!catalogueId) return;
    const result = await run({ catalogueId, ...(since && { since }), ...(note.trim() && { note: note.trim() }) });
    if (isSettled(result)) onClose();
  }

  function cancel() {
    draft.discard();
    onClose();
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <DraftNotice draft={draft} />
      <ProblemSelect taken={taken} value={catalogueId || null} onChange={(value) => form.setFieldValue('catalogueId', value ?? '')} error={isMissing && !catalogueId ? text('form.chooseOne') : fields.catalogueId} />
      <TextInput type="date" label={text('problem.since')} {...form.getInputProps('since')} error={fields.since} />
      <TextInput label={text('problem.note')} {...form.getInputProps('note')} error={fields.note} />
      <CommandAlert outcome={outcome} fields={['catalogueId', 'since', 'note']} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={sending}>{text('action.add')}</Button>
        <Button variant="default" size="compact-sm" onClick={cancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
