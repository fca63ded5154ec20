import { Button } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText, type MessageId } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { languageName } from '../../../shared/languages.ts';
import { useFreshDetails } from '../hooks/use-fresh-details.ts';
import classes from '../../../shared/record-card.module.css';
import { EDIT_PERSON, EditPatientForm } from './edit-patient-form.tsx';

/** The patient's own data; the form opens in its place. */
export function PersonCard({ patient }: { patient: PatientDetailsFragment }) {
  const text = useText();
  const [editing, setEditing] = useState<PatientDetailsFragment | null>(null);
  const { fetchDetails, isOpening, fault } = useFreshDetails(patient.id);
  const edit = async () => setEditing((await fetchDetails()) ?? null);

  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT');
  useRequestedForm((opens) => {
    if (opens === EDIT_PERSON && mayEdit) void edit();
    return opens === EDIT_PERSON;
  });
  const buttons = !editing && (
    <span className={classes.actions}>
      <HistoryButton entity="patient" id={patient.id} name={patientName(patient)} />
      {mayEdit && <Button variant="default" size="compact-sm" loading={isOpening} leftSection={<IconPencil size={14} aria-hidden="true" />} onClick={() => void edit()}>{text('action.edit')}</Button>}
    </span>
  );
  return (
    <Card title={text('patient.details.person')} aside={buttons}>
      {fault && <CommandAlert outcome={{ kind: 'failed', fault }} fields={[]} />}
      {editing ? <EditPatientForm patient={editing} onClose={() => setEditing(null)} /> : <PersonFacts patient={patient} />}
    </Card>
  );
}

function PersonFacts({ patient }: { patient: PatientDetailsFragment }) {
  const text = useText();
  const dates = useDates();
  const { locale } = useIntl();
  const contact = patient.contactDetails;
  const hidden = <span className={classes.missing}>{text('patient.details.contactHidden')}</span>;
  const facts: [MessageId, ReactNode][] = [
    ['field.patient.givenName', patient.givenName],
    ['field.patient.familyName', patient.familyName],
    ['field.patient.preferredName', patient.preferredName],
    ['field.patient.pronouns', patient.pronouns],
    ['field.patient.birthDate', text('patient.born', { date: dates.plain(patient.birthDate), age: patient.age })],
    ['field.patient.mrn', patient.mrn],
    ['field.patient.sex', text(`sex.${patient.sex}`)],
    ['field.patient.phone', contact ? contact.phone : hidden],
    ['field.patient.email', contact ? contact.email : hidden],
    ['field.patient.address', contact ? contact.address : hidden],
    ['field.patient.language', patient.language && languageName(patient.language, locale)],
    ['field.patient.interpreterNeeded', text(patient.interpreterNeeded ? 'patient.yes' : 'patient.no')],
    ['field.patient.accessNeeds', patient.accessNeeds],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([id, value]) => <Fact key={id} term={text(id)}>{value ?? <span className={classes.missing}>{text('patient.notRecorded')}</span>}</Fact>)}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return <><dt>{term}</dt><dd>{children}</dd></>;
}
