import { Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ArrangeStandInDocument, type TeamMemberRowFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useTeamCommand, type TeamCommandContext } from '../hooks/use-team-command.ts';
import { PersonPicker } from '../../../shared/person-picker.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { DayField, ReasonField } from './team-fields.tsx';

interface Values extends Record<string, unknown> {
  personId: string;
  validFrom: string;
  validTo: string;
  reason: string;
}

interface ArrangeStandInDialogProps {
  readonly member: TeamMemberRowFragment;
  readonly context: TeamCommandContext;
  readonly onClose: () => void;
}

export function ArrangeStandInDialog({ member, context, onClose }: ArrangeStandInDialogProps) {
  const text = useText();
  const { today } = useDates();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const form = useForm<Values>({
    initialValues: { personId: '', validFrom: member.validFrom > today ? member.validFrom : today, validTo: '', reason: '' },
    validate: { personId: (value) => (value === '' ? text('form.chooseOne') : null), validFrom: required, validTo: required, reason: required },
  });
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(ArrangeStandInDocument, form, context);
  const { name } = member.person;
  const send = ({ personId, validFrom, validTo, reason }: Values) => submit({ memberId: member.id, personId, validFrom, validTo, reason: reason.trim() });

  return (
    <TeamDialog
      entity="stand-in"
      title={text('careTeam.standIn.title', { name })}
      consequence={text('careTeam.standIn.consequence', { name })}
      submit={text('careTeam.standIn.submit')}
      isSending={sending}
      outcome={outcome}
      fields={fields}
      draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)}
      onKeepMine={() => void send(form.values)}
      onClose={onClose}
    >
      <PersonPicker {...form.getInputProps('personId')} />
      <Group grow align="flex-start">
        <DayField label={text('careTeam.validFrom')} required min={member.validFrom} max={member.validTo ?? undefined} {...form.getInputProps('validFrom')} />
        <DayField label={text('careTeam.validTo')} required min={form.values.validFrom} max={member.validTo ?? undefined} {...form.getInputProps('validTo')} />
      </Group>
      <ReasonField {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}
