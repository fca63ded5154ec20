/**
 * Deliveries of a subscription. A generator that waits for news hears that it shall stop only with the next of them, which may never come: so
 * stopping also ends the waiting.
 */
export function untilStopped<T>(begin: (stop: AbortController) => AsyncGenerator<T>): AsyncGenerator<T> {
  const stop = new AbortController();
  const deliveries = begin(stop);
  const end = deliveries.return.bind(deliveries);
  deliveries.return = (value) => {
    stop.abort();
    return end(value);
  };
  return deliveries;
}
