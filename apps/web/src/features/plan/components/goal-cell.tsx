import { Button } from '@mantine/core';
import { AvatarStack, DisciplineAvatar, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { GoalCellFragment } from '../../../gql/index.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePlanDesk, usePlanHands } from '../hooks/plan-desk.ts';
import { useQuickVerbs } from '../hooks/use-quick-verbs.ts';
import { useTargetWords } from '../hooks/use-thing-words.ts';
import { goalBadge } from '../model/tones.ts';
import { Attainment } from './attainment.tsx';
import classes from './plan.module.css';
import { GoalMenu } from './thing-menu.tsx';
import { ThingNews } from './thing-news.tsx';

/** One goal: the patient's words first, then how it stands, whose it is and where it should lead. */
export const GoalCell = memo(function GoalCell({ goal, hasNoPart }: { goal: GoalCellFragment; hasNoPart: boolean }) {
  const text = useText();
  const badge = goalBadge(goal);
  const isOpen = goal.endedOn === null;
  return (
    <ThingNews entity="goal" id={goal.id} ratings={goal.ratings ?? undefined} className={classes.goal}>
      <div className={classes.goalTop}>
        <span className={classes.badges}>
          <StatusBadge tone={badge.tone}>{text(badge.id)}</StatusBadge>
          {isOpen && !goal.owner && <StatusBadge tone="warn" icon={IconUserQuestion}>{text('goal.noOwner')}</StatusBadge>}
        </span>
        <span className={classes.corner}>
          {goal.owner && <DisciplineAvatar person={{ ...avatarOf(goal.owner), label: text('goal.owner', { name: avatarOf(goal.owner).label }) }} />}
          <GoalMenu goal={goal} />
        </span>
      </div>
      <p className={classes.domain}>{text(`goalDomain.${goal.domain}`)}{goal.scope === 'UPPER_BACK' && ` · ${text('goalScope.UPPER_BACK')}`}</p>
      <GoalWords goal={goal} />
      {goal.restatement && <p className={classes.restatement}>{goal.restatement}</p>}
      <TargetLine goal={goal} />
      <Attainment goal={goal} />
      {goal.endReason && <p className={classes.note}>{goal.endReason}</p>}
      {goal.participants.length > 0 && (
        <div className={classes.participants}>
          <span>{text('goal.with')}</span>
          <AvatarStack size="small" label={text('goal.with')} people={goal.participants.map((person) => avatarOf(person))} />
        </div>
      )}
      {hasNoPart && <p className={classes.lacking}><IconAlertTriangle size={14} aria-hidden="true" />{text('goal.noPart')}</p>}
      {isOpen && (!goal.owner || hasNoPart) && <Mending goal={goal} hasNoPart={hasNoPart} />}
    </ThingNews>
  );
});

/** The words open the goal; who may not write, and what is over, has no button. */
function GoalWords({ goal }: { goal: GoalCellFragment }) {
  const text = useText();
  const hands = usePlanHands();
  const words = text('goal.quote', { words: goal.words });
  if (!hands.mayWrite || goal.endedOn !== null) return <p className={classes.words}>{words}</p>;
  const id = `goal-${goal.id}`;
  return <p className={classes.words}><button type="button" id={id} className={classes.opener} onClick={() => hands.open({ kind: 'goal', id: goal.id }, { opener: id })}>{words}</button></p>;
}

/** What a goal lacks, with the step that mends it. */
function Mending({ goal, hasNoPart }: { goal: GoalCellFragment; hasNoPart: boolean }) {
  const text = useText();
  const desk = usePlanDesk();
  const quick = useQuickVerbs();
  if (!desk.mayWrite) return null;
  const own = (name: string) => `${name}-${goal.id}`;
  const about = (words: string) => text('planMenu.about', { words, name: goal.words });
  return (
    <div className={classes.mending}>
      {!goal.owner && desk.myDiscipline && (
        <Button size="compact-xs" variant="default" aria-label={about(text('goal.take'))} onClick={() => void quick.takeGoal(goal)}>{text('goal.take')}</Button>
      )}
      {!goal.owner && (
        <Button id={own('owner')} size="compact-xs" variant="default" aria-label={about(text('goal.chooseOwner'))} onClick={() => desk.open({ kind: 'goal', id: goal.id, at: 'ownerId' }, { opener: own('owner') })}>
          {text('goal.chooseOwner')}
        </Button>
      )}
      {hasNoPart && (
        <Button id={own('part')} size="compact-xs" variant="default" aria-label={about(text('goal.planPart'))} onClick={() => desk.open({ kind: 'new-activity', goalId: goal.id }, { opener: own('part') })}>
          {text('goal.planPart')}
        </Button>
      )}
    </div>
  );
}

function TargetLine({ goal }: { goal: GoalCellFragment }): ReactNode {
  const dates = useDates();
  const words = useTargetWords()(goal);
  return words ? <p className={classes.note} title={goal.target?.date ? dates.full(goal.target.date) : undefined}>{words}</p> : null;
}
