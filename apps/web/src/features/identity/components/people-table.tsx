import { ActionIcon, Menu } from '@mantine/core';
import { ColumnHeader, DisciplineAvatar, RecordTable, StatusBadge, type DataColumn, type Tone } from '@plexus/ui';
import { IconDots, IconPencil, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { PersonRowFragment, PersonStatus } from '../../../gql/index.ts';
import { columnIdOf, disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import classes from './people-table.module.css';

export type PersonVerb = 'edit' | 'deactivate' | 'reactivate';

export const actionsId = (personId: string): string => `actions-${personId}`;

const TONES: Record<PersonStatus, Tone> = { INVITED: 'accent', ACTIVE: 'good', DEACTIVATED: 'calm' };

interface PeopleTableProps {
  readonly people: readonly PersonRowFragment[];
  /** Absent: the viewer reads only. */
  readonly onAct?: (verb: PersonVerb, person: PersonRowFragment) => void;
}

export function PeopleTable({ people, onAct }: PeopleTableProps) {
  const text = useText();
  const viewer = useViewer().person;
  const columns: DataColumn<PersonRowFragment>[] = [
    {
      id: 'name',
      title: text('identity.people.name'),
      cell: (person) => (
        <span className={classes.name}>
          <DisciplineAvatar person={avatarOf(person)} isDecorative />
          <strong>{person.name}</strong>
          {person.id === viewer.id && <span className={classes.quiet}>({text('identity.people.you')})</span>}
        </span>
      ),
    },
    { id: 'discipline', title: text('identity.people.discipline'), cell: ({ discipline }) => <Discipline id={discipline} /> },
    { id: 'roles', title: text('identity.people.roles'), cell: ({ roles }) => roles.map((role) => text(`role.${role}`)).join(', ') || <span className={classes.quiet}>{text('identity.people.noRoles')}</span> },
    { id: 'status', title: text('identity.people.status'), cell: ({ status }) => <StatusBadge tone={TONES[status]}>{text(`identity.status.${status}`)}</StatusBadge> },
  ];
  // Who does not manage people is told their own address only, and knows it.
  if (people.some(({ id, email }) => email !== null && id !== viewer.id)) {
    columns.push({ id: 'email', title: text('identity.people.email'), cell: ({ email }) => email });
  }
  if (onAct) {
    columns.push({ id: 'actions', title: text('identity.people.actions'), cell: (person) => <Actions person={person} isSelf={person.id === viewer.id} onAct={onAct} /> });
  }
  return <RecordTable caption={text('identity.people.title')} columns={columns} rows={people} rowId={({ id }) => id} />;
}

function Discipline({ id }: { id: string | null }) {
  const text = useText();
  if (!id) return <span className={classes.quiet}>{text('discipline.none')}</span>;
  return <span className={classes.discipline}><ColumnHeader column={columnIdOf(id) ?? 'none'}>{disciplineName(id) ?? id}</ColumnHeader></span>;
}

function Actions({ person, isSelf, onAct }: { person: PersonRowFragment; isSelf: boolean; onAct: NonNullable<PeopleTableProps['onAct']> }) {
  const text = useText();
  const isGone = person.status === 'DEACTIVATED';
  return (
    <Menu id={actionsId(person.id)} position="bottom-end" shadow="md" portalProps={{ target: '#content' }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={text('identity.people.actionsFor', { name: person.name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isGone && <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => onAct('edit', person)}>{text('identity.people.edit')}</Menu.Item>}
        {!isGone && !isSelf && (
          <Menu.Item leftSection={<IconUserOff size={16} aria-hidden="true" />} onClick={() => onAct('deactivate', person)}>{text('identity.people.deactivate')}</Menu.Item>
        )}
        {isGone && (
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden="true" />} onClick={() => onAct('reactivate', person)}>{text('identity.people.reactivate')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
