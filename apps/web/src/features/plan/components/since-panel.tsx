import { Button } from '@mantine/core';
import { Card, ListSkeleton, Notice, StatusBadge } from '@plexus/ui';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import type { PlanSheetFragment } from '../../../gql/index.ts';
import { FaultState } from '../../../shared/fault-state.tsx';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useViolationText } from '../../../shared/violation-text.ts';
import { useUnread, type MarkTrouble } from '../hooks/use-unread.ts';
import { groupUnread } from '../model/group-unread.ts';
import { SafetyEntries, SinceEntries, SinceGroups } from './since-entries.tsx';
import classes from './since.module.css';

interface SincePanelProps {
  readonly patientId: string;
  readonly plan: Pick<PlanSheetFragment, 'goals' | 'activities'>;
}

/** What others changed since the viewer last reviewed the plan, before and after, and the mark that it was read. */
export function SincePanel({ patientId, plan }: SincePanelProps) {
  const text = useText();
  const since = useUnread(patientId);
  const status = useRef<HTMLParagraphElement>(null);

  /** The button may be gone: whoever pressed it hears what stands now. */
  const mark = () => void since.mark().then((isMarked) => { if (isMarked) status.current?.focus(); });

  return (
    <Card title={text('since.title')} aside={<Count count={since.count} />} className={classes.card}>
      {since.unread ? (
        <div className={classes.body}>
          <p ref={status} tabIndex={-1} role="status" data-since className={classes.when}><State since={since} /></p>
          <Changes since={since} plan={plan} />
          {(since.shown.length > 0 || since.unread.seenRevision === null) && (
            <Button leftSection={<IconCheck size={16} aria-hidden="true" />} loading={since.isMarking} onClick={mark} className={classes.button}>{text('since.mark')}</Button>
          )}
          <Trouble trouble={since.trouble} />
        </div>
      ) : since.error ? <FaultState error={since.error} onRetry={since.retry} /> : <ListSkeleton label={text('app.loading')} lines={2} height={40} />}
    </Card>
  );
}

/** The server counts as far as this. */
const MANY = 100;

function Count({ count }: { count: number }) {
  const text = useText();
  if (count === 0) return null;
  return <StatusBadge tone="accent">{count >= MANY ? text('since.many', { count: MANY - 1 }) : text('since.count', { count })}</StatusBadge>;
}

function State({ since: { unread, shown, arrived } }: { since: ReturnType<typeof useUnread> }) {
  const text = useText();
  const dates = useDates();
  if (!unread?.seenAt) return <><strong>{text('since.new.title')}</strong> {text('since.new.body')}</>;
  if (shown.length === 0 && arrived.length === 0) return text('since.nothing', { when: dates.instant(unread.seenAt) });
  return <time dateTime={unread.seenAt}>{dates.fullInstant(unread.seenAt)}</time>;
}

function Changes({ since, plan }: { since: ReturnType<typeof useUnread>; plan: SincePanelProps['plan'] }) {
  const text = useText();
  const { shown, arrived, hasMore, showMore } = since;
  const { safety, groups } = groupUnread(shown, plan);
  return (
    <>
      {safety.length > 0 && <SafetyEntries entries={safety} />}
      <SinceGroups groups={groups} />
      {hasMore && <Button variant="default" className={classes.button} onClick={() => void showMore()}>{text('action.more')}</Button>}
      <div role="status" className={classes.arrived}>
        {arrived.length > 0 && (
          <>
            <h3>{text('since.arrived')}</h3>
            <SinceEntries entries={arrived.map((revision) => ({ key: String(revision.number), revision, changes: revision.changes }))} />
            {shown.length > 0 && <p className={classes.when}>{text('since.arrivedHint', { count: arrived.length })}</p>}
          </>
        )}
      </div>
    </>
  );
}

function Trouble({ trouble }: { trouble: MarkTrouble | null }) {
  const text = useText();
  const say = useViolationText();
  if (!trouble) return null;
  return (
    <Notice role="alert" tone="bad" title={text('since.notMarked')}>
      {trouble.kind === 'refused' ? trouble.violations.map(say).join(' ') : text(`error.${trouble.fault.code}`)}
    </Notice>
  );
}
