import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { LockSessionDocument, StillHereDocument } from '../gql/index.ts';
import { session } from '../shared/session.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 1_000;

/**
 * Locks after so long without any input in any tab. The clock is compared rather than waited for, so a computer that
 * slept locks as it wakes. Reading and typing ask nothing of the server, so it is told now and then that somebody is here.
 */
export function useIdleLock(idleSeconds: number): void {
  const client = useApolloClient();

  useEffect(() => {
    const idleMs = idleSeconds * 1_000;
    let toldAt = Date.now();
    const touch = () => session.touch(Date.now());

    const look = () => {
      if (session.current() !== 'open') return;
      const now = Date.now();
      if (now - session.activeAt() >= idleMs) {
        session.lock();
        // Offline or not, the screen is locked; the server's own timer is the other half.
        client.mutate({ mutation: LockSessionDocument }).catch(() => undefined);
      } else if (now - toldAt > idleMs / 3 && session.activeAt() > toldAt) {
        toldAt = now;
        client.query({ query: StillHereDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
      }
    };

    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [client, idleSeconds]);
}
