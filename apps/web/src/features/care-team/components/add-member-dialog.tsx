import { Group, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { useState } from 'react';
import { AddTeamMemberDocument, type TeamRole } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useTeamCommand, type TeamCommandContext } from '../hooks/use-team-command.ts';
import { mentorConsent, PEER_MENTOR } from '../model/consents.ts';
import { PersonPicker } from '../../../shared/person-picker.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { DayField, ReasonField } from './team-fields.tsx';

const ROLES = ['LEAD', 'MEMBER', 'OBSERVER'] as const satisfies readonly TeamRole[];

interface Values extends Record<string, unknown> {
  personId: string;
  role: TeamRole | '';
  validFrom: string;
  /** Empty: open. */
  validTo: string;
  reason: string;
}

export function AddMemberDialog({ context, onClose }: { context: TeamCommandContext; onClose: () => void }) {
  const text = useText();
  const { today } = useDates();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const chosen = (value: string) => (value === '' ? text('form.chooseOne') : null);
  const [isMentor, setIsMentor] = useState(false);
  const form = useForm<Values>({
    initialValues: { personId: '', role: '', validFrom: today, validTo: '', reason: '' },
    validate: { personId: chosen, role: chosen, validFrom: required, reason: required },
  });
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(AddTeamMemberDocument, form, context);
  const send = ({ personId, role, validFrom, validTo, reason }: Values) =>
    submit({ personId, role: role as TeamRole, validFrom, validTo: validTo || null, reason: reason.trim() });

  return (
    <TeamDialog
      entity="team-member"
      title={text('careTeam.add.title')}
      submit={text('careTeam.add.submit')}
      isSending={sending}
      outcome={outcome}
      fields={fields}
      draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)}
      onKeepMine={() => void send(form.values)}
      onClose={onClose}
    >
      <PersonPicker {...form.getInputProps('personId')} onChoose={(person) => setIsMentor(person?.discipline === PEER_MENTOR)} />
      {isMentor && !mentorConsent(context.patient.consents) && <Notice tone="warn"><p>{text('consent.mentor.addedWithout')}</p></Notice>}
      <Radio.Group label={text('careTeam.role')} required errorProps={{ mt: 6 }} {...form.getInputProps('role')}>
        <Stack gap="xs" mt={6}>
          {ROLES.map((role) => (
            <Radio key={role} value={role} label={text(`teamRole.${role}`)} description={text(`careTeam.role.${role}.means`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group grow align="flex-start">
        <DayField label={text('careTeam.validFrom')} required {...form.getInputProps('validFrom')} />
        <DayField label={text('careTeam.validTo')} min={form.values.validFrom} {...form.getInputProps('validTo')} description={text('careTeam.validTo.open')} inputWrapperOrder={['label', 'input', 'description', 'error']} />
      </Group>
      <ReasonField {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}
