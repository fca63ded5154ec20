/**
 * Asks one after another. Called while an answer is on its way, it asks once more after it, for all who called meanwhile: that answer may be from
 * before what they call about, and two on their way at once might arrive in the wrong order.
 *
 * @param ask tells its own trouble and does not reject
 */
export function inTurn<Given>(ask: (given: Given) => Promise<void>): (given: Given) => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: { readonly given: Given } | null = null;

  function takeWaiting() {
    const next = waiting;
    waiting = null;
    return next;
  }

  async function run(given: Given): Promise<void> {
    await ask(given);
    const next = takeWaiting();
    if (next) return run(next.given);
    running = null;
  }

  return (given) => {
    if (running) waiting = { given };
    else running = run(given);
    return running;
  };
}
