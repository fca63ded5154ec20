import { Button } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackgroundPatientFragment, SymptomLineFragment } from '../../../gql/index.ts';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import classes from './background.module.css';
import { SymptomForm } from './symptom-form.tsx';
import { SymptomLine } from './symptom-line.tsx';

interface SymptomsCardProps {
  readonly patient: BackgroundPatientFragment;
  /** The places chosen in the body map. */
  readonly chosen: readonly string[];
  readonly onChoose: (places: readonly string[]) => void;
  readonly onForm: (isOpen: boolean) => void;
}

export const ADD_SYMPTOM = 'symptom';

/** What the patient complains of; with places chosen in the map, what is there. */
export function SymptomsCard({ patient, chosen, onChoose, onForm }: SymptomsCardProps) {
  const text = useText();
  const [form, setForm] = useState<'none' | 'new' | SymptomLineFragment>('none');
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT');

  function open(next: 'new' | SymptomLineFragment) {
    if (next !== 'new') onChoose(next.places.map(({ id }) => id));
    setForm(next);
    onForm(true);
  }
  function close() {
    setForm('none');
    onForm(false);
    onChoose([]);
  }
  useRequestedForm((opens) => {
    const symptom = patient.symptoms.find(({ id }) => opens === `${ADD_SYMPTOM}:${id}`);
    if (mayEdit && (symptom || opens === ADD_SYMPTOM)) open(symptom ?? 'new');
    return Boolean(symptom) || opens === ADD_SYMPTOM;
  });

  if (form !== 'none') {
    const symptom = form === 'new' ? null : form;
    return (
      <Card title={symptom ? text('symptom.edit', { name: symptom.name }) : text('symptom.add')}>
        <SymptomForm key={symptom?.id ?? 'new'} patient={patient} symptom={symptom} places={chosen} onPlaces={onChoose} onClose={close} />
      </Card>
    );
  }

  const shown = patient.symptoms.filter(({ places }) => chosen.length === 0 || places.some(({ id }) => chosen.includes(id)));
  const now = shown.filter(({ resolvedOn }) => resolvedOn === null);
  const past = shown.filter(({ resolvedOn }) => resolvedOn !== null);
  const lines = (symptoms: readonly SymptomLineFragment[]) => (
    <ul className={classes.list}>{symptoms.map((symptom) => <SymptomLine key={symptom.id} patient={patient} symptom={symptom} mayEdit={mayEdit} onEdit={() => open(symptom)} />)}</ul>
  );
  const add = mayEdit && <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => open('new')}>{text('symptom.add')}</Button>;
  return (
    <Card title={text('symptom.title')} aside={add}>
      {now.length > 0 ? lines(now) : <p className={classes.quiet}>{text(chosen.length ? 'symptom.noneHere' : 'symptom.none')}</p>}
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{text('symptom.past', { count: past.length })}</summary>
          {lines(past)}
        </details>
      )}
    </Card>
  );
}
