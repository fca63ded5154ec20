import { useEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { concernsSafety } from '../model/worklist-groups.ts';
import { rowId } from './use-open-follow-up.ts';

/** The list itself. */
export const WORKLIST = 'worklist';

const focusRow = (followUpId: string | undefined) => followUpId && document.getElementById(rowId(followUpId))?.focus();

/**
 * Where the keys are in the list, and what is selected: both by the follow-ups' ids, so that news move neither. Where the follow-up at the
 * cursor left the list, the next one takes its place; a row that had the focus gives it to that one.
 *
 * @param rows in the order on the screen
 */
export function useWorklistCursor(rows: readonly WorklistRowFragment[]) {
  const [cursor, setCursor] = useState<{ readonly id: string | null; readonly place: number }>({ id: null, place: 0 });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const hadFocus = useRef(false);

  const known = rows.findIndex(({ id }) => id === cursor.id);
  const place = known >= 0 ? known : Math.min(cursor.place, rows.length - 1);
  const active = rows[place];
  const selected = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen]);

  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusRow(active?.id);
  }, [rows, active]);

  function goTo(next: number) {
    const to = Math.max(0, Math.min(next, rows.length - 1));
    setCursor({ id: rows[to]?.id ?? null, place: to });
    focusRow(rows[to]?.id);
  }

  function toggle(row: WorklistRowFragment | undefined) {
    if (!row || concernsSafety(row)) return;
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(row.id)) next.add(row.id);
      return next;
    });
  }

  return {
    active,
    selected,
    goTo,
    /** By so many rows. */
    move: (step: number) => goTo(place + step),
    /** To a row, without taking the focus there. */
    point: (id: string) => { if (id !== cursor.id) setCursor({ id, place: rows.findIndex((row) => row.id === id) }); },
    /** Back to the row, when what had the focus is gone. */
    focusAgain: () => requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(`#${WORKLIST} a[tabindex="0"]`)?.focus();
    }),
    toggle,
    select: (ids: readonly string[]) => setChosen(new Set(ids)),
    listProps: {
      onFocus: () => { hadFocus.current = true; },
      // A row that is taken away names nobody who gets the focus.
      onBlur: ({ relatedTarget }: FocusEvent) => { if (relatedTarget) hadFocus.current = false; },
    },
  };
}

export type WorklistCursor = ReturnType<typeof useWorklistCursor>;
