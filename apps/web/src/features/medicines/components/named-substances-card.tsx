import { Button, NativeSelect } from '@mantine/core';
import { isKnownAllergen, namedSubstances, type NamedSubstance } from '@plexus/catalogue/medicines';
import { Card, Notice } from '@plexus/ui';
import { Link } from 'react-router';
import { AnswerNamedSubstanceDocument, type SubstanceAnswer } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import shared from '../../../shared/record-card.module.css';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import type { MedicinesPatient } from '../hooks/use-fresh-list.ts';
import classes from './medicines.module.css';

const ANSWERS: readonly SubstanceAnswer[] = ['ALLERGIC', 'NOT_ALLERGIC', 'NOT_ASKED'];

interface CardProps {
  readonly patient: MedicinesPatient;
  readonly mayEdit: boolean;
}

/** The allergies on record, and the five substances that are asked about by name. */
export function NamedSubstancesCard({ patient, mayEdit }: CardProps) {
  const text = useText();
  const { allergyStatus } = patient;
  const record = mayEdit && <Button component={Link} to={`/patients/${patient.id}/details?open=allergy`} variant="default" size="compact-sm">{text('named.record')}</Button>;
  return (
    <Card title={text('named.title')} aside={record}>
      {allergyStatus === 'RECORDED' ? (
        <ul className={shared.list}>
          {patient.allergies.map(({ id, substance, reaction, severity }) => (
            <li key={id}>
              <strong>{substance}</strong>
              <div className={shared.note}>{[reaction, text(`allergySeverity.${severity}`), !isKnownAllergen({ words: substance }) && text('named.byWords')].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : <p className={shared.quiet}>{text(`allergy.${allergyStatus}`)}</p>}
      <fieldset className={`${shared.section} ${shared.form}`}>
        <legend>{text('named.byName')}</legend>
        {namedSubstances.map((substance) => <Question key={substance.id} patient={patient} substance={substance} mayEdit={mayEdit} />)}
      </fieldset>
    </Card>
  );
}

function Question({ patient, substance: { id, name }, mayEdit }: CardProps & { substance: NamedSubstance }) {
  const text = useText();
  const dates = useDates();
  const { run, outcome, sending } = usePatientCommand(AnswerNamedSubstanceDocument, patient, `named ${id}`);
  const said = patient.namedSubstances.find(({ substance }) => substance === id);
  const answer = said?.answer ?? 'NOT_ASKED';
  const words = said ? text('named.said', { answer: text(`named.${answer}`), when: dates.plain(said.answeredOn), name: said.answeredBy.name }) : text('named.NOT_ASKED');
  return (
    <div>
      <div className={classes.question}>
        <span><strong>{name}</strong><div className={shared.note}>{words}</div></span>
        {mayEdit && (
          <NativeSelect
            aria-label={name}
            value={answer}
            disabled={sending}
            onChange={({ currentTarget }) => void run({ substance: id, answer: currentTarget.value as SubstanceAnswer })}
            data={ANSWERS.map((value) => ({ value, label: text(`named.${value}`) }))}
          />
        )}
      </div>
      {said && <HistoryButton entity="named-substance" id={said.id} name={name} />}
      {outcome?.kind === 'conflict' && <Notice tone="bad" role="alert">{text('named.failed', { name, who: outcome.groups[0]?.by.name })}</Notice>}
      <CommandAlert outcome={outcome} fields={[]} />
    </div>
  );
}
