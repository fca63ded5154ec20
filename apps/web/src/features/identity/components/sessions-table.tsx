import { Button } from '@mantine/core';
import { RecordTable, StatusBadge, type DataColumn } from '@plexus/ui';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { SessionRowFragment } from '../../../gql/index.ts';
import { Moment } from '../../../shared/day.tsx';
import { useText } from '../../../shared/text.ts';
import classes from './sessions-table.module.css';

interface SessionsTableProps {
  readonly sessions: readonly SessionRowFragment[];
  readonly ending: readonly string[];
  readonly onEnd: (session: SessionRowFragment) => void;
}

export function SessionsTable({ sessions, ending, onEnd }: SessionsTableProps) {
  const text = useText();
  const columns: DataColumn<SessionRowFragment>[] = [
    {
      id: 'device',
      title: text('identity.sessions.device'),
      cell: (session) => (
        <span className={classes.device}>
          <IconDeviceDesktop size={18} stroke={1.6} aria-hidden="true" />
          <strong>{session.device}</strong>
          {session.isCurrent && <StatusBadge tone="accent">{text('identity.sessions.current')}</StatusBadge>}
        </span>
      ),
    },
    { id: 'address', title: text('identity.sessions.address'), cell: ({ address }) => address },
    { id: 'started', title: text('identity.sessions.started'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: 'lastActive', title: text('identity.sessions.lastActive'), cell: ({ lastActiveAt }) => <Moment at={lastActiveAt} /> },
    { id: 'ends', title: text('identity.sessions.ends'), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    {
      id: 'actions',
      title: text('identity.sessions.actions'),
      cell: (session) =>
        !session.isCurrent && (
          <Button
            variant="default"
            size="compact-sm"
            loading={ending.includes(session.id)}
            aria-label={text('identity.sessions.endOne', { device: session.device, address: session.address })}
            onClick={() => onEnd(session)}
          >
            {text('identity.sessions.end')}
          </Button>
        ),
    },
  ];
  return <RecordTable caption={text('identity.sessions.title')} columns={columns} rows={sessions} rowId={({ id }) => id} />;
}
