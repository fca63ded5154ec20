import { Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { MoveActivityDocument, MoveGoalDocument, type ActivityCellFragment, type ActivityVerb, type GoalCellFragment, type GoalVerb } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { activityAsksWhy, EMPTY_MOVE, ENDINGS, goalAsksWhy, type MoveFormValues } from '../../model/move-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import { OutcomeField } from './outcome-field.tsx';
import { PanelForm } from './panel-form.tsx';
import classes from './panel.module.css';

const FIELDS = ['achievement', 'outcome', 'reason'];
const RECORD_FIELDS = { reason: 'status' };
const read = () => EMPTY_MOVE;

/** Pauses, completes or cancels a goal: how it went, and why when it ends short. */
export function MoveGoalForm({ goal, verb }: { goal: GoalCellFragment; verb: GoalVerb }) {
  const text = useText();
  const form = useForm<MoveFormValues>({ initialValues: EMPTY_MOVE });
  const { achievement, reason } = form.values;
  const asksWhy = goalAsksWhy(verb, achievement);
  const plan = usePlanForm({
    document: MoveGoalDocument, form, fields: FIELDS, stands: EMPTY_MOVE, read, recordFields: RECORD_FIELDS,
    write: (_, after) => ({ goalId: goal.id, verb, ...(after.achievement && { achievement: after.achievement }), ...(after.reason.trim() && { reason: after.reason.trim() }) }),
    said: text(`planDone.goal.${verb}`),
  });
  const isPossible = goal.transitions.includes(verb) || plan.outcome !== null;

  function submit() {
    void plan.save({
      ...(verb === 'COMPLETE' && !achievement && { achievement: text('form.chooseOne') }),
      ...(asksWhy && !reason.trim() && { reason: text('form.required') }),
    });
  }

  return (
    <PanelForm
      {...plan}
      conflict={{ ...plan.conflict, onKeepTheirs: plan.discard }}
      title={text(`goalVerb.${verb}.title`)}
      about={text('goal.quote', { words: goal.words })}
      entity="goal"
      entityId={goal.id}
      submit={text(`goalVerb.${verb}`)}
      isDangerous={verb === 'CANCEL'}
      fields={FIELDS}
      onSubmit={submit}
    >
      {!isPossible && <Notice tone="warn"><p>{text('planPanel.notPossible', { status: text(`goalStatus.${goal.status}`) })}</p></Notice>}
      <FieldGroup group="status" entityId={goal.id}>
        {verb === 'COMPLETE' && (
          <Field name="achievement" entity="goal" entityId={goal.id} base={plan.base}>
            <Radio.Group required label={text('goalForm.howItWent')} {...form.getInputProps('achievement')}>
              <div className={classes.choices}>{ENDINGS.map((value) => <Radio key={value} value={value} label={text(`goalAchievement.${value}`)} />)}</div>
            </Radio.Group>
          </Field>
        )}
        <Field name="reason" field="endReason" entity="goal" entityId={goal.id} base={plan.base}>
          <Textarea autosize minRows={2} required={asksWhy} label={text(verb === 'COMPLETE' ? 'planPanel.reasonEnd' : 'planPanel.why')} {...form.getInputProps('reason')} />
        </Field>
      </FieldGroup>
    </PanelForm>
  );
}

/** Pauses, completes, stops or declines a part: why. */
export function MoveActivityForm({ activity, verb }: { activity: ActivityCellFragment; verb: ActivityVerb }) {
  const text = useText();
  const form = useForm<MoveFormValues>({ initialValues: EMPTY_MOVE });
  const asksWhy = activityAsksWhy(verb);
  const plan = usePlanForm({
    document: MoveActivityDocument, form, fields: FIELDS, stands: EMPTY_MOVE, read, recordFields: RECORD_FIELDS,
    write: (_, after) => ({ activityId: activity.id, verb, ...(after.outcome && { outcome: after.outcome }), ...(after.reason.trim() && { reason: after.reason.trim() }) }),
    said: text(`planDone.activity.${verb}`),
  });
  const isPossible = activity.transitions.includes(verb) || plan.outcome !== null;

  return (
    <PanelForm
      {...plan}
      conflict={{ ...plan.conflict, onKeepTheirs: plan.discard }}
      title={text(`activityVerb.${verb}.title`)}
      about={activity.name}
      entity="activity"
      entityId={activity.id}
      submit={text(`activityVerb.${verb}`)}
      isDangerous={verb === 'STOP'}
      fields={FIELDS}
      at={asksWhy ? 'reason' : undefined}
      onSubmit={() => void plan.save(asksWhy && !form.values.reason.trim() ? { reason: text('form.required') } : {})}
    >
      {!isPossible && <Notice tone="warn"><p>{text('planPanel.notPossible', { status: text(`activityStatus.${activity.status}`) })}</p></Notice>}
      <FieldGroup group="status" entityId={activity.id}>
        {(verb === 'COMPLETE' || verb === 'STOP') && <OutcomeField activityId={activity.id} base={plan.base} {...form.getInputProps('outcome')} />}
        <Field name="reason" field="statusReason" entity="activity" entityId={activity.id} base={plan.base}>
          <Textarea autosize minRows={2} required={asksWhy} label={text(asksWhy ? 'planPanel.why' : 'planPanel.reasonEnd')} {...form.getInputProps('reason')} />
        </Field>
      </FieldGroup>
    </PanelForm>
  );
}
