import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router';

const ASKED = 'open';

/** The address of a page with one of its forms open; a form that has an address has that. */
export const openPath = (pathname: string, opens: string): string => (opens.startsWith('/') ? opens : `${pathname}?${ASKED}=${encodeURIComponent(opens)}`);

/** Opens the form that the address asks for. `onRequest` says whether it was one of its own; then the address forgets it. */
export function useRequestedForm(onRequest: (opens: string) => boolean): void {
  const [params, setParams] = useSearchParams();
  const opens = params.get(ASKED);
  const open = useEffectEvent(onRequest);
  const forget = useEffectEvent(() => setParams((now) => {
    now.delete(ASKED);
    return now;
  }, { replace: true }));
  useEffect(() => {
    if (opens && open(opens)) forget();
  }, [opens]);
}
