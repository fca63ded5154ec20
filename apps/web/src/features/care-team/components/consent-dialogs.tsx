import { useForm } from '@mantine/form';
import { EditConsentDocument, MarkConsentInErrorDocument, RecordConsentDocument, WithdrawConsentDocument, type ConsentForm, type ConsentRowFragment, type ConsentVoice } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useTeamCommand, type TeamCommandContext } from '../hooks/use-team-command.ts';
import { changesOf, consentOf, formOf, newConsent, type ConsentFormValues } from '../model/consents.ts';
import { ConsentFields, FormSelect, VoiceFields } from './consent-fields.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { DayField, ReasonField } from './team-fields.tsx';

interface DialogProps {
  readonly context: TeamCommandContext;
  readonly onClose: () => void;
}
type OfConsent = DialogProps & { readonly consent: ConsentRowFragment };

function useConsentForm(initialValues: ConsentFormValues) {
  const text = useText();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const chosen = (value: string) => (value === '' ? text('form.chooseOne') : null);
  return useForm<ConsentFormValues>({
    initialValues,
    validate: {
      kind: chosen, how: chosen, givenOn: required, validFrom: required,
      representative: (value, { givenBy }) => (givenBy === 'REPRESENTATIVE' ? required(value) : null),
    },
  });
}

export function RecordConsentDialog({ context, onClose }: DialogProps) {
  const text = useText();
  const form = useConsentForm(newConsent(useDates().today));
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(RecordConsentDocument, form, context);
  const send = (values: ConsentFormValues) => submit(consentOf(values));
  return (
    <TeamDialog
      entity="consent" title={text('consent.record')} submit={text('consent.record.submit')} isSending={sending} outcome={outcome} fields={fields} draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)} onKeepMine={() => void send(form.values)} onClose={onClose}
    >
      <ConsentFields form={form} isNew />
    </TeamDialog>
  );
}

export function EditConsentDialog({ consent, context, onClose }: OfConsent) {
  const text = useText();
  const form = useConsentForm(formOf(consent));
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(EditConsentDocument, form, context);
  const send = (values: ConsentFormValues) => {
    const changes = changesOf(draft.initial, values);
    return Object.keys(changes).length === 0 ? onClose() : submit({ consentId: consent.id, ...changes });
  };
  return (
    <TeamDialog
      entity="consent" title={text('consent.edit.title', { name: consent.name })} submit={text('action.save')} isSending={sending} outcome={outcome} fields={fields} draft={draft}
      onSubmit={form.onSubmit((values) => void send(values), focusFirst)} onKeepMine={() => void send(form.values)} onClose={onClose}
    >
      <ConsentFields form={form} isNew={false} />
    </TeamDialog>
  );
}

interface Withdrawal extends Record<string, unknown> {
  withdrawnOn: string;
  withdrawnBy: ConsentVoice;
  withdrawnRepresentative: string;
  withdrawnHow: ConsentForm | '';
}

export function WithdrawConsentDialog({ consent, context, onClose }: OfConsent) {
  const text = useText();
  const { today } = useDates();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const form = useForm<Withdrawal>({
    initialValues: { withdrawnOn: today, withdrawnBy: 'PATIENT', withdrawnRepresentative: '', withdrawnHow: '' },
    validate: {
      withdrawnOn: required,
      withdrawnHow: (value) => (value === '' ? text('form.chooseOne') : null),
      withdrawnRepresentative: (value, { withdrawnBy }) => (withdrawnBy === 'REPRESENTATIVE' ? required(value) : null),
    },
  });
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(WithdrawConsentDocument, form, context);
  const send = ({ withdrawnOn, withdrawnBy, withdrawnRepresentative, withdrawnHow }: Withdrawal) =>
    submit({
      consentId: consent.id, withdrawnOn, withdrawnBy, withdrawnHow: withdrawnHow as ConsentForm,
      withdrawnRepresentative: withdrawnBy === 'REPRESENTATIVE' ? withdrawnRepresentative.trim() : null,
    });
  const field = (name: keyof Withdrawal & string) => ({ label: text(`field.consent.${name}` as 'field.consent.kind'), ...form.getInputProps(name) });
  return (
    <TeamDialog
      entity="consent" title={text('consent.withdraw.title', { name: consent.name })} consequence={text('consent.withdraw.consequence')} submit={text('consent.withdraw')}
      isSending={sending} outcome={outcome} fields={fields} draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)} onKeepMine={() => void send(form.values)} onClose={onClose}
    >
      <FormSelect data-autofocus {...field('withdrawnHow')} />
      <VoiceFields voice={field('withdrawnBy')} representative={field('withdrawnRepresentative')} isRepresented={form.values.withdrawnBy === 'REPRESENTATIVE'} />
      <DayField required min={consent.givenOn} max={today} {...field('withdrawnOn')} />
    </TeamDialog>
  );
}

export function ConsentInErrorDialog({ consent, context, onClose }: OfConsent) {
  const text = useText();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value: string) => (value.trim() === '' ? text('form.required') : null) } });
  const { submit, draft, sending, outcome, fields, focusFirst } = useTeamCommand(MarkConsentInErrorDocument, form, context);
  const send = ({ reason }: { reason: string }) => submit({ consentId: consent.id, reason: reason.trim() });
  return (
    <TeamDialog
      entity="consent" title={text('consent.inError.title', { name: consent.name })} consequence={text('consent.inError.consequence')} submit={text('action.inError')}
      isSending={sending} outcome={outcome} fields={fields} draft={draft}
      onSubmit={form.onSubmit(send, focusFirst)} onKeepMine={() => void send(form.values)} onClose={onClose}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </TeamDialog>
  );
}
