import { TextInput } from '@mantine/core';
import { AssignFollowUpDocument, EditFollowUpDocument, SnoozeFollowUpDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { changedOf } from '../../../shared/form-changes.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpForm } from '../hooks/use-follow-up-form.ts';
import { assigneeOf, assigneeValue } from '../model/assignee.ts';
import { AssigneeSelect } from './assignee-select.tsx';
import classes from './follow-ups.module.css';
import { FormFrame } from './form-frame.tsx';

interface SmallFormProps {
  readonly followUp: FollowUpPartsFragment;
  readonly onClose: () => void;
}

/** To somebody else, or to a role's pool. A request is asked again of whoever is new. */
export function AssignForm({ followUp, onClose }: SmallFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(AssignFollowUpDocument, {
    followUp,
    form: 'assign',
    initialValues: { ownerId: '' },
    check: ({ ownerId }) => (ownerId ? {} : { ownerId: text('form.chooseOne') }),
    write: ({ ownerId }) => (ownerId === assigneeValue(followUp.owner?.id, followUp.pool.id) ? null : assigneeOf(ownerId)),
    onClose,
  });
  return (
    <FormFrame title={text('followUp.assign')} submit={text('followUp.assign')} frame={{ ...frame, fields: [...frame.fields, 'pool'] }}>
      <AssigneeSelect patientId={followUp.patientId} {...form.getInputProps('ownerId')} error={form.errors.ownerId ?? form.errors.pool} />
    </FormFrame>
  );
}

export function DueForm({ followUp, onClose }: SmallFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(EditFollowUpDocument, {
    followUp,
    form: 'due',
    initialValues: { dueOn: followUp.dueOn, dueTime: followUp.dueTime ?? '' },
    check: ({ dueOn }) => (dueOn ? {} : { dueOn: text('form.required') }),
    write: (values, seen) => changedOf(seen, values) as { dueOn?: string; dueTime?: string | null },
    isPatch: true,
    onClose,
  });
  return (
    <FormFrame title={text('followUp.due')} submit={text('action.save')} frame={frame}>
      <div className={classes.pair}>
        <TextInput type="date" required label={text('field.follow-up.dueOn')} {...form.getInputProps('dueOn')} />
        <TextInput type="time" label={text('followUpForm.time')} {...form.getInputProps('dueTime')} />
      </div>
    </FormFrame>
  );
}

/** Out of the queues until a day, then it is back by itself. */
export function SnoozeForm({ followUp, onClose }: SmallFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(SnoozeFollowUpDocument, {
    followUp,
    form: 'snooze',
    initialValues: { until: followUp.snoozedUntil ?? '' },
    check: ({ until }) => (until || followUp.snoozedUntil ? {} : { until: text('form.required') }),
    write: ({ until }, seen) => (until === seen.until ? null : { until: until || null }),
    onClose,
  });
  return (
    <FormFrame title={text('followUp.snooze')} submit={text('followUp.snooze')} frame={frame}>
      <TextInput type="date" label={text('followUpForm.until')} description={text(followUp.snoozedUntil ? 'followUpForm.untilAgain' : 'followUpForm.untilHint')} {...form.getInputProps('until')} />
    </FormFrame>
  );
}
