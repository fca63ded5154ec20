import { useForm } from '@mantine/form';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { EditGoalDocument, JoinGoalDocument, ProposeGoalDocument, type GoalCellFragment, type GoalDomain } from '../../../../gql/index.ts';
import { columnIdOf } from '../../../../shared/labels.ts';
import { useText } from '../../../../shared/text.ts';
import type { CommandOutcome } from '../../../../shared/use-command.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { useOutcomeWords } from '../../hooks/use-outcome-words.ts';
import { usePlanCommand } from '../../hooks/use-plan-command.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { EMPTY_GOAL, GOAL_FIELDS, GOAL_RECORD_FIELDS, goalChanges, goalErrors, goalFormOf, newGoalOf, type GoalFormValues } from '../../model/goal-form.ts';
import { likeGoals } from '../../model/like-goals.ts';
import { GoalFields } from './goal-fields.tsx';
import { LikeGoalOffer, type LikeGoal } from './like-goal-offer.tsx';
import { PanelForm } from './panel-form.tsx';

/** What the form sees itself, in words. */
function useErrorWords() {
  const text = useText();
  return (values: GoalFormValues): Record<string, string> =>
    Object.fromEntries(Object.entries(goalErrors(values)).map(([field, id]) => [field, text(id)]));
}

export function EditGoalForm({ goal, at }: { goal: GoalCellFragment; at?: string }) {
  const text = useText();
  const errorWords = useErrorWords();
  const stands = goalFormOf(goal);
  const form = useForm<GoalFormValues>({ initialValues: stands });
  const plan = usePlanForm({
    document: EditGoalDocument,
    form,
    fields: GOAL_FIELDS,
    stands,
    read: ({ plan: { goals } }) => { const now = goals.find(({ id }) => id === goal.id); return now ? goalFormOf(now) : null; },
    write: (before, after) => {
      const changes = goalChanges(before, after);
      return Object.keys(changes).length ? { goalId: goal.id, ...changes, ...(after.reason.trim() && { reason: after.reason.trim() }) } : null;
    },
    recordFields: GOAL_RECORD_FIELDS,
    said: text('planDone.goal.edited'),
  });
  return (
    <PanelForm {...plan} title={text('goalForm.editTitle')} about={text('goal.quote', { words: goal.words })} entity="goal" entityId={goal.id} submit={text('action.save')} fields={GOAL_FIELDS} at={at} onSubmit={() => void plan.save(errorWords(form.values))}>
      <GoalFields form={form} base={plan.base} goal={goal} />
      <TextInput label={text('planPanel.changeReason')} description={text('planPanel.changeReasonHint')} {...form.getInputProps('reason')} />
    </PanelForm>
  );
}

export function NewGoalForm({ domain = '' }: { domain?: GoalDomain | '' }) {
  const text = useText();
  const desk = usePlanDesk();
  const errorWords = useErrorWords();
  const stands = { ...EMPTY_GOAL, domain };
  const form = useForm<GoalFormValues>({ initialValues: stands });
  const [distinctFrom, setDistinctFrom] = useState<readonly string[]>([]);
  const join = useJoin();
  const plan = usePlanForm({
    document: ProposeGoalDocument,
    form,
    fields: GOAL_FIELDS,
    stands,
    read: () => stands,
    write: (_, after) => newGoalOf(after, distinctFrom),
    recordFields: GOAL_RECORD_FIELDS,
    said: text('planDone.goal.proposed'),
  });
  const like = useLikeGoal(form.values, distinctFrom, plan.outcome);
  // The offer says it already.
  const outcome = plan.outcome?.kind === 'refused' && plan.outcome.violations.every(({ code }) => code === 'GOAL_SIMILAR') ? null : plan.outcome;

  return (
    <PanelForm
      {...plan}
      outcome={outcome ?? join.failed}
      title={text('goalForm.newTitle')}
      entity="goal"
      submit={text('goalForm.propose')}
      fields={GOAL_FIELDS}
      onSubmit={() => void plan.save(errorWords(form.values))}
      offer={like && (
        <LikeGoalOffer like={like} isSending={join.sending} onJoin={() => void join.join(like)} onAnother={() => setDistinctFrom([...distinctFrom, like.id])} />
      )}
    >
      <GoalFields form={form} base={desk.revision} />
    </PanelForm>
  );
}

/** The first open goal like this one, as the plan shows it or as the server said when a colleague was faster. */
function useLikeGoal({ words, domain }: GoalFormValues, distinctFrom: readonly string[], outcome: CommandOutcome<unknown> | null): LikeGoal | undefined {
  const desk = usePlanDesk();
  const [goal] = likeGoals({ words, domain }, desk.patient.plan.goals, distinctFrom);
  if (goal) return { id: goal.id, words: goal.words, owner: goal.owner?.name };
  const refused = outcome?.kind === 'refused' ? outcome.violations.find(({ code }) => code === 'GOAL_SIMILAR') : undefined;
  const told = Object.fromEntries(refused?.params.map(({ name, value }) => [name, value]) ?? []);
  if (!told.goalId || distinctFrom.includes(told.goalId)) return undefined;
  return { id: told.goalId, words: told.words ?? '', owner: desk.goal(told.goalId)?.owner?.name };
}

/** Joining leads on to the part that one's own discipline does for it. */
function useJoin() {
  const text = useText();
  const desk = usePlanDesk();
  const { run, sending } = usePlanCommand(JoinGoalDocument);
  const sayOutcome = useOutcomeWords();
  const [failed, setFailed] = useState<Awaited<ReturnType<typeof run>> | null>(null);

  async function join({ id, words }: LikeGoal) {
    const outcome = await run({ goalId: id }, desk.revision, { thing: id });
    if (outcome.kind !== 'done') return setFailed(outcome.kind === 'conflict' ? { kind: 'refused', violations: [{ __typename: 'Violation', code: '', field: null, message: sayOutcome(outcome), params: [] }] } : outcome);
    desk.settle(outcome.value, { said: text('planDone.goal.joined', { words }), fields: ['participants'] });
    desk.open({ kind: 'new-activity', goalId: id, column: columnIdOf(desk.myDiscipline) ?? undefined }, { replace: true });
  }
  return { join, sending, failed };
}
