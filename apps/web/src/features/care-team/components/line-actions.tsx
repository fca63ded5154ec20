import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarOff, IconDots, IconStar, IconUserShare } from '@tabler/icons-react';
import { useText } from '../../../shared/text.ts';
import type { TeamLine } from '../model/team-sections.ts';
import type { TeamTask } from './team-dialogs.tsx';

export interface TeamRights {
  readonly mayManage: boolean;
  /** Cover for oneself; for others only with `mayManage`. */
  readonly mayArrange: boolean;
  readonly viewerId: string;
}

/** Of a member or a stand-in. */
export const actionsId = (id: string): string => `actions-${id}`;

interface LineActionsProps {
  readonly line: TeamLine;
  readonly rights: TeamRights;
  readonly onTask: (task: TeamTask) => void;
}

/** What the viewer may do with one line of the team; nothing when nothing. */
export function LineActions({ line, rights, onTask }: LineActionsProps) {
  const text = useText();
  const { member } = line;
  const { mayManage } = rights;
  const mayArrange = rights.mayArrange && (mayManage || member.person.id === rights.viewerId);
  const { name } = member.person;
  if (line.kind === 'stand-in') {
    if (!mayArrange || line.standIn.period === 'PAST') return null;
    return (
      <Button
        id={actionsId(line.standIn.id)}
        variant="default"
        size="compact-sm"
        aria-label={text('careTeam.standIn.endFor', { name, standIn: line.standIn.person.name })}
        onClick={() => onTask({ verb: 'end-stand-in', member, standIn: line.standIn })}
      >
        {text('careTeam.standIn.end')}
      </Button>
    );
  }
  if (member.period === 'PAST' || (!mayManage && !mayArrange)) return null;
  const mayLead = mayManage && member.period === 'CURRENT' && member.role === 'MEMBER';

  return (
    <Menu id={actionsId(member.id)} position="bottom-end" shadow="md" portalProps={{ target: '#content' }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={text('careTeam.actionsFor', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayArrange && (
          <Menu.Item leftSection={<IconUserShare size={16} aria-hidden="true" />} onClick={() => onTask({ verb: 'stand-in', member })}>{text('careTeam.standIn')}</Menu.Item>
        )}
        {mayLead && <Menu.Item leftSection={<IconStar size={16} aria-hidden="true" />} onClick={() => onTask({ verb: 'lead', member })}>{text('careTeam.lead')}</Menu.Item>}
        {mayManage && (
          <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden="true" />} onClick={() => onTask({ verb: 'end', member })}>{text('careTeam.end')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
