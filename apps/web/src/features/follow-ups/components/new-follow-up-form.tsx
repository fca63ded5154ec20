import { useQuery } from '@apollo/client/react';
import { Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { FollowUpSourcesDocument, OpenFollowUpDocument, type FollowUpPatientFragment, type FollowUpShape } from '../../../gql/index.ts';
import { newFollowUpAddress, type NewSource } from '../../../shared/new-follow-up.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { NEW_FOLLOW_UP, recurrenceLacks, writtenNew, type FollowUpValues } from '../model/follow-up-fields.ts';
import { assigneeOf } from '../model/assignee.ts';
import { AssigneeSelect } from './assignee-select.tsx';
import { MoreFields, OutsideFields, WhatFields } from './follow-up-fields.tsx';
import classes from './follow-ups.module.css';
import { FormFrame } from './form-frame.tsx';

type NewValues = FollowUpValues & { shape: FollowUpShape; ownerId: string; dueOn: string; dueTime: string };

interface NewFollowUpFormProps {
  readonly patient: FollowUpPatientFragment;
  readonly source: NewSource | null;
  /** Where a draft finds the form again. */
  readonly opens: string;
  /** With the new one's id; null: it is kept on this device and will be sent. */
  readonly onOpened: (id: string | null) => void;
  readonly onClose: () => void;
}

/** A new one: what, whose, until when. It is open as soon as it is saved, and whoever is asked sees it. */
export function NewFollowUpForm({ patient, source, opens, onOpened, onClose }: NewFollowUpFormProps) {
  const text = useText();
  const say = useViolationText();
  const form = useForm<NewValues>({ initialValues: { ...NEW_FOLLOW_UP, shape: 'TASK', ownerId: '', dueOn: '', dueTime: '' } });
  // Begun in the chart it is found again in the worklist, and the other way round.
  const draft = useDraft(newFollowUpAddress(patient.id, source), form, { revision: patient.revision, opens });
  const { run, outcome, sending } = usePatientCommand(OpenFollowUpDocument, patient, 'new follow-up', draft);
  const { values } = form;
  const fields = Object.keys(values);

  function showErrors(errors: Record<string, string>) {
    form.setErrors(errors);
    const [first] = fields.filter((field) => field in errors);
    if (first) form.getInputNode(first)?.focus();
  }
  const showAnswer = useEffectEvent((answer: CommandOutcome<unknown>) => {
    if (answer.kind === 'refused') showErrors(sortRefusal(answer.violations, fields, say).fields);
  });
  useEffect(() => { if (draft.answer) showAnswer(draft.answer); }, [draft.answer]);

  async function save() {
    const half = recurrenceLacks(values);
    const lacking = {
      ...(!values.what.trim() && { what: text('form.required') }),
      ...(!values.kind && { kind: text('form.chooseOne') }),
      ...(!values.ownerId && { ownerId: text('form.chooseOne') }),
      ...(!values.dueOn && { dueOn: text('form.required') }),
      ...(half && { [half]: text('violation.REPEATS_HALF') }),
    };
    if (Object.keys(lacking).length || !values.kind) return showErrors(lacking);
    const { outsideParty, documentsSent, ...written } = writtenNew(values);
    const result = await run({
      ...written,
      ...(values.shape === 'REQUEST' && { outsideParty, documentsSent }),
      ...assigneeOf(values.ownerId),
      ...(source && { sourceKind: source.kind, sourceId: source.id }),
      kind: values.kind,
      shape: values.shape,
      dueOn: values.dueOn,
      dueTime: values.dueTime || null,
    });
    if (result.kind === 'done') onOpened(result.value.followUp.id);
    if (result.kind === 'kept') onOpened(null);
    if (result.kind === 'refused') showErrors(sortRefusal(result.violations, fields, say).fields);
  }

  const leave = () => {
    draft.discard();
    onClose();
  };
  return (
    <FormFrame title={text('followUp.new')} submit={text('followUp.open')} frame={{ draft, outcome, fields: [...fields, 'pool'], isSending: sending, onSubmit: () => void save(), onCancel: leave }}>
      {source && <SourceName patientId={patient.id} source={source} />}
      <WhatFields form={form} />
      <Radio.Group label={text('field.follow-up.shape')} {...form.getInputProps('shape')}>
        <div className={classes.choices}>
          {(['TASK', 'REQUEST'] as const).map((shape) => <Radio key={shape} value={shape} label={text(`followUpForm.shape.${shape}`)} />)}
        </div>
      </Radio.Group>
      <AssigneeSelect patientId={patient.id} {...form.getInputProps('ownerId')} error={form.errors.ownerId ?? form.errors.pool} />
      <OutsideFields form={form} shape={values.shape} />
      <div className={classes.pair}>
        <TextInput type="date" required label={text('field.follow-up.dueOn')} {...form.getInputProps('dueOn')} />
        <TextInput type="time" label={text('followUpForm.time')} {...form.getInputProps('dueTime')} />
      </div>
      <details className={classes.more}>
        <summary>{text('followUpForm.more')}</summary>
        <div className={classes.moreFields}><MoreFields form={form} patientId={patient.id} watchers={[]} /></div>
      </details>
    </FormFrame>
  );
}

/** Of which goal or part of the plan, in its own words. */
function SourceName({ patientId, source }: { readonly patientId: string; readonly source: NewSource }) {
  const text = useText();
  const { data } = useQuery(FollowUpSourcesDocument, { variables: { patientId } });
  const plan = data?.patient.plan;
  const name = source.kind === 'GOAL' ? plan?.goals.find(({ id }) => id === source.id)?.words : plan?.activities.find(({ id }) => id === source.id)?.name;
  return name ? <p className={classes.note}>{text('followUp.from', { name })}</p> : null;
}
