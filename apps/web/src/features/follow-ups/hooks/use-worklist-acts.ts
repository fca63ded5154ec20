import { useRef, useState } from 'react';
import type { FollowUpPriority, WorklistRowFragment } from '../../../gql/index.ts';
import { notice } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { codeOf } from '../model/contract.ts';
import { batchesOf, stepUp, type BulkChange } from '../model/worklist-change.ts';
import type { Choice } from '../model/worklist-choices.ts';
import { concernsSafety } from '../model/worklist-groups.ts';
import type { FollowUpForm, useOpenFollowUp } from './use-open-follow-up.ts';
import { useWorklistBulk } from './use-worklist-bulk.ts';
import type { WorklistCursor } from './use-worklist-cursor.ts';

export interface ActDialog {
  readonly act: 'assign' | 'due' | 'snooze';
  readonly rows: readonly WorklistRowFragment[];
}

/**
 * What keys and buttons do: to the selection, or to the follow-up at the cursor where nothing is selected. What concerns safety is changed one at a
 * time, by the form of its panel.
 */
export function useWorklistActs(cursor: WorklistCursor, reload: () => Promise<unknown>, open: ReturnType<typeof useOpenFollowUp>) {
  const text = useText();
  const dates = useDates();
  const [dialog, setDialog] = useState<ActDialog | null>(null);
  const opener = useRef<Element | null>(null);
  const bulk = useWorklistBulk(async (failed) => {
    if (failed.length) cursor.select(failed);
    await reload();
    cursor.focusAgain();
  });
  const rows = cursor.selected.length ? cursor.selected : cursor.active ? [cursor.active] : [];

  /** The rows of an act; null when it is done in the panel, or there is nothing to do it to. */
  function rowsFor(form: FollowUpForm): readonly WorklistRowFragment[] | null {
    const [first] = rows;
    if (!first) return null;
    if (!concernsSafety(first)) return rows;
    if (form === 'snooze') notice(text('worklist.safety.notPutOff'));
    else {
      open.open(first.id, form);
      notice(text('worklist.safety.opened'));
    }
    return null;
  }
  const ask = (act: ActDialog['act']) => () => {
    const found = rowsFor(act);
    if (!found) return;
    opener.current = document.activeElement;
    setDialog({ act, rows: found });
  };
  /** Back to the button or the row from which it was opened, unless another one has the focus by now. */
  function closeDialog() {
    setDialog(null);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && opener.current instanceof HTMLElement) opener.current.focus();
      cursor.focusAgain();
    });
  }
  const send = (to: readonly WorklistRowFragment[], change: BulkChange, said: (count: number) => string) => {
    closeDialog();
    void bulk.run(to, batchesOf(to, () => change), said);
  };

  return {
    dialog,
    closeDialog,
    assign: ask('assign'),
    due: ask('due'),
    snooze: ask('snooze'),
    remind: () => {
      const found = rowsFor('remind');
      if (found) send(found, { remind: true }, (count) => text('worklist.done.remind', { count }));
    },
    escalate: () => {
      const found = rowsFor('edit');
      if (found) void bulk.run(found, [...batchesOf(found, stepUp), ...batchesOf(found, () => ({ remind: true }))], (count) => text('worklist.done.escalate', { count }));
    },
    prioritize: (priority: FollowUpPriority) => {
      const found = rowsFor('edit');
      if (found) send(found, { priority }, (count) => text('worklist.done.priority', { count, priority: text(`value.follow-up.priority.${codeOf(priority)}`) }));
    },
    chooseAssignee: ({ rows: to }: ActDialog, { assign, name }: Choice) => send(to, { assign }, (count) => text('worklist.done.assign', { count, name })),
    /** A day is the last thing that one follow-up gets: the cursor goes on to the next. */
    chooseDay: ({ act, rows: to }: ActDialog, day: string | null) => {
      if (!cursor.selected.length) cursor.move(1);
      if (act === 'due') return send(to, { dueOn: day! }, (count) => text('worklist.done.due', { count, date: dates.said(day!) }));
      send(to, { snoozeUntil: day }, (count) => (day ? text('worklist.done.snooze', { count, date: dates.said(day) }) : text('worklist.done.back', { count })));
    },
    clear: () => cursor.select([]),
    failures: bulk.failures,
    failed: new Map(bulk.failures.map(({ id, why }) => [id, why])),
    forget: bulk.forget,
  };
}

export type WorklistActs = ReturnType<typeof useWorklistActs>;
