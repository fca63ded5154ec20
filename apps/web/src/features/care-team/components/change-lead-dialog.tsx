import { useForm } from '@mantine/form';
import { ChangeLeadDocument, type TeamMemberRowFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useTeamCommand, type TeamCommandContext } from '../hooks/use-team-command.ts';
import { TeamDialog } from './team-dialog.tsx';
import { ReasonField } from './team-fields.tsx';

interface ChangeLeadDialogProps {
  readonly member: TeamMemberRowFragment;
  /** Who leads today; null: nobody does. */
  readonly present: TeamMemberRowFragment | null;
  readonly context: TeamCommandContext;
  readonly onClose: () => void;
}

export function ChangeLeadDialog({ member, present, context, onClose }: ChangeLeadDialogProps) {
  const text = useText();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value) => (value.trim() === '' ? text('form.required') : null) } });
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(ChangeLeadDocument, form, context);
  const { name } = member.person;
  const send = ({ reason }: { reason: string }) => submit({ memberId: member.id, reason: reason.trim() });

  return (
    <TeamDialog
      entity="team-member"
      title={text('careTeam.lead.title', { name })}
      consequence={present ? text('careTeam.lead.consequence', { name, present: present.person.name }) : text('careTeam.lead.consequence.none', { name })}
      submit={text('careTeam.lead.submit')}
      isSending={sending}
      outcome={outcome}
      fields={fields}
      draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)}
      onKeepMine={() => void send(form.values)}
      onClose={onClose}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}
