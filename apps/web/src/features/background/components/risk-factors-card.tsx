import { Button } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { RemoveRiskFactorDocument, type BackgroundPatientFragment, type RiskFactorLineFragment } from '../../../gql/index.ts';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './background.module.css';
import { RemoveForm } from './remove-form.tsx';
import { ADD_RISK_FACTOR, AddRiskFactorForm, EditRiskFactorForm } from './risk-factor-forms.tsx';

interface CardProps {
  readonly patient: BackgroundPatientFragment;
}

export function RiskFactorsCard({ patient }: CardProps) {
  const text = useText();
  const [isAdding, setIsAdding] = useState(false);
  const mayEdit = patient.viewer.may.includes('PATIENT_EDIT');
  useRequestedForm((opens) => {
    if (opens === ADD_RISK_FACTOR) setIsAdding(mayEdit);
    return opens === ADD_RISK_FACTOR;
  });
  const add = mayEdit && !isAdding && (
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setIsAdding(true)}>{text('risk.add')}</Button>
  );
  return (
    <Card title={text('risk.title')} aside={add}>
      {patient.riskFactors.length === 0 && !isAdding && <p className={classes.quiet}>{text('risk.none')}</p>}
      <ul className={classes.list}>{patient.riskFactors.map((factor) => <RiskFactorLine key={factor.id} patient={patient} factor={factor} mayEdit={mayEdit} />)}</ul>
      {isAdding && <AddRiskFactorForm patient={patient} onClose={() => setIsAdding(false)} />}
    </Card>
  );
}

function RiskFactorLine({ patient, factor, mayEdit }: CardProps & { factor: RiskFactorLineFragment; mayEdit: boolean }) {
  const text = useText();
  const dates = useDates();
  const [form, setForm] = useState<'edit' | 'remove' | null>(null);
  const { id, name, since, note } = factor;
  useRequestedForm((opens) => {
    if (opens === `risk-factor:${id}`) setForm(mayEdit ? 'edit' : null);
    if (opens === `remove-risk-factor:${id}`) setForm(mayEdit ? 'remove' : null);
    return opens === `risk-factor:${id}` || opens === `remove-risk-factor:${id}`;
  });
  const close = () => setForm(null);
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.words}>
          <strong>{name}</strong>
          <div className={classes.note}>{[since && text('symptom.since', { date: dates.plain(since) }), note].filter(Boolean).join(' · ')}</div>
        </span>
        {form === null && (
          <span className={classes.buttons}>
            {mayEdit && <Button variant="subtle" size="compact-sm" aria-label={text('risk.edit', { name })} onClick={() => setForm('edit')}>{text('action.edit')}</Button>}
            {mayEdit && <Button variant="subtle" size="compact-sm" aria-label={text('risk.remove', { name })} onClick={() => setForm('remove')}>{text('action.remove')}</Button>}
            <HistoryButton entity="risk-factor" id={id} name={name} />
          </span>
        )}
      </div>
      {form === 'edit' && <EditRiskFactorForm patient={patient} factor={factor} onClose={close} />}
      {form === 'remove' && (
        <RemoveForm document={RemoveRiskFactorDocument} patient={patient} entity="risk-factor" id={id} write={(reason) => ({ riskFactorId: id, reason })} question={text('risk.removeWhy', { name })} onClose={close} />
      )}
    </li>
  );
}
