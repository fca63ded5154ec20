const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/** Half to all of it at random: after a restart not every page knocks at the same moment. */
const spread = (ms: number): number => ms * (0.5 + Math.random() / 2);

/**
 * Waits before the live connection is tried again: longer each time, and never longer than a few seconds, because a page that was without a
 * network for an hour must not show an old plan for another hour. The browser's word that it is online again ends the wait.
 */
export function waitToReconnect(retries: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, spread(Math.min(LONGEST_MS, FIRST_MS * 2 ** retries)));
    window.addEventListener('online', done);
  });
}
