import { DONE_MESSAGE } from '@plexus/ui';
import { useEffect } from 'react';

/**
 * Gives the focus back to the button that opened a dialog, by its id: a menu between the two is gone by then, and the browser
 * would start again at the top of the page. Where the button went with what was done, what was done is read instead.
 */
export function focusAgain(id: string): void {
  requestAnimationFrame(() => (document.getElementById(id) ?? document.getElementById(DONE_MESSAGE) ?? document.getElementById('content'))?.focus());
}

/** When the row that had the focus leaves a list because of what was done, the focus goes on to `id`, else to what was done. */
export function useFocusKept(rows: unknown, isDone: boolean, id: string): void {
  useEffect(() => {
    if (!isDone) return;
    requestAnimationFrame(() => {
      if (!document.activeElement || document.activeElement === document.body) focusAgain(id);
    });
  }, [rows, isDone, id]);
}
