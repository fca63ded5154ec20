import { useApolloClient, useQuery } from '@apollo/client/react';
import { lazy, Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { MeDocument } from '../gql/index.ts';
import { FaultState } from '../shared/fault-state.tsx';
import { faultOf } from '../shared/faults.ts';
import { useOutbox } from '../shared/outbox/outbox-context.ts';
import { signInPath } from '../shared/return-to.ts';
import { session, useSessionState } from '../shared/session.ts';
import { usePreload } from '../shared/use-preload.ts';
import { ViewerContext, type Viewer } from '../shared/viewer.ts';
import { Detachable } from './detachable.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { useIdleLock } from './use-idle-lock.ts';

const loadLock = () => import('../features/identity/components/lock-screen.tsx');
const LockScreen = lazy(async () => ({ default: (await loadLock()).LockScreen }));

/** Lets only signed-in people to the pages behind it; keeps the address for afterwards, and the page while it is locked. */
export function SessionGate() {
  const state = useSessionState();
  const client = useApolloClient();
  const location = useLocation();
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'cache-first' });
  const fault = error && !data ? faultOf(error) : null;

  // Unlocked in another tab: this one still holds the refusal.
  const isRefused = state === 'open' && fault?.reason === 'LOCKED';
  useEffect(() => {
    if (isRefused) void refetch().catch(() => undefined);
  }, [isRefused, refetch]);

  if (state === 'ended' || state === 'expired') return <LeaveToSignIn to={signInPath(location, state === 'expired' ? 'expired' : undefined)} />;

  async function unlocked() {
    session.open();
    // What changed meanwhile, and what was refused while locked.
    if (data) await client.refetchQueries({ include: 'active' });
  }

  return (
    <>
      {state === 'locked' && (
        <Suspense fallback={null}>
          <LockScreen viewerName={data?.me.person.name ?? null} onUnlocked={() => void unlocked().catch(() => undefined)} />
        </Suspense>
      )}
      <Detachable isAttached={state === 'open'}>
        {data ? <SignedIn viewer={data.me} /> : fault && !fault.reason ? <FaultState error={error} onRetry={() => void refetch()} /> : <ShellSkeleton />}
      </Detachable>
    </>
  );
}

function SignedIn({ viewer }: { viewer: Viewer }) {
  useIdleLock(viewer.session.idleSeconds);
  usePreload(loadLock);
  const outbox = useOutbox();
  useEffect(() => {
    session.belongsTo(viewer.person.id);
    void outbox.open(viewer.person.id);
  }, [outbox, viewer.person.id]);
  return <ViewerContext value={viewer}><Outlet /></ViewerContext>;
}

/** Nothing of the person who left stays in memory for the next one. The sign-in page opens the session again. */
function LeaveToSignIn({ to }: { to: string }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  useEffect(() => {
    void client.clearStore().catch(() => undefined).then(() => navigate(to, { replace: true }));
  }, [client, navigate, to]);
  return null;
}
