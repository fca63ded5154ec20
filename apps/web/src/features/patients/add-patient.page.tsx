import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Card, PageHeader } from '@plexus/ui';
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { AddPatientDocument, type Sex } from '../../gql/index.ts';
import { CommandAlert } from '../../shared/command-alert.tsx';
import { DraftNotice, useDraft } from '../../shared/outbox/use-draft.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { useCommand, type CommandOutcome } from '../../shared/use-command.ts';
import { sortRefusal, useViolationText } from '../../shared/violation-text.ts';
import classes from './components/caseload.module.css';
import { DuplicatesNotice } from './components/duplicates-notice.tsx';
import { ContactFields, LanguageFields, WhoFields } from './components/patient-fields.tsx';
import { ProblemMultiSelect } from './components/problem-select.tsx';
import { useLikelyDuplicates } from './hooks/use-likely-duplicates.ts';
import { changesOf, EMPTY_PATIENT, missingFields, PATIENT_FIELDS, type PatientFormValues } from './model/patient-form.ts';

const FIELDS = [...PATIENT_FIELDS, 'problems'];

/** A new record. A refusal marks its fields and never clears what was typed. */
export function AddPatientPage() {
  const text = useText();
  const say = useViolationText();
  const navigate = useNavigate();
  const { send, sending } = useCommand(AddPatientDocument);
  const form = useForm<PatientFormValues>({ initialValues: EMPTY_PATIENT });
  const [problems, setProblems] = useState<string[]>([]);
  const draft = useDraft('add-patient', {
    values: { ...form.values, problems },
    setValues: ({ problems: chosen, ...values }: PatientFormValues & { problems: string[] }) => {
      form.setValues(values);
      setProblems(chosen);
    },
  }, { opens: 'patient' });
  const [own, setOwn] = useState<CommandOutcome<unknown> | null>(null);
  const outcome = own ?? draft.answer;
  const duplicates = useLikelyDuplicates(form.values);

  function mark(result: CommandOutcome<unknown>) {
    if (result.kind !== 'refused') return;
    const { fields } = sortRefusal(result.violations, FIELDS, say);
    form.setErrors(fields);
    form.getInputNode(PATIENT_FIELDS.find((field) => field in fields) ?? '')?.focus();
  }
  const markAgain = useEffectEvent(mark);
  useEffect(() => {
    if (draft.answer) markAgain(draft.answer);
  }, [draft.answer]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const missing = missingFields(form.values);
    if (missing.length) {
      form.setErrors(Object.fromEntries(missing.map((field) => [field, text(field === 'sex' ? 'form.chooseOne' : 'form.required')])));
      form.getInputNode(missing[0]!)?.focus();
      return;
    }
    const { givenName, familyName, mrn, birthDate, sex } = form.values;
    const rest = changesOf({ ...EMPTY_PATIENT, givenName, familyName, mrn, birthDate, sex }, form.values);
    const result = await send({
      ...rest, givenName: givenName.trim(), familyName: familyName.trim(), mrn: mrn.trim(), birthDate, sex: sex as Sex, ...(problems.length && { problems }),
    }, { about: 'add-patient', who: `${givenName.trim()} ${familyName.trim()}`, draft });
    setOwn(result);
    mark(result);
    if (result.kind === 'done') await navigate(`/patients/${result.value.id}`);
    if (result.kind === 'kept') await navigate('/patients');
  }

  return (
    <div className={classes.page}>
      <PageTitle id="patient.add.title" />
      <PageHeader title={text('patient.add.title')} note={text('patient.add.note')} />
      <form onSubmit={(event) => void save(event)} noValidate style={{ maxWidth: '52rem' }}>
        <Stack gap="md">
          <DraftNotice draft={draft} />
          <Card title={text('patient.section.who')}>
            <Stack gap="sm"><WhoFields form={form} /><DuplicatesNotice duplicates={duplicates} /></Stack>
          </Card>
          <Card title={text('patient.section.problems')}>
            <ProblemMultiSelect value={problems} onChange={setProblems} error={outcome?.kind === 'refused' ? sortRefusal(outcome.violations, FIELDS, say).fields.problems : undefined} />
          </Card>
          <Card title={text('patient.section.contact')}><ContactFields form={form} /></Card>
          <Card title={text('patient.section.language')}><LanguageFields form={form} /></Card>
          <CommandAlert outcome={outcome} fields={FIELDS} />
          <div className={classes.bar}>
            <Button type="submit" loading={sending}>{text('patients.add')}</Button>
            <Button component={Link} to="/patients" variant="default" onClick={draft.discard}>{text('action.cancel')}</Button>
          </div>
        </Stack>
      </form>
    </div>
  );
}
