import { useEffect } from 'react';

const AFTER_MS = 200;

/** Fetches a script that is needed later once the page has come to rest: when it is needed there may be no network. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => { load().catch(() => undefined); }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [load]);
}
