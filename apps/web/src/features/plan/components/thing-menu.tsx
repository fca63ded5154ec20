import { Menu } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconDots, IconHandStop, IconHistory, IconListCheck, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlus, IconPrinter, IconScale, IconStairsUp, IconUserCheck, IconX, type Icon } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ActivityCellFragment, ActivityVerb, GoalCellFragment, GoalVerb, PlanSheetFragment } from '../../../gql/index.ts';
import { newFollowUpAddress, type NewSource } from '../../../shared/new-follow-up.ts';
import { usePastDay } from '../../../shared/past-day.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanHands } from '../hooks/plan-desk.ts';
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
  const { mayWrite, mayReadHistory } = usePlanHands();
  if (!mayReadHistory && (!mayWrite || goal.endedOn !== null)) return null;
  return <ThingMenu id={`goal-menu-${goal.id}`} label={text('planMenu.for', { name: goal.words })}><GoalVerbs goal={goal} /></ThingMenu>;
}

function GoalVerbs({ goal }: { goal: GoalCellFragment }) {
  const text = useText();
  const { open, mayWrite, myDiscipline } = usePlanHands();
  const quick = useQuickVerbs();
  const followUp = useFollowUpEntry('GOAL', goal.id);
  const history = useHistoryEntry('goal', goal.id, `goal-menu-${goal.id}`);
  const at = { opener: `goal-menu-${goal.id}` };
  if (!mayWrite || goal.endedOn !== null) return <MenuEntries entries={history} />;
  return (
    <MenuEntries
      entries={[
        { label: text('action.edit'), Icon: IconPencil, onClick: () => open({ kind: 'goal', id: goal.id }, at) },
        { label: text('goal.planPart'), Icon: IconPlus, onClick: () => open({ kind: 'new-activity', goalId: goal.id }, at) },
        { label: text('attainment.title'), Icon: IconStairsUp, onClick: () => open({ kind: 'attainment', id: goal.id }, at) },
        ...(!goal.owner && myDiscipline ? [{ label: text('goal.take'), Icon: IconUserCheck, onClick: () => void quick.takeGoal(goal) }] : []),
        ...goal.transitions.map((verb) => ({
          label: text(`goalVerb.${verb}`),
          Icon: VERB_ICONS[verb],
          onClick: () => (QUICK_GOAL_VERBS.includes(verb) ? void quick.moveGoal(goal, verb) : open({ kind: 'goal', id: goal.id, verb }, at)),
        })),
        ...followUp,
        ...history,
      ]}
    />
  );
}

/** Who changed it, when and why; nothing for whose part the history is not. */
function useHistoryEntry(entity: 'plan' | 'goal' | 'activity', id: string, opener: string): readonly MenuEntry[] {
  const text = useText();
  const { open, mayReadHistory } = usePlanHands();
  return mayReadHistory ? [{ label: text('history.ofThing'), Icon: IconHistory, onClick: () => open({ kind: 'history', entity, id }, { opener }) }] : [];
}

/** What somebody is to do about it, written beside the patient's follow-ups. */
function useFollowUpEntry(kind: NewSource['kind'], id: string): readonly MenuEntry[] {
  const text = useText();
  const { patientId, mayFollowUp } = usePlanHands();
  const navigate = useNavigate();
  return mayFollowUp ? [{ label: text('planMenu.followUp'), Icon: IconListCheck, onClick: () => void navigate(newFollowUpAddress(patientId, { kind, id })) }] : [];
}

/** Everything that can be done with the whole plan now, in words. */
export function PlanMenu({ plan }: { plan: PlanSheetFragment }) {
  const text = useText();
  const pastDay = usePastDay();
  // With a plan of the past nothing is done, and no copy of it is made.
  if (pastDay !== null) return null;
  return <ThingMenu id="plan-menu" label={text('planMenu.plan')}><PlanVerbs plan={plan} /></ThingMenu>;
}

