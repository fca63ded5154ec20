import { ActionIcon, Button } from '@mantine/core';
import { Card, ListSkeleton, Notice, PageHeader, StaleNotice } from '@plexus/ui';
import { IconKeyboard, IconPlus, IconUserOff } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { FaultState } from '../../shared/fault-state.tsx';
import { Notices } from '../../shared/notices.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { shownCount } from '../../shared/shown-count.ts';
import { useText } from '../../shared/text.ts';
import { useDates } from '../../shared/use-dates.ts';
import { FollowUpPanel } from './components/follow-up-panel.tsx';
import { AWAY, WorklistAway } from './components/worklist-away.tsx';
import { WorklistBar } from './components/worklist-bar.tsx';
import { WorklistBulkBar } from './components/worklist-bulk-bar.tsx';
import { WorklistActDialog } from './components/worklist-act-dialog.tsx';
import { WorklistEmpty } from './components/worklist-empty.tsx';
import { HAND_OVER, WorklistHandOver } from './components/worklist-hand-over.tsx';
import { WorklistKeys } from './components/worklist-keys.tsx';
import { WorklistNew } from './components/worklist-new.tsx';
import { WorklistQueues } from './components/worklist-queues.tsx';
import { WorklistTable } from './components/worklist-table.tsx';
import { WorklistViews } from './components/worklist-views.tsx';
import classes from './components/worklist.module.css';
import { NEW, useNewInWorklist } from './hooks/use-new-in-worklist.ts';
import { useOpenFollowUp } from './hooks/use-open-follow-up.ts';
import { useWorklist } from './hooks/use-worklist.ts';
import { useWorklistActs } from './hooks/use-worklist-acts.ts';
import { useWorklistCursor } from './hooks/use-worklist-cursor.ts';
import { useSingleKeys, useWorklistKeys } from './hooks/use-worklist-keys.ts';
import { useWorklistParams } from './hooks/use-worklist-params.ts';
import { groupRows } from './model/worklist-groups.ts';

/** What follows up what, across all of the viewer's patients: made for somebody who keeps their hands on the keyboard. */
export function WorklistPage() {
  const text = useText();
  const { today } = useDates();
  const { params, putForm } = useWorklistParams();
  const [form, handedOverBy] = [params.get('form'), params.get('from')];
  const list = useWorklist();
  const { connection, address, reload } = list;
  const groups = useMemo(() => groupRows((connection?.edges ?? []).map(({ node }) => node), address.group, today), [connection, address.group, today]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const open = useOpenFollowUp();
  const adding = useNewInWorklist();
  const cursor = useWorklistCursor(rows);
  const acts = useWorklistActs(cursor, reload, open);
  const keys = useSingleKeys();
  const [areKeysShown, showKeys] = useState(false);

  // What the panel writes comes back with the follow-up; the queue and its counts do not.
  const openRevision = rows.find(({ id }) => id === open.id)?.revision;
  const follow = useEffectEvent(() => void reload());
  useEffect(() => { if (openRevision !== undefined) follow(); }, [openRevision]);

  const escape = () => (adding.isOpen ? adding.close() : open.id ? open.close() : acts.clear());
  useWorklistKeys({
    j: () => cursor.move(1), k: () => cursor.move(-1), x: () => cursor.toggle(cursor.active),
    a: acts.assign, d: acts.due, s: acts.snooze, r: acts.remind, e: acts.escalate, n: adding.begin,
    '?': () => showKeys(true), Escape: escape,
  }, keys.areOn);

  return (
    <div className={classes.page}>
      <PageTitle id="worklist.title" />
      <PageHeader
        title={text('worklist.title')}
        note={connection && <span role="status">{text('worklist.shown', { shown: rows.length, count: shownCount(connection.totalCount) })}</span>}
        actions={
          <>
            <Button variant="default" leftSection={<IconUserOff size={16} aria-hidden="true" />} onClick={() => putForm(AWAY)}>{text('away.title')}</Button>
            <ActionIcon variant="default" size={36} aria-label={text('worklist.keys.open')} title={text('worklist.keys.open')} onClick={() => showKeys(true)}><IconKeyboard size={18} aria-hidden="true" /></ActionIcon>
            <Button id={NEW} leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={adding.begin}>{text('followUp.new')}</Button>
          </>
        }
      />
      <WorklistQueues queue={address.queue} counts={connection?.counts} />
      <WorklistBar address={address} rows={rows}><WorklistViews /></WorklistBar>
      {list.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void reload() }}>{text('error.stale')}</StaleNotice>}
      <Failures acts={acts} />
      <div className={classes.layout} data-panel={open.id || adding.isOpen ? 'open' : undefined}>
        <div className={classes.main}>
          <WorklistBody list={list}>
            <WorklistTable groups={groups} grouping={address.group} cursor={cursor} openId={open.id} failed={acts.failed} />
          </WorklistBody>
          <WorklistBulkBar count={cursor.selected.length} hasKeys={keys.areOn} acts={acts} />
        </div>
        {adding.isOpen ? <WorklistNew adding={adding} onOpened={() => void reload()} />
          : open.id && <FollowUpPanel key={open.id} id={open.id} form={open.form} onForm={open.showForm} onClose={open.close} />}
      </div>
      {acts.dialog && <WorklistActDialog dialog={acts.dialog} acts={acts} />}
      {areKeysShown && <WorklistKeys keys={keys} onClose={() => showKeys(false)} />}
      {form === AWAY && <WorklistAway onClose={() => putForm('')} onHandOver={(personId) => putForm(HAND_OVER, personId)} onChanged={() => void reload()} />}
      {form === HAND_OVER && handedOverBy && <WorklistHandOver key={handedOverBy} fromId={handedOverBy} onClose={() => { putForm(''); cursor.focusAgain(); }} onChanged={reload} />}
      <Notices />
    </div>
  );
}

function WorklistBody({ list, children }: { list: ReturnType<typeof useWorklist>; children: React.ReactNode }) {
  const text = useText();
  const { connection, error, retry, isSearching, address, loadingMore, showMore } = list;
  if (error) return <Card isPadded={false}><FaultState error={error} onRetry={retry} /></Card>;
  if (!connection) return <Card isPadded={false}><ListSkeleton label={text('app.loading')} lines={8} /></Card>;
  if (!connection.edges.length && !isSearching) return <Card isPadded={false}><WorklistEmpty queue={address.queue} isFiltered={address.filter !== null} /></Card>;
  return (
    <Card isPadded={false}>
      <div aria-busy={isSearching}>{children}</div>
      {connection.pageInfo.hasNextPage && !isSearching && (
        <div className={classes.more}>
          {loadingMore === 'failed' && <span role="alert">{text('error.title')}</span>}
          <Button variant="default" loading={loadingMore === 'yes'} onClick={() => void showMore()}>{text('action.more')}</Button>
        </div>
      )}
    </Card>
  );
}

/** What was not done, each by its name; the rows say it too and stay selected. */
function Failures({ acts }: { acts: ReturnType<typeof useWorklistActs> }) {
  const text = useText();
  if (!acts.failures.length) return null;
  return (
    <Notice role="alert" tone="bad" title={text('worklist.failed', { count: acts.failures.length })}>
      <ul className={classes.failures}>{acts.failures.map(({ id, what, why }) => <li key={id}>{text('worklist.failed.line', { what, why })}</li>)}</ul>
      <Button variant="default" size="compact-sm" onClick={acts.forget}>{text('action.close')}</Button>
    </Notice>
  );
}
