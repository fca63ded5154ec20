import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DecideActivityDocument, RecordPastTreatmentDocument, type ActivityCellFragment, type TreatmentOutcome } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { catalogueChoice, choicesByColumn } from '../../model/catalogue-choices.ts';
import { OUTCOMES } from '../../model/move-form.ts';
import { EMPTY_DECISION, EMPTY_PAST, outcomeId, type DecideFormValues, type PastTreatmentFormValues } from '../../model/trial-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import { OutcomeField } from './outcome-field.tsx';
import { PanelForm } from './panel-form.tsx';
import classes from './panel.module.css';
import { scrolls } from './people-fields.tsx';

const DECISIONS = ['KEEP', 'CHANGE', 'STOP'] as const;
const DECISION_WORDS = { KEEP: 'trialForm.keep', CHANGE: 'trialForm.change', STOP: 'trialForm.stop' } as const;
const DECISION_FIELDS = Object.keys(EMPTY_DECISION);

/** At its review: keep, change or stop, with a reason; three choices of the same weight. What is to be changed is opened next. */
export function DecideForm({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const desk = usePlanDesk();
  const form = useForm<DecideFormValues>({ initialValues: EMPTY_DECISION });
  const { decision, reason, reviewOn } = form.values;
  const stops = decision === 'STOP';
  const plan = usePlanForm({
    document: DecideActivityDocument, form, fields: DECISION_FIELDS, stands: EMPTY_DECISION, read: () => EMPTY_DECISION, recordFields: { reason: 'decisionReason' },
    write: (_, after) => after.decision === '' ? null : {
      activityId: activity.id, decision: after.decision, reason: after.reason.trim(),
      ...(after.decision === 'STOP' ? after.outcome && { outcome: after.outcome } : { reviewOn: after.reviewOn || null }),
    },
    said: text('planDone.activity.decided'),
    onDone: () => (decision === 'CHANGE' ? desk.open({ kind: 'activity', id: activity.id }, { opener: `activity-${activity.id}` }) : desk.close()),
  });

  function submit() {
    void plan.save({
      ...(!decision && { decision: text('form.chooseOne') }),
      ...(!reason.trim() && { reason: text('form.required') }),
      ...(decision && !stops && !reviewOn && { reviewOn: text('form.required') }),
    });
  }

  return (
    <PanelForm {...plan} conflict={{ ...plan.conflict, onKeepTheirs: plan.discard }} title={text('trialForm.title')} about={activity.name} entity="activity" entityId={activity.id} submit={text('trialForm.submit')} fields={DECISION_FIELDS} onSubmit={submit}>
      <FieldGroup group="decision" entityId={activity.id}>
        <Field name="decision" entity="activity" entityId={activity.id} base={plan.base}>
          <Radio.Group required label={text('trialForm.decision')} {...form.getInputProps('decision')}>
            <div className={classes.choices}>{DECISIONS.map((value) => <Radio key={value} value={value} label={text(DECISION_WORDS[value])} />)}</div>
          </Radio.Group>
        </Field>
        <Field name="reason" field="decisionReason" entity="activity" entityId={activity.id} base={plan.base}>
          <Textarea autosize minRows={2} required label={text('trialForm.reason')} {...form.getInputProps('reason')} />
        </Field>
        {stops
          ? <OutcomeField activityId={activity.id} base={plan.base} {...form.getInputProps('outcome')} />
          : <Field name="reviewOn" entity="activity" entityId={activity.id} base={plan.base}><TextInput type="date" required label={text('trialForm.next')} {...form.getInputProps('reviewOn')} /></Field>}
      </FieldGroup>
    </PanelForm>
  );
}

const PAST_FIELDS = Object.keys(EMPTY_PAST);
const PAST_OUTCOMES: readonly TreatmentOutcome[] = [...OUTCOMES, 'DECLINED'];

/** What was tried before this plan: it counts when a later step asks what failed. */
export function PastTreatmentForm() {
  const text = useText();
  const form = useForm<PastTreatmentFormValues>({ initialValues: EMPTY_PAST });
  const { catalogueId, outcome } = form.values;
  const plan = usePlanForm({
    document: RecordPastTreatmentDocument, form, fields: PAST_FIELDS, stands: EMPTY_PAST, read: () => EMPTY_PAST,
    write: (_, after) => after.outcome === '' ? null : {
      catalogueId: after.catalogueId, discipline: after.discipline, outcome: after.outcome, endedOn: after.endedOn || null, reason: after.reason.trim() || null,
    },
    said: text('planDone.activity.past'),
  });

  function choose(id: string | null) {
    form.setValues({ catalogueId: id ?? '', discipline: catalogueChoice(id ?? '')?.disciplines[0] ?? '' });
  }

  return (
    <PanelForm
      {...plan} title={text('pastForm.title')} about={text('pastForm.about')} entity="activity" submit={text('pastForm.submit')} fields={PAST_FIELDS}
      onSubmit={() => void plan.save({ ...(!catalogueId && { catalogueId: text('form.chooseOne') }), ...(!outcome && { outcome: text('form.chooseOne') }) })}
    >
      <div data-field="catalogueId">
        <Select {...form.getInputProps('catalogueId')} {...scrolls} value={catalogueId || null} onChange={choose} data={choicesByColumn(undefined)} searchable required label={text('pastForm.what')} placeholder={text('activityForm.search')} nothingFoundMessage={text('activityForm.noneFound')} />
      </div>
      <div data-field="outcome">
        <Radio.Group required label={text('trialForm.outcome')} {...form.getInputProps('outcome')}>
          <div className={classes.choices}>{PAST_OUTCOMES.map((value) => <Radio key={value} value={value} label={text(outcomeId(value))} />)}</div>
        </Radio.Group>
      </div>
      <div data-field="endedOn"><TextInput type="date" label={text('pastForm.ended')} {...form.getInputProps('endedOn')} /></div>
      <div data-field="reason"><Textarea autosize minRows={2} label={text('pastForm.note')} {...form.getInputProps('reason')} /></div>
    </PanelForm>
  );
}
