import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { WithdrawRatingDocument, type GoalCellFragment, type GoalRatingPartsFragment } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { levelWords } from '../../model/attainment.ts';
import { PanelForm } from './panel-form.tsx';
import classes from './panel.module.css';

const FIELDS = ['reason'];

/** A rating that should not stand: why. It stays in the history. */
export function WithdrawRatingForm({ goal, rating }: { goal: GoalCellFragment; rating: GoalRatingPartsFragment }) {
  const text = useText();
  const dates = useDates();
  const desk = usePlanDesk();
  const [stands] = useState({ reason: '' });
  const form = useForm({ initialValues: stands });
  const plan = usePlanForm({
    document: WithdrawRatingDocument, form, fields: FIELDS, stands, read: () => stands,
    write: (_, { reason }) => ({ ratingId: rating.id, reason: reason.trim() }),
    said: text('planDone.goal.ratingWithdrawn'),
    onDone: () => desk.open({ kind: 'attainment', id: goal.id }, { replace: true }),
  });
  const line = text('ratings.line', { level: levelWords(rating.level), by: text(`raterBy.${rating.rater}`) });
  return (
    <PanelForm {...plan} title={text('withdrawForm.title')} about={text('goal.quote', { words: goal.words })} entity="goal" entityId={goal.id} submit={text('withdrawForm.submit')} isDangerous fields={FIELDS} onSubmit={() => void plan.save(form.values.reason.trim() ? {} : { reason: text('form.required') })}>
      <p className={classes.hint}>{line}, {dates.said(rating.ratedOn)}: {text('goal.quote', { words: rating.words })}</p>
      <div data-field="reason"><Textarea autosize minRows={2} required label={text('planPanel.why')} {...form.getInputProps('reason')} /></div>
    </PanelForm>
  );
}
