/** The server counts as far as this: beyond it a queue is long, and its length no longer matters. */
const MANY = 1_000;

export const shownCount = (count: number): string => (count >= MANY ? `${MANY - 1}+` : String(count));
