import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconHandStop, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlus, IconUserCheck, IconX, type Icon } from '@tabler/icons-react';
import type { ActivityCellFragment, ActivityVerb, GoalCellFragment, GoalVerb } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import { QUICK_ACTIVITY_VERBS, QUICK_GOAL_VERBS, useQuickVerbs } from '../hooks/use-quick-verbs.ts';
import classes from './plan.module.css';

interface MenuEntry {
  readonly label: string;
  readonly Icon: Icon;
  readonly onClick: () => void;
}

const VERB_ICONS: Readonly<Record<GoalVerb | ActivityVerb, Icon>> = {
  ACTIVATE: IconPlayerPlay, START: IconPlayerPlay, RESUME: IconPlayerPlay, PAUSE: IconPlayerPause, COMPLETE: IconCheck, CANCEL: IconX, STOP: IconHandStop, DECLINE: IconX,
};

/** Everything that can be done with one goal now, in words. */
export function GoalMenu({ goal }: { goal: GoalCellFragment }) {
  const text = useText();
  const desk = usePlanDesk();
  const quick = useQuickVerbs();
  if (!desk.mayWrite || goal.endedOn !== null) return null;
  const id = `goal-menu-${goal.id}`;
  const at = { opener: id };
  const entries: MenuEntry[] = [
    { label: text('action.edit'), Icon: IconPencil, onClick: () => desk.open({ kind: 'goal', id: goal.id }, at) },
    { label: text('goal.planPart'), Icon: IconPlus, onClick: () => desk.open({ kind: 'new-activity', goalId: goal.id }, at) },
    ...(!goal.owner && desk.myDiscipline ? [{ label: text('goal.take'), Icon: IconUserCheck, onClick: () => void quick.takeGoal(goal) }] : []),
    ...goal.transitions.map((verb) => ({
      label: text(`goalVerb.${verb}`),
      Icon: VERB_ICONS[verb],
      onClick: () => (QUICK_GOAL_VERBS.includes(verb) ? void quick.moveGoal(goal, verb) : desk.open({ kind: 'goal', id: goal.id, verb }, at)),
    })),
  ];
  return <ThingMenu id={id} label={text('planMenu.for', { name: goal.words })} entries={entries} />;
}

/** Everything that can be done with one part now, in words. */
export function ActivityMenu({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const desk = usePlanDesk();
  const quick = useQuickVerbs();
  if (!desk.mayWrite || activity.transitions.length === 0) return null;
  const id = `activity-menu-${activity.id}`;
  const at = { opener: id };
  const entries: MenuEntry[] = [
    { label: text('action.edit'), Icon: IconPencil, onClick: () => desk.open({ kind: 'activity', id: activity.id }, at) },
    ...activity.transitions.map((verb) => ({
      label: text(`activityVerb.${verb}`),
      Icon: VERB_ICONS[verb],
      onClick: () => (QUICK_ACTIVITY_VERBS.includes(verb) ? void quick.moveActivity(activity, verb) : desk.open({ kind: 'activity', id: activity.id, verb }, at)),
    })),
  ];
  return <ThingMenu id={id} label={text('planMenu.for', { name: activity.name })} entries={entries} />;
}

function ThingMenu({ id, label, entries }: { id: string; label: string; entries: readonly MenuEntry[] }) {
  return (
    <Menu position="bottom-end" shadow="md" portalProps={{ target: '#content' }}>
      <Menu.Target>
        <ActionIcon id={id} className={classes.menu} variant="subtle" color="gray" c="dimmed" size={24} aria-label={label}><IconDots size={16} aria-hidden="true" /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label: words, Icon, onClick }) => <Menu.Item key={words} leftSection={<Icon size={16} aria-hidden="true" />} onClick={onClick}>{words}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
