import { useQuery } from '@apollo/client/react';
import { Button, Modal, Stack, TextInput, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ListSkeleton } from '@plexus/ui';
import type { ReactNode } from 'react';
import { EndLeaveDocument, LeavesDocument, SetLeaveDocument, type LeavePartsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { Day } from '../../../shared/day.tsx';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { FaultState } from '../../../shared/fault-state.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { PersonPicker } from '../../../shared/person-picker.tsx';
import { useText } from '../../../shared/text.ts';
import { useCommand } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { useViolationText } from '../../../shared/violation-text.ts';
import { notice } from '../../../shared/notices.tsx';
import { useMayHandOver } from '../hooks/use-may-hand-over.ts';
import classes from './worklist-dialogs.module.css';

/** As the address says it. */
export const AWAY = 'away';

interface WorklistAwayProps {
  readonly onClose: () => void;
  readonly onHandOver: (personId: string) => void;
  /** Follow-ups have other holders from now on. */
  readonly onChanged: () => void;
}

/** Who is on leave now and soon. One writes down one's own; coordinators and administrators that of all. */
export function WorklistAway({ onClose, onHandOver, onChanged }: WorklistAwayProps) {
  const text = useText();
  const { person } = useViewer();
  const { data, error, refetch } = useQuery(LeavesDocument, { fetchPolicy: 'cache-and-network' });
  const isForAll = person.roles.some((role) => role === 'COORDINATOR' || role === 'ADMINISTRATOR');
  const mayHandOver = useMayHandOver();
  const changed = () => {
    void refetch().catch(() => undefined);
    onChanged();
  };
  return (
    <Modal opened onClose={onClose} title={text('away.title')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <Stack gap="md">
        {!data && (error ? <FaultState error={error} onRetry={() => void refetch().catch(() => undefined)} /> : <ListSkeleton label={text('app.loading')} lines={3} />)}
        {data?.leaves.length === 0 && <p className={classes.note}>{text('away.nobody')}</p>}
        <ul className={classes.leaves}>
          {data?.leaves.map((leave) => (
            <LeaveLine key={leave.id} leave={leave} mayEnd={isForAll || leave.person.id === person.id} onEnded={changed}>
              {mayHandOver(leave.person.id) && <Button variant="default" size="compact-sm" aria-label={text('handOver.openOf', { name: leave.person.name })} onClick={() => onHandOver(leave.person.id)}>{text('handOver.open')}</Button>}
            </LeaveLine>
          ))}
        </ul>
        <LeaveForm isForAll={isForAll} onSet={changed} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function LeaveLine({ leave, mayEnd, onEnded, children }: { leave: LeavePartsFragment; mayEnd: boolean; onEnded: () => void; children: ReactNode }) {
  const text = useText();
  const say = useViolationText();
  const { today } = useDates();
  const { send, sending } = useCommand(EndLeaveDocument);
  const { id, person, startsOn, endsOn, version } = leave;
  const words = text(startsOn > today ? 'away.cancel' : 'away.end');

  async function end() {
    const outcome = await send({ leaveId: id, version }, { about: person.id, who: person.name });
    if (outcome.kind === 'refused') notice(outcome.violations.map(say).join(' '), 'bad');
    else if (outcome.kind === 'conflict') notice(text('away.changed'), 'bad');
    else if (outcome.kind === 'failed') notice(text(`error.${outcome.fault.code}`), 'bad');
    else if (outcome.kind === 'kept') notice(text('outbox.kept'));
    onEnded();
  }

  return (
    <li>
      <span className={classes.words}>{person.name}<span className={classes.note}><Day date={startsOn} /> – <Day date={endsOn} /></span></span>
      <Group gap="xs" wrap="nowrap">
        {children}
        {mayEnd && <Button variant="default" size="compact-sm" loading={sending} aria-label={text('away.of', { words, name: person.name })} onClick={() => void end()}>{words}</Button>}
      </Group>
    </li>
  );
}

function LeaveForm({ isForAll, onSet, onClose }: { isForAll: boolean; onSet: () => void; onClose: () => void }) {
  const text = useText();
  const { person } = useViewer();
  const { today } = useDates();
  const required = (value: string) => (value === '' ? text('form.required') : null);
  const form = useForm({
    initialValues: { personId: isForAll ? '' : person.id, startsOn: today, endsOn: '' },
    validate: { personId: (id) => (id === '' ? text('form.chooseOne') : null), startsOn: required, endsOn: required },
  });
  const draft = useDraft('leave', form, { opens: `/follow-ups?form=${AWAY}` });
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand(SetLeaveDocument, form, { onDone: () => { form.reset(); onSet(); }, onKept: onClose }, draft);

  return (
    <form noValidate onSubmit={form.onSubmit((values) => submit(values, { about: values.personId }), focusFirst)}>
      <Stack gap="sm">
        <DraftNotice draft={draft} />
        {isForAll && <PersonPicker {...form.getInputProps('personId')} />}
        <Group grow align="flex-start">
          <TextInput type="date" label={text('away.startsOn')} required min={today} {...form.getInputProps('startsOn')} />
          <TextInput type="date" label={text('away.endsOn')} required min={form.values.startsOn} {...form.getInputProps('endsOn')} />
        </Group>
        <p className={classes.note}>{text('away.means')}</p>
        <CommandAlert outcome={outcome} fields={fields} />
        <DialogButtons submit={text(isForAll ? 'away.set' : 'away.setMine')} isSending={sending} onCancel={() => { draft.discard(); onClose(); }} />
      </Stack>
    </form>
  );
}
