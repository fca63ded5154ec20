import { BULK_LIMIT } from '@plexus/domain';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { HandOverFollowUpsDocument, type WorklistRowFragment } from '../../../gql/index.ts';
import { notice } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';
import { useBatch } from '../../../shared/use-batch.ts';
import { assigneeOf } from '../model/assignee.ts';
import { canReceive, needsHandOver, planFor, receiversOf, without, type Planned } from '../model/hand-over.ts';
import { itemOf } from '../model/worklist-change.ts';
import { useItemWords } from './use-item-words.ts';
import { useUndoHandOver } from './use-undo-hand-over.ts';
import { useFollowUpPages } from './use-worklist.ts';
import { useWorklistCandidates } from './use-worklist-candidates.ts';
import type { Failure } from './use-worklist-bulk.ts';

const PAGE = 100;
const NOTHING: Planned = { to: '', isTicked: false };

/**
 * Everything open that one person owns, with who should get each. What a reviewer saw stays as it was: news add rows, which nobody has looked at and
 * which are not ticked, and move no choice.
 *
 * @param onDone everything that was ticked went
 * @param onChanged owners are others from now on
 */
export function useHandOver(fromId: string, { onDone, onChanged }: { onDone: () => void; onChanged: () => Promise<unknown> }) {
  const text = useText();
  const words = useItemWords();
  const list = useFollowUpPages(useMemo(() => ({ queue: 'ALL' as const, filter: { ownerId: fromId }, sort: 'DUE' as const, first: PAGE }), [fromId]));
  const { connection, loadingMore, showMore } = list;
  const all = connection?.edges.length ?? 0;
  const isWhole = connection !== undefined && (!connection.pageInfo.hasNextPage || all >= BULK_LIMIT);
  const rows = useMemo(() => (connection?.edges ?? []).map(({ node }) => node).filter(({ owner }) => owner?.id === fromId).slice(0, BULK_LIMIT), [connection, fromId]);
  const { candidates, error, retry } = useWorklistCandidates(isWhole ? rows : []);
  const others = useMemo(() => without(fromId, candidates ?? new Map()), [fromId, candidates]);
  const [planned, setPlanned] = useState<ReadonlyMap<string, Planned>>(new Map());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [sending, setSending] = useState(false);
  const send = useBatch(HandOverFollowUpsDocument);
  const refresh = () => Promise.all([list.reload(), onChanged()]);
  const offerUndo = useUndoHandOver(refresh);

  const more = useEffectEvent(() => void showMore());
  const isShort = connection !== undefined && !isWhole;
  // Once for each page that came.
  useEffect(() => {
    if (isShort) more();
  }, [isShort, all]);

  const unplanned = rows.filter((row) => candidates?.has(row.patientId) && needsHandOver(row) && !planned.has(row.id));
  if (unplanned.length > 0) {
    const suggested = planFor(unplanned, fromId, candidates!);
    setPlanned(new Map([...planned, ...[...suggested].map(([id, to]) => [id, { to, isTicked: planned.size === 0 && to !== '' }] as const)]));
  }

  const planOf = ({ id }: WorklistRowFragment): Planned => planned.get(id) ?? NOTHING;
  const put = (changed: readonly WorklistRowFragment[], change: Partial<Planned>) =>
    setPlanned((now) => new Map([...now, ...changed.map(({ id }) => [id, { ...(now.get(id) ?? NOTHING), ...change }] as const)]));
  const ticked = rows.filter((row) => needsHandOver(row) && planOf(row).isTicked);

  async function handOver(): Promise<void> {
    setSending(true);
    const outcome = await send({ fromPersonId: fromId, items: ticked.map((row) => ({ ...itemOf(row), ...assigneeOf(planOf(row).to) })) });
    setSending(false);
    if (outcome.kind === 'kept') {
      notice(text('outbox.kept'));
      return onDone();
    }
    const answers = outcome.kind === 'done' ? outcome.value : [];
    const done = answers.filter((item) => item.outcome === 'DONE');
    const failed = ticked.filter(({ id }) => !done.some(({ followUpId }) => followUpId === id));
    if (done.length > 0) offerUndo(ticked, done);
    if (failed.length === 0) onDone();
    setFailures(failed.map(({ id, what }) => ({ id, what, why: outcome.kind === 'done' ? words.why(answers.find(({ followUpId }) => followUpId === id)!) : words.fault(outcome) })));
    put(failed, { isTicked: false });
    await refresh();
  }

  return {
    list, rows, others, ticked, failures, sending, handOver, planOf,
    isReady: isWhole && (rows.length === 0 || candidates !== undefined),
    trouble: error ?? list.error ?? null,
    isCut: loadingMore === 'failed',
    retry: () => (list.error ? list.retry() : loadingMore === 'failed' ? void showMore() : retry()),
    /** Whoever chooses somebody means that it goes. */
    choose: (row: WorklistRowFragment, to: string) => put([row], { to, isTicked: to !== '' }),
    tick: (changed: readonly WorklistRowFragment[], isTicked: boolean) => put(changed.filter((row) => planOf(row).to !== ''), { isTicked }),
    /** To one receiver, wherever that is possible. */
    giveAll: (to: string) => put(ticked.filter((row) => canReceive(to, receiversOf(row, others))), { to }),
  };
}

export type HandOver = ReturnType<typeof useHandOver>;
