import { useState } from 'react';
import { ChangeFollowUpsDocument, type WorklistRowFragment } from '../../../gql/index.ts';
import { notice, offerUndo } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useBatch } from '../../../shared/use-batch.ts';
import { undoOf, type Batch } from '../model/worklist-change.ts';
import { useItemWords } from './use-item-words.ts';

export interface Failure {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

interface Sent {
  /** The revision that each one is at now that was done. */
  readonly done: ReadonlyMap<string, number>;
  readonly failures: ReadonlyMap<string, string>;
  readonly isKept: boolean;
}

/** Does something to many follow-ups: says of each that was not done why, and offers the way back for the rest. */
export function useWorklistBulk(onChanged: (failed: readonly string[]) => Promise<unknown>) {
  const text = useText();
  const { why, fault } = useItemWords();
  const { today } = useDates();
  const send = useBatch(ChangeFollowUpsDocument);
  const [failures, setFailures] = useState<readonly Failure[]>([]);

  /** One after another, each over what the one before left; what failed once is not tried further. */
  async function sendAll(batches: readonly Batch[]): Promise<Sent> {
    const done = new Map<string, number>();
    const failed = new Map<string, string>();
    let isKept = false;
    for (const { change, items } of batches) {
      const left = items.filter(({ followUpId }) => !failed.has(followUpId)).map((item) => ({ ...item, baseRevision: done.get(item.followUpId) ?? item.baseRevision }));
      if (!left.length) continue;
      const outcome = await send({ ...change, items: left });
      if (outcome.kind === 'kept') isKept = true;
      else if (outcome.kind !== 'done') for (const { followUpId } of left) failed.set(followUpId, fault(outcome));
      else for (const item of outcome.value) {
        if (item.outcome === 'DONE' && item.revision !== null) done.set(item.followUpId, item.revision);
        else failed.set(item.followUpId, why(item));
      }
    }
    return { done, failures: failed, isKept };
  }

  async function show(rows: readonly WorklistRowFragment[], { failures: failed, isKept }: Sent): Promise<void> {
    setFailures(rows.filter(({ id }) => failed.has(id)).map(({ id, what }) => ({ id, what, why: failed.get(id)! })));
    if (isKept) notice(text('outbox.kept'));
    await onChanged([...failed.keys()]);
  }

  async function undo(rows: readonly WorklistRowFragment[], batches: readonly Batch[], done: Sent['done']): Promise<void> {
    const sent = await sendAll(batches.flatMap(({ change, items }) => undoOf(rows.filter(({ id }) => items.some(({ followUpId }) => followUpId === id)), change, done, today)));
    await show(rows, sent);
    if (sent.done.size) notice(text('worklist.undone', { count: sent.done.size }));
  }

  /** @param said what was done to so many, in words */
  async function run(rows: readonly WorklistRowFragment[], batches: readonly Batch[], said: (count: number) => string): Promise<void> {
    const sent = await sendAll(batches);
    const count = [...sent.done.keys()].filter((id) => !sent.failures.has(id)).length;
    const canUndo = batches.some(({ change }) => !('remind' in change));
    if (count > 0 && canUndo) offerUndo(said(count), () => void undo(rows, batches, sent.done));
    else if (count > 0) notice(said(count));
    await show(rows, sent);
  }

  return { run, failures, forget: () => setFailures([]) };
}
