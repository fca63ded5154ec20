import { Button } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AllergyPrompts } from '../../../shared/allergy-prompts.tsx';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import shared from '../../../shared/record-card.module.css';
import { useText } from '../../../shared/text.ts';
import { useFreshList, type MedicinesPatient } from '../hooks/use-fresh-list.ts';
import { planExposures, planMedicines } from '../model/plan-medicines.ts';
import { MedicineInErrorForm, StopMedicineForm } from './end-medicine-forms.tsx';
import { MedicineForm } from './medicine-form.tsx';
import { MedicineRows, type MedicineForms } from './medicine-rows.tsx';
import classes from './medicines.module.css';

interface Opened {
  readonly form: MedicineForms;
  /** Undefined: a new medicine. */
  readonly id?: string;
  readonly patient: MedicinesPatient;
}

/** Everything the patient takes: the plan's medicines, then the list; one form at a time below it. */
export function MedicinesCard({ patient, mayEdit }: { patient: MedicinesPatient; mayEdit: boolean }) {
  const text = useText();
  const fresh = useFreshList(patient.id);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [withStopped, setWithStopped] = useState(false);
  const stopped = patient.medicines.filter(({ status }) => status === 'STOPPED');
  const medicines = patient.medicines.filter(({ status }) => withStopped || status === 'ACTIVE');
  const activities = planMedicines(patient.plan.activities);

  async function open(form: MedicineForms, id?: string) {
    const now = await fresh.load();
    if (now) setOpened({ form, id, patient: now });
  }

  useRequestedForm((opens) => {
    const [form = '', id] = opens.split(':');
    const isMine = form === 'medicine' || ((form === 'stop' || form === 'error') && id !== undefined);
    if (isMine && mayEdit) void open(form as MedicineForms, id);
    return isMine;
  });

  const add = mayEdit && !opened && (
    <Button variant="default" size="compact-sm" loading={fresh.isLoading} leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => void open('medicine')}>{text('medicines.add')}</Button>
  );
  const isEmpty = medicines.length === 0 && activities.length === 0;
  return (
    <Card title={text('medicines.list')} aside={add}>
      <div className={classes.prompts}>
        {[...patient.medicines.filter(({ status }) => status === 'ACTIVE').map(({ drug }) => ({ name: drug, drugs: [] })), ...planExposures(patient.plan.activities)].map((exposure, i) => (
          <AllergyPrompts key={`${exposure.name} ${i}`} patient={patient} exposure={exposure} />
        ))}
      </div>
      {isEmpty
        ? <p className={shared.quiet}>{text('medicines.empty')}</p>
        : <MedicineRows caption={text('medicines.list')} medicines={medicines} activities={activities} planPath={`/patients/${patient.id}/plan`} onOpen={mayEdit ? (form, id) => void open(form, id) : undefined} />}
      {stopped.length > 0 && (
        <Button variant="subtle" size="compact-sm" aria-expanded={withStopped} onClick={() => setWithStopped(!withStopped)}>
          {withStopped ? text('medicines.hideStopped') : text('medicines.showStopped', { count: stopped.length })}
        </Button>
      )}
      <CommandAlert outcome={fresh.fault && { kind: 'failed', fault: fresh.fault }} fields={[]} />
      {opened && <OpenedForm key={`${opened.form} ${opened.id}`} {...opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}

function OpenedForm({ form, id, patient, onClose }: Opened & { onClose: () => void }) {
  const medicine = patient.medicines.find((one) => one.id === id);
  if (form === 'medicine') return <MedicineForm patient={patient} medicine={medicine} onClose={onClose} />;
  if (!medicine) return null;
  return form === 'stop' ? <StopMedicineForm patient={patient} medicine={medicine} onClose={onClose} /> : <MedicineInErrorForm patient={patient} medicine={medicine} onClose={onClose} />;
}
