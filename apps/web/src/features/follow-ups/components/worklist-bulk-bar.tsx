import { Button, Kbd, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { FollowUpPriority } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { codeOf } from '../model/contract.ts';
import { PRIORITIES } from '../model/worklist-address.ts';
import classes from './worklist.module.css';

/** What can be done to a selection, each with its key. */
export interface BulkActs {
  readonly assign: () => void;
  readonly due: () => void;
  readonly snooze: () => void;
  readonly remind: () => void;
  readonly escalate: () => void;
  readonly prioritize: (priority: FollowUpPriority) => void;
  readonly clear: () => void;
}

interface WorklistBulkBarProps {
  readonly count: number;
  readonly hasKeys: boolean;
  readonly acts: BulkActs;
}

const BUTTONS = [['assign', 'a'], ['due', 'd'], ['snooze', 's'], ['remind', 'r'], ['escalate', 'e']] as const;

/** Stands under the list while something is selected. */
export function WorklistBulkBar({ count, hasKeys, acts }: WorklistBulkBarProps) {
  const text = useText();
  return (
    <div className={classes.bulk} role="group" aria-label={text('worklist.bulk')} hidden={count === 0}>
      <strong role="status">{count > 0 && text('worklist.selected', { count })}</strong>
      {BUTTONS.map(([act, key]) => (
        <Button key={act} variant="default" size="compact-md" rightSection={hasKeys && <Kbd size="xs" aria-hidden="true">{key}</Kbd>} onClick={acts[act]}>{text(`worklist.act.${act}`)}</Button>
      ))}
      <Menu position="top-start" withinPortal={false}>
        <Menu.Target><Button variant="default" size="compact-md" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>{text('worklist.act.priority')}</Button></Menu.Target>
        <Menu.Dropdown>
          {PRIORITIES.map((priority) => <Menu.Item key={priority} onClick={() => acts.prioritize(priority)}>{text(`value.follow-up.priority.${codeOf(priority)}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" size="compact-md" onClick={acts.clear}>{text('worklist.act.clear')}</Button>
    </div>
  );
}
