import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { SignOutDocument } from '../../gql/index.ts';
import { session } from '../session.ts';
import { useText } from '../text.ts';
import { useOutbox } from './outbox-context.ts';

/** Signs out of this browser; who leaves unsent work behind is told first what becomes of it. */
export function useSignOut(): { readonly signOut: () => void; readonly question: ReactNode } {
  const text = useText();
  const client = useApolloClient();
  const outbox = useOutbox();
  const [unsent, setUnsent] = useState(0);

  async function leave(): Promise<void> {
    await outbox.leave();
    // Without an answer the person leaves this browser all the same.
    await client.mutate({ mutation: SignOutDocument }).catch(() => undefined);
    session.end();
  }

  function signOut(): void {
    const { length } = outbox.current().entries;
    if (length) setUnsent(length);
    else void leave();
  }

  const stay = () => setUnsent(0);
  const question = unsent > 0 && (
    <Modal opened onClose={stay} title={text('me.signOut.title')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{text(outbox.current().isKept ? 'me.signOut.consequence' : 'me.signOut.lost', { count: unsent })}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={stay}>{text('me.signOut.stay')}</Button>
          <Button onClick={() => void leave()}>{text('me.signOut')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { signOut, question };
}
