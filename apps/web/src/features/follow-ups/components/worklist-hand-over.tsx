import { Button, Checkbox, Modal, NativeSelect } from '@mantine/core';
import { BULK_LIMIT } from '@plexus/domain';
import { EmptyState, ListSkeleton, Notice } from '@plexus/ui';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FaultState } from '../../../shared/fault-state.tsx';
import { disciplineName } from '../../../shared/labels.ts';
import { shownCount } from '../../../shared/shown-count.ts';
import { useText } from '../../../shared/text.ts';
import { useHandOver, type HandOver } from '../hooks/use-hand-over.ts';
import { useMayHandOver } from '../hooks/use-may-hand-over.ts';
import { assigneeValue } from '../model/assignee.ts';
import { needsHandOver } from '../model/hand-over.ts';
import { choicesOf } from '../model/worklist-choices.ts';
import { HandOverRow } from './hand-over-row.tsx';
import classes from './hand-over.module.css';

/** As the address says it; `from` says whose. */
export const HAND_OVER = 'hand-over';

interface WorklistHandOverProps {
  readonly fromId: string;
  readonly onClose: () => void;
  /** Follow-ups have other owners from now on. */
  readonly onChanged: () => Promise<unknown>;
}

/** All that one person has, each with who should get it: looked through once, and handed over in one step. */
export function WorklistHandOver(props: WorklistHandOverProps) {
  const text = useText();
  const mayHandOver = useMayHandOver();
  if (mayHandOver(props.fromId)) return <HandOverDialog {...props} />;
  return <Modal opened onClose={props.onClose} title={text('handOver.titleOfOne')} closeButtonProps={{ 'aria-label': text('action.close') }}><Notice tone="calm">{text('handOver.notYours')}</Notice></Modal>;
}

function HandOverDialog({ fromId, onClose, onChanged }: WorklistHandOverProps) {
  const text = useText();
  const work = useHandOver(fromId, { onDone: onClose, onChanged });
  const { list, rows, isReady, trouble, failures } = work;
  const name = rows[0]?.owner?.name;
  return (
    <Modal opened onClose={onClose} size="64rem" title={name ? text('handOver.title', { name }) : text('handOver.titleOfOne')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      {failures.length > 0 && (
        <Notice role="alert" tone="bad" title={text('handOver.failed', { count: failures.length })}>
          <ul className={classes.failures}>{failures.map(({ id, what, why }) => <li key={id}>{text('worklist.failed.line', { what, why })}</li>)}</ul>
        </Notice>
      )}
      {trouble !== null && <FaultState error={trouble} onRetry={work.retry} />}
      {work.isCut && <Notice role="alert" tone="bad" title={text('error.title')}><Button variant="default" size="compact-sm" onClick={work.retry}>{text('action.retry')}</Button></Notice>}
      {trouble === null && !work.isCut && !isReady && <ListSkeleton label={text('app.loading')} lines={6} />}
      {isReady && rows.length === 0 && <EmptyState icon={IconUserCheck} title={text('handOver.empty')} action={<Button variant="default" onClick={onClose}>{text('action.close')}</Button>}>{text('handOver.emptyBody')}</EmptyState>}
      {isReady && rows.length > 0 && <Review work={work} count={list.connection!.totalCount} onClose={onClose} />}
    </Modal>
  );
}

function Review({ work, count, onClose }: { work: HandOver; count: number; onClose: () => void }) {
  const text = useText();
  const { rows, ticked, planOf, failures } = work;
  const tickable = rows.filter((row) => needsHandOver(row) && planOf(row).to !== '');
  return (
    <form className={classes.review} onSubmit={(event) => { event.preventDefault(); void work.handOver(); }}>
      <p className={classes.note}>{text('handOver.how')}</p>
      {count > BULK_LIMIT && <Notice tone="warn">{text('handOver.more', { limit: BULK_LIMIT, count: shownCount(count) })}</Notice>}
      {rows.length > 1 && <GiveAll work={work} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <td>
              <label className={classes.target}>
                <Checkbox
                  size="xs"
                  aria-label={text('handOver.all')}
                  checked={ticked.length > 0 && ticked.length === tickable.length}
                  indeterminate={ticked.length > 0 && ticked.length < tickable.length}
                  onChange={(event) => work.tick(tickable, event.currentTarget.checked)}
                />
              </label>
            </td>
            <th scope="col">{text('worklist.column.what')}</th>
            <th scope="col">{text('worklist.column.due')}</th>
            <th scope="col">{text('handOver.to')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <HandOverRow key={row.id} row={row} work={work} failed={failures.find(({ id }) => id === row.id)?.why} />)}</tbody>
      </table>
      <div className={classes.end}>
        <span role="status" className={classes.note}>{text(ticked.length ? 'handOver.count' : 'handOver.none', { ticked: ticked.length, count: rows.length })}</span>
        <Button variant="default" onClick={onClose}>{text('action.cancel')}</Button>
        <Button type="submit" loading={work.sending} disabled={ticked.length === 0}>{text('handOver.submit', { count: ticked.length })}</Button>
      </div>
    </form>
  );
}

/** One receiver for all that are ticked; says for how many of them they can be asked. The rest keep theirs. */
function GiveAll({ work: { ticked, others, giveAll } }: { work: HandOver }) {
  const text = useText();
  const [to, setTo] = useState('');
  const choices = choicesOf(ticked, others, (pool) => text('assign.pool', { role: disciplineName(pool) })).filter(({ possible }) => possible > 0);
  const data = choices.map(({ assign, name, possible }) => ({
    value: 'ownerId' in assign ? assign.ownerId : assigneeValue(undefined, assign.pool),
    label: text('handOver.allTo.choice', { name, possible, count: ticked.length }),
  }));
  const value = data.some((choice) => choice.value === to) ? to : '';
  return (
    <div className={classes.all}>
      <NativeSelect label={text('handOver.allTo')} data={[{ value: '', label: text('handOver.choose') }, ...data]} value={value} onChange={(event) => setTo(event.currentTarget.value)} />
      <Button variant="default" disabled={value === ''} onClick={() => giveAll(value)}>{text('handOver.allTo.submit')}</Button>
    </div>
  );
}
