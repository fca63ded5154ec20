import { DONE_MESSAGE } from '@plexus/ui';

/**
 * Gives the focus back to the button that opened a dialog, by its id: a menu between the two is gone by then, and the browser
 * would start again at the top of the page. Where the button went with what was done, what was done is read instead.
 */
export function focusAgain(id: string): void {
  requestAnimationFrame(() => (document.getElementById(id) ?? document.getElementById(DONE_MESSAGE) ?? document.getElementById('content'))?.focus());
}

/** After a list has changed: only when the focus went with a row that is not there any more. */
export function focusIfLost(id: string): void {
  requestAnimationFrame(() => {
    if (!document.activeElement || document.activeElement === document.body) focusAgain(id);
  });
}