function PlanVerbs({ plan: { id, status, transitions } }: { plan: PlanSheetFragment }) {
  const text = useText();
  const { open, mayWrite, mayReadHistory, mayMovePlan, patientId } = usePlanHands();
  const navigate = useNavigate();
  const history = useHistoryEntry('plan', id, 'plan-menu');
  const at = { opener: 'plan-menu' };
  return (
    <MenuEntries
      entries={[
        ...(mayMovePlan ? transitions : []).map((verb) => ({ label: text(verb === 'ACTIVATE' && status !== 'DRAFT' ? 'planVerb.ACTIVATE.again' : `planVerb.${verb}`), Icon: VERB_ICONS[verb], onClick: () => open({ kind: 'plan', verb }, at) })),
        ...(mayWrite ? [{ label: text('planForm.title'), Icon: IconPencil, onClick: () => open({ kind: 'plan' }, at) }] : []),
        ...(mayReadHistory ? [{ label: text('past.menu'), Icon: IconCalendarTime, onClick: () => open({ kind: 'as-of' }, at) }] : []),
        ...history,
        { label: text('copy.open'), Icon: IconPrinter, onClick: () => void navigate(`/patients/${patientId}/copy`) },
      ]}
    />
  );
}

/** Everything that can be done with one part now, in words. */
export function ActivityMenu({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const { mayWrite, mayReadHistory } = usePlanHands();
  if (!mayReadHistory && (!mayWrite || activity.transitions.length === 0)) return null;
  return <ThingMenu id={`activity-menu-${activity.id}`} label={text('planMenu.for', { name: activity.name })}><ActivityVerbs activity={activity} /></ThingMenu>;
}

function ActivityVerbs({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const { open, mayWrite } = usePlanHands();
  const quick = useQuickVerbs();
  const followUp = useFollowUpEntry('ACTIVITY', activity.id);
  const history = useHistoryEntry('activity', activity.id, `activity-menu-${activity.id}`);
  const at = { opener: `activity-menu-${activity.id}` };
  if (!mayWrite || activity.transitions.length === 0) return <MenuEntries entries={history} />;
  return (
    <MenuEntries
      entries={[
        { label: text('action.edit'), Icon: IconPencil, onClick: () => open({ kind: 'activity', id: activity.id }, at) },
        ...(activity.status === 'ACTIVE' || activity.status === 'ON_HOLD'
          ? [{ label: text('trialForm.menu'), Icon: IconScale, onClick: () => open({ kind: 'activity', id: activity.id, verb: 'DECIDE' }, at) }]
          : []),
        ...activity.transitions.map((verb) => ({
          label: text(`activityVerb.${verb}`),
          Icon: VERB_ICONS[verb],
          onClick: () => (QUICK_ACTIVITY_VERBS.includes(verb) ? void quick.moveActivity(activity, verb) : open({ kind: 'activity', id: activity.id, verb }, at)),
        })),
        ...followUp,
        ...history,
      ]}
    />
  );
}

const MenuEntries = ({ entries }: { entries: readonly MenuEntry[] }) =>
  entries.map(({ label, Icon, onClick }) => <Menu.Item key={label} leftSection={<Icon size={16} aria-hidden="true" />} onClick={onClick}>{label}</Menu.Item>);

interface ThingMenuProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** Only a button until it is pressed: a plan has hundreds of them, and a menu ready behind each would be most of the page's work. */
function ThingMenu(props: ThingMenuProps) {
  const [isMade, setIsMade] = useState(false);
  return isMade ? <MadeMenu {...props} /> : <MenuButton id={props.id} label={props.label} aria-haspopup="menu" aria-expanded={false} onClick={() => setIsMade(true)} />;
}

function MadeMenu({ id, label, children }: ThingMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The press that made it also opens it, once the focus is where it is to come back to.
  useEffect(() => {
    button.current?.focus();
    const frame = requestAnimationFrame(() => setIsOpen(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Menu position="bottom-end" shadow="md" portalProps={{ target: '#content' }} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target><MenuButton id={id} label={label} ref={button} /></Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

function MenuButton({ label, ...button }: { label: string } & Omit<ComponentProps<'button'>, 'className'>) {
  return <button type="button" aria-label={label} {...button} className={classes.menu}><IconDots size={16} aria-hidden="true" /></button>;
}
