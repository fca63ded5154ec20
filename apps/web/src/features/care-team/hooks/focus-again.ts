/**
 * Gives the focus back to the button that opened a dialog, by its id: a menu between the two is gone by then, and the browser
 * would start again at the top of the page.
 */
export function focusAgain(id: string): void {
  requestAnimationFrame(() => (document.getElementById(id) ?? document.getElementById('content'))?.focus());
}
