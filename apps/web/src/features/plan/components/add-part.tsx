import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useText } from '../../../shared/text.ts';
import { usePlanHands } from '../hooks/plan-desk.ts';
import classes from './plan.module.css';

interface AddPartProps {
  readonly goalId: string;
  readonly words: string;
  readonly column: { readonly id: string; readonly name: string };
  readonly isEmpty: boolean;
}

/** Where a discipline's part of a goal would stand. Quiet until it is pointed at or focused; always seen where nothing points. */
export const AddPart = memo(function AddPart({ goalId, words, column, isEmpty }: AddPartProps) {
  const text = useText();
  const hands = usePlanHands();
  const opener = `part-${goalId}-${column.id}`;
  const label = text('goal.planPartOf', { column: column.name, words });
  return (
    <button type="button" id={opener} className={classes.add} data-empty={isEmpty || undefined} aria-label={label} title={label} onClick={() => hands.open({ kind: 'new-activity', goalId, column: column.id }, { opener })}>
      <IconPlus size={16} aria-hidden="true" />
    </button>
  );
});

/** On a telephone, where the columns without a part are not shown. */
export function AddPartOfGoal({ goalId, words }: { goalId: string; words: string }) {
  const text = useText();
  const hands = usePlanHands();
  const opener = `part-${goalId}`;
  return (
    <button type="button" id={opener} className={classes.addWide} aria-label={text('planMenu.about', { words: text('goal.planPart'), name: words })} onClick={() => hands.open({ kind: 'new-activity', goalId }, { opener })}>
      <IconPlus size={16} aria-hidden="true" />{text('goal.planPart')}
    </button>
  );
}
