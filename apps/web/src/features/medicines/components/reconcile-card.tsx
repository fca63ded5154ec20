import { Button, Checkbox } from '@mantine/core';
import { sourceTitle } from '@plexus/catalogue/sources';
import { RECONCILED_FOR_DAYS } from '@plexus/domain';
import { Card, Notice } from '@plexus/ui';
import { useState } from 'react';
import { ReconcileMedicinesDocument } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import shared from '../../../shared/record-card.module.css';
import { useText } from '../../../shared/text.ts';
import { isSettled } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { useFreshList, type MedicinesPatient } from '../hooks/use-fresh-list.ts';
import { useMedicineWords } from '../../../shared/use-medicine-words.ts';
import { planMedicines } from '../model/plan-medicines.ts';
import classes from './medicines.module.css';

type Reconciliation = NonNullable<MedicinesPatient['reconciliation']>;

/** Whether the list was gone through with the patient lately; when not, that interactions are not checked. */
export function ReconcileCard({ patient, reconciliation, mayEdit }: { patient: MedicinesPatient; reconciliation: Reconciliation; mayEdit: boolean }) {
  const text = useText();
  const dates = useDates();
  const fresh = useFreshList(patient.id);
  // What is ticked was read on this screen: news from others do not slip under it.
  const [seen, setSeen] = useState<MedicinesPatient | null>(null);
  const { state, on, by } = reconciliation;
  const begin = async () => setSeen(await fresh.load());
  return (
    <Card title={text('reconcile.title')}>
      <Notice tone={state === 'CURRENT' ? 'calm' : 'warn'} role="status">
        {text(`reconcile.${state}`, { name: by?.name, when: on && dates.plain(on), days: RECONCILED_FOR_DAYS })}{' '}
        <small>{text('reconcile.interval', { days: RECONCILED_FOR_DAYS, source: sourceTitle('JUDGE') })}</small>
      </Notice>
      {mayEdit && !seen && <div className={shared.form}><div className={shared.actions}><Button variant="default" loading={fresh.isLoading} onClick={() => void begin()}>{text('reconcile.begin')}</Button></div></div>}
      <CommandAlert outcome={fresh.fault && { kind: 'failed', fault: fresh.fault }} fields={[]} />
      {seen && <GoingThrough key={seen.revision} seen={seen} onAgain={() => void begin()} onClose={() => setSeen(null)} />}
    </Card>
  );
}

function GoingThrough({ seen, onAgain, onClose }: { seen: MedicinesPatient; onAgain: () => void; onClose: () => void }) {
  const text = useText();
  const { order, planned } = useMedicineWords();
  const { run, outcome, sending } = usePatientCommand(ReconcileMedicinesDocument, seen, 'medicines');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const medicines = seen.medicines.filter(({ status }) => status === 'ACTIVE');
  const rows = [
    ...planMedicines(seen.plan.activities).map((activity) => ({ id: activity.id, label: `${activity.name}, ${planned(activity)} (${text('medicines.ourPlan')})` })),
    ...medicines.map((medicine) => ({ id: medicine.id, label: `${medicine.drug}, ${order(medicine)}` })),
  ];
  const left = rows.length - ticked.length;

  async function reconcile() {
    const result = await run({ seen: medicines.map(({ id, revision }) => ({ medicineId: id, revision })) }, seen.revision);
    if (isSettled(result)) onClose();
  }

  if (outcome?.kind === 'conflict') {
    const nameOf = (id: string, fields: readonly { readonly field: string; readonly theirs: string | null }[]) =>
      medicines.find((medicine) => medicine.id === id)?.drug ?? fields.find(({ field }) => field === 'drug')?.theirs ?? text('medicines.column.drug');
    const what = outcome.groups.map(({ entityId, by, fields }) => text('reconcile.changedBy', { drug: nameOf(entityId, fields), name: by.name })).join('; ');
    return (
      <div className={shared.form}>
        <Notice tone="bad" role="alert">{text('reconcile.changed', { what })}</Notice>
        <div className={shared.actions}><Button onClick={onAgain}>{text('reconcile.again')}</Button></div>
      </div>
    );
  }
  return (
    <div className={shared.form}>
      <p className={shared.quiet}>{text(rows.length ? 'reconcile.how' : 'reconcile.nothing')}</p>
      <Checkbox.Group aria-label={text('medicines.list')} value={[...ticked]} onChange={setTicked}>
        <ul className={classes.ticks}>{rows.map(({ id, label }) => <li key={id}><Checkbox value={id} label={label} /></li>)}</ul>
      </Checkbox.Group>
      <CommandAlert outcome={outcome} fields={[]} />
      <div className={shared.actions}>
        <Button loading={sending} disabled={left > 0} onClick={() => void reconcile()}>{left > 0 ? text('reconcile.left', { count: left }) : text('reconcile.done')}</Button>
        <Button variant="default" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </div>
  );
}
