import { Button } from '@mantine/core';
import { useText } from '../../../../shared/text.ts';
import classes from './panel.module.css';

export interface LikeGoal {
  readonly id: string;
  readonly words: string;
  readonly owner: string | undefined;
}

interface LikeGoalOfferProps {
  readonly like: LikeGoal;
  readonly isSending: boolean;
  readonly onJoin: () => void;
  readonly onAnother: () => void;
}

/** A second goal with the same wish would divide the team: joining is offered before it is saved. */
export function LikeGoalOffer({ like: { words, owner }, isSending, onJoin, onAnother }: LikeGoalOfferProps) {
  const text = useText();
  return (
    <div className={classes.like} role="status">
      <p>{text('likeGoal.is')} <q>{words}</q>{owner && ` (${owner})`}</p>
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" onClick={onAnother}>{text('likeGoal.another')}</Button>
        <Button size="compact-sm" loading={isSending} onClick={onJoin}>{text('likeGoal.join')}</Button>
      </div>
    </div>
  );
}
