import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { EndStandInDocument, EndTeamMembershipDocument, type StandInRowFragment, type TeamMemberRowFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useTeamCommand, type TeamCommandContext } from '../hooks/use-team-command.ts';
import { TeamDialog } from './team-dialog.tsx';
import { DayField, ReasonField } from './team-fields.tsx';

interface LastDay extends Record<string, unknown> {
  validTo: string;
  reason: string;
}

function useLastDayForm(validFrom: string) {
  const text = useText();
  const { today } = useDates();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  return useForm<LastDay>({
    initialValues: { validTo: today < validFrom ? validFrom : today, reason: '' },
    validate: { validTo: required, reason: required },
  });
}

interface EndMembershipDialogProps {
  readonly member: TeamMemberRowFragment;
  readonly context: TeamCommandContext;
  readonly onClose: () => void;
}

export function EndMembershipDialog({ member, context, onClose }: EndMembershipDialogProps) {
  const text = useText();
  const form = useLastDayForm(member.validFrom);
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(EndTeamMembershipDocument, form, context);
  const { name } = member.person;
  const send = ({ validTo, reason }: LastDay) => submit({ memberId: member.id, validTo, reason: reason.trim() });
  if (member.role === 'LEAD') return <LeadFirst name={name} onClose={onClose} />;

  return (
    <TeamDialog
      entity="team-member"
      title={text('careTeam.end.title', { name })}
      consequence={text('careTeam.end.consequence', { name })}
      submit={text('careTeam.end.submit')}
      isSending={sending}
      outcome={outcome}
      fields={fields}
      draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)}
      onKeepMine={() => void send(form.values)}
      onClose={onClose}
    >
      <DayField label={text('careTeam.validTo')} required min={member.validFrom} max={member.validTo ?? undefined} data-autofocus {...form.getInputProps('validTo')} />
      <ReasonField {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}

/** Nobody fills in a form that can only be refused. */
function LeadFirst({ name, onClose }: { name: string; onClose: () => void }) {
  const text = useText();
  return (
    <Modal opened onClose={onClose} title={text('careTeam.end.title', { name })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <Stack gap="sm">
        <Notice tone="warn"><p>{text('careTeam.end.leadFirst', { name })}</p></Notice>
        <Group justify="flex-end"><Button variant="default" onClick={onClose}>{text('action.close')}</Button></Group>
      </Stack>
    </Modal>
  );
}

interface EndStandInDialogProps extends EndMembershipDialogProps {
  readonly standIn: StandInRowFragment;
}

export function EndStandInDialog({ member, standIn, context, onClose }: EndStandInDialogProps) {
  const text = useText();
  const form = useLastDayForm(standIn.validFrom);
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(EndStandInDocument, form, context);
  const names = { standIn: standIn.person.name, name: member.person.name };
  const send = ({ validTo, reason }: LastDay) => submit({ standInId: standIn.id, validTo, reason: reason.trim() });

  return (
    <TeamDialog
      entity="stand-in"
      title={text('careTeam.standIn.end.title', names)}
      consequence={text('careTeam.standIn.end.consequence', names)}
      submit={text('careTeam.standIn.end.submit')}
      isSending={sending}
      outcome={outcome}
      fields={fields}
      draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)}
      onKeepMine={() => void send(form.values)}
      onClose={onClose}
    >
      <DayField label={text('careTeam.validTo')} required min={standIn.validFrom} max={standIn.validTo} data-autofocus {...form.getInputProps('validTo')} />
      <ReasonField {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}
