import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { RateGoalDocument, type GoalCellFragment } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { choiceOf, levelWords } from '../../model/attainment.ts';
import { textOrNull } from '../../model/form-values.ts';
import { Field } from './field-group.tsx';
import { LevelGrid } from './level-grid.tsx';
import { PanelForm } from './panel-form.tsx';
import { RatingList } from './rating-list.tsx';

const FIELDS = ['level', 'ratedOn', 'note'];

interface RateGoalProps {
  readonly goal: GoalCellFragment;
  readonly scale: readonly string[];
}

/** Rates a goal in two presses, and stays open for the other rater. */
export function RateGoalForm(props: RateGoalProps) {
  const [round, setRound] = useState(0);
  return <OneRating key={round} {...props} onRated={() => setRound(round + 1)} />;
}

function OneRating({ goal, scale, onRated }: RateGoalProps & { onRated: () => void }) {
  const text = useText();
  const dates = useDates();
  const desk = usePlanDesk();
  const [stands] = useState({ level: '', ratedOn: dates.today, note: '' });
  const form = useForm({ initialValues: stands });
  const choice = choiceOf(form.values.level);
  const plan = usePlanForm({
    document: RateGoalDocument,
    form,
    fields: FIELDS,
    stands,
    read: () => stands,
    write: (_, { level, ratedOn, note }) => {
      const chosen = choiceOf(level);
      return chosen && { goalId: goal.id, ...chosen, words: scale[chosen.level + 2]!, ratedOn, note: textOrNull(note) };
    },
    said: choice ? text('planDone.goal.rated', { level: levelWords(choice.level), by: text(`raterBy.${choice.rater}`) }) : '',
    onDone: onRated,
  });
  const errors = { ...(!choice && { level: text('form.chooseOne') }), ...(!form.values.ratedOn && { ratedOn: text('form.required') }) };
  const about = { entity: 'goal', entityId: goal.id, base: plan.base } as const;
  return (
    <PanelForm {...plan} title={text('rateForm.title')} about={text('goal.quote', { words: goal.words })} entity="goal" entityId={goal.id} submit={text('rateForm.save')} fields={FIELDS} onSubmit={() => void plan.save(errors)}>
      <Field name="level" {...about}><LevelGrid scale={scale} ratings={goal.ratings} {...form.getInputProps('level')} /></Field>
      <Field name="ratedOn" {...about}>
        <TextInput type="date" required min={goal.startedOn ?? undefined} max={dates.today} label={text('rateForm.ratedOn')} description={goal.startedOn && text('rateForm.since', { date: dates.said(goal.startedOn) })} {...form.getInputProps('ratedOn')} />
      </Field>
      <Field name="note" {...about}><TextInput autoComplete="off" maxLength={200} label={text('rateForm.note')} description={text('rateForm.noteHint')} {...form.getInputProps('note')} /></Field>
      {goal.endedOn === null && <Button variant="default" onClick={() => desk.open({ kind: 'scale', id: goal.id }, { replace: true })}>{text('rateForm.editScale')}</Button>}
      <RatingList ratings={goal.ratings ?? []} />
    </PanelForm>
  );
}
