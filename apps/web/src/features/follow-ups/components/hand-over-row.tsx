import { Checkbox, NativeSelect } from '@mantine/core';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import type { HandOver } from '../hooks/use-hand-over.ts';
import { assigneeValue, type Candidate } from '../model/assignee.ts';
import { needsHandOver, receiversOf } from '../model/hand-over.ts';
import { DueCell, KindCell, StepsCell } from './follow-up-cells.tsx';
import classes from './hand-over.module.css';

interface HandOverRowProps {
  readonly row: WorklistRowFragment;
  readonly work: HandOver;
  /** Why it was not handed over just now. */
  readonly failed: string | undefined;
}

/** One follow-up: whose patient, what, by when, and to whom it goes. */
export function HandOverRow({ row, work, failed }: HandOverRowProps) {
  const text = useText();
  const { to, isTicked } = work.planOf(row);
  const may = needsHandOver(row);
  const name = patientName(row.patient);
  return (
    <tr data-left={!isTicked || undefined}>
      <td className={classes.check}>
        {may && <label className={classes.target}><Checkbox size="xs" aria-label={text('handOver.tick', { what: row.what, name })} disabled={to === ''} checked={isTicked} onChange={(event) => work.tick([row], event.currentTarget.checked)} /></label>}
      </td>
      <td className={classes.what}>
        <span className={classes.words}>{row.what}</span>
        <div className={classes.note}>{name} · {text('worklist.mrn', { mrn: row.patient.mrn })}</div>
        <div className={classes.facts}><KindCell followUp={row} /><StepsCell followUp={row} /></div>
      </td>
      <td className={classes.due}><DueCell followUp={row} /></td>
      <td className={classes.to}>{may ? <Receiver row={row} work={work} to={to} failed={failed} /> : <span className={classes.note}>{text('handOver.withAsker', { name: row.askedBy.name })}</span>}</td>
    </tr>
  );
}

function Receiver({ row, work, to, failed }: HandOverRowProps & { readonly to: string }) {
  const text = useText();
  const { people, pools } = receiversOf(row, work.others);
  // What a narrow select cuts off comes last.
  const optionOf = ({ person, load, discipline, standIn }: Candidate) => ({
    value: person.id,
    label: [person.name, text('assign.load', { count: load }), disciplineName(discipline.id), standIn && text('followUp.covered', { name: standIn.name })].filter(Boolean).join(' · '),
  });
  const groups = [
    { group: text('assign.eligible'), items: people.map(optionOf) },
    { group: text('assign.pools'), items: pools.map((pool) => ({ value: assigneeValue(undefined, pool), label: text('assign.pool', { role: disciplineName(pool) }) })) },
  ].filter(({ items }) => items.length > 0);
  return (
    <NativeSelect
      aria-label={text('handOver.toOf', { what: row.what, name: patientName(row.patient) })}
      data={[{ value: '', label: text('handOver.choose') }, ...groups]}
      error={failed && text('handOver.failed.row', { why: failed })}
      value={to}
      onChange={(event) => work.choose(row, event.currentTarget.value)}
    />
  );
}
