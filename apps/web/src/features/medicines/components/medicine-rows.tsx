import { Button } from '@mantine/core';
import { RecordTable } from '@plexus/ui';
import { Link } from 'react-router';
import type { MedicinePartsFragment } from '../../../gql/index.ts';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useText } from '../../../shared/text.ts';
import { useMedicineWords } from '../../../shared/use-medicine-words.ts';
import type { PlanActivity } from '../model/plan-medicines.ts';
import classes from './medicines.module.css';

/** A row of the list, or an open medicine of the plan, which is changed there. */
type Row = { readonly id: string; readonly medicine: MedicinePartsFragment } | { readonly id: string; readonly activity: PlanActivity };
export type MedicineForms = 'medicine' | 'stop' | 'error';

interface MedicineRowsProps {
  readonly caption: string;
  readonly medicines: readonly MedicinePartsFragment[];
  readonly activities: readonly PlanActivity[];
  readonly planPath: string;
  /** Undefined: the viewer may not write. */
  readonly onOpen?: (form: MedicineForms, id: string) => void;
}

export function MedicineRows({ caption, medicines, activities, planPath, onOpen }: MedicineRowsProps) {
  const text = useText();
  const words = useMedicineWords();
  const rows: Row[] = [...activities.map((activity) => ({ id: activity.id, activity })), ...medicines.map((medicine) => ({ id: medicine.id, medicine }))];
  const columns = [
    { id: 'drug', title: text('medicines.column.drug'), cell: (row: Row) => ('medicine' in row ? <Drug medicine={row.medicine} /> : <Name name={row.activity.name} />) },
    { id: 'dose', title: text('medicines.column.dose'), cell: (row: Row) => ('medicine' in row ? words.order(row.medicine) : words.planned(row.activity)) },
    { id: 'period', title: text('medicines.column.period'), cell: (row: Row) => ('medicine' in row ? words.period(row.medicine) : text(`activityStatus.${row.activity.status}`)) },
    { id: 'source', title: text('medicines.column.source'), cell: (row: Row) => ('medicine' in row ? <Source medicine={row.medicine} /> : text('medicines.ourPlan')) },
    {
      id: 'actions',
      title: text('medicines.column.actions'),
      cell: (row: Row) => ('medicine' in row ? <Actions medicine={row.medicine} onOpen={onOpen} /> : <Link to={planPath}>{text('medicines.openPlan')}</Link>),
    },
  ];
  return <RecordTable caption={caption} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

function Name({ name }: { name: string }) {
  const text = useText();
  return <div><div className={classes.drug}>{name}</div><div className={classes.quiet}>{text('medicines.planRecord')}</div></div>;
}

function Drug({ medicine }: { medicine: MedicinePartsFragment }) {
  const text = useText();
  const { opioid } = useMedicineWords();
  return (
    <div>
      <Name name={medicine.drug} />
      <div className={classes.quiet}>{medicine.classes.length ? medicine.classes.join(', ') : text('medicines.notChecked')}</div>
      {medicine.isOpioid && medicine.status === 'ACTIVE' && opioid(medicine).map(({ words, isGap }) => <div key={words} className={isGap ? classes.gap : classes.quiet}>{words}</div>)}
    </div>
  );
}

function Source({ medicine }: { medicine: MedicinePartsFragment }) {
  const { source } = useMedicineWords();
  return <div>{source(medicine)}{medicine.note && <div className={classes.quiet}>{medicine.note}</div>}</div>;
}

function Actions({ medicine: { id, drug, status }, onOpen }: { medicine: MedicinePartsFragment } & Pick<MedicineRowsProps, 'onOpen'>) {
  const text = useText();
  return (
    <div className={classes.actions}>
      {onOpen && status === 'ACTIVE' && (
        <>
          <Button variant="subtle" size="compact-sm" aria-label={text('medicines.edit', { drug })} onClick={() => onOpen('medicine', id)}>{text('action.edit')}</Button>
          <Button variant="subtle" size="compact-sm" aria-label={text('medicines.stop', { drug })} onClick={() => onOpen('stop', id)}>{text('medicines.stopShort')}</Button>
          <Button variant="subtle" size="compact-sm" color="gray" aria-label={text('medicines.inError', { drug })} onClick={() => onOpen('error', id)}>{text('medicines.inErrorShort')}</Button>
        </>
      )}
      <HistoryButton entity="medicine" id={id} name={drug} />
    </div>
  );
}
