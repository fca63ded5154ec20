import { UndoHandOverDocument, type FollowUpItemPartsFragment, type WorklistRowFragment } from '../../../gql/index.ts';
import { notice, offerUndo } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';
import { useBatch } from '../../../shared/use-batch.ts';
import { useItemWords } from './use-item-words.ts';

/** Says what was handed over, and for ten seconds offers the way back. What could not be taken back is named. */
export function useUndoHandOver(onChanged: () => Promise<unknown>) {
  const text = useText();
  const words = useItemWords();
  const send = useBatch(UndoHandOverDocument);

  async function undo(rows: readonly WorklistRowFragment[], done: readonly FollowUpItemPartsFragment[]): Promise<void> {
    const outcome = await send({ items: done.map(({ patientId, followUpId, revision }) => ({ patientId, followUpId, baseRevision: revision! })) });
    if (outcome.kind === 'kept') return notice(text('outbox.kept'));
    if (outcome.kind !== 'done') return notice(words.fault(outcome), 'bad');
    const stayed = outcome.value.filter((item) => item.outcome !== 'DONE');
    const back = outcome.value.length - stayed.length;
    if (back > 0) notice(text('worklist.undone', { count: back }));
    const whatOf = (id: string) => rows.find((row) => row.id === id)?.what;
    if (stayed.length > 0) notice(stayed.map((item) => text('worklist.failed.line', { what: whatOf(item.followUpId), why: words.why(item) })).join(' '), 'bad');
    await onChanged();
  }

  return (rows: readonly WorklistRowFragment[], done: readonly FollowUpItemPartsFragment[]) => offerUndo(text('handOver.done', { count: done.length }), () => void undo(rows, done));
}
