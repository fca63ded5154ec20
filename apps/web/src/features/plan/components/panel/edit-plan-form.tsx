import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EditPlanDocument } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { PLAN_FIELDS, planChanges, planFormOf, type PlanFormValues } from '../../model/plan-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import { PanelForm } from './panel-form.tsx';

/** What the whole plan says, and when it is looked at again. */
export function EditPlanForm() {
  const text = useText();
  const { patient: { plan: now } } = usePlanDesk();
  const stands = planFormOf(now);
  const form = useForm<PlanFormValues>({ initialValues: stands });
  const plan = usePlanForm({
    document: EditPlanDocument,
    form,
    fields: PLAN_FIELDS,
    stands,
    read: (patient) => planFormOf(patient.plan),
    write: (before, after) => {
      const changes = planChanges(before, after);
      return Object.keys(changes).length ? changes : null;
    },
    said: text('planDone.plan.edited'),
  });
  const about = { entity: 'plan', entityId: now.id, base: plan.base } as const;
  const group = { entityId: now.id };
  return (
    <PanelForm {...plan} title={text('planForm.title')} entity="plan" entityId={now.id} submit={text('action.save')} fields={PLAN_FIELDS} onSubmit={() => void plan.save(form.values.title.trim() ? {} : { title: text('form.required') })}>
      <FieldGroup {...group} group="title"><Field name="title" {...about}><TextInput required label={text('field.plan.title')} {...form.getInputProps('title')} /></Field></FieldGroup>
      <FieldGroup {...group} group="summary"><Field name="summary" {...about}><Textarea autosize minRows={4} label={text('field.plan.summary')} {...form.getInputProps('summary')} /></Field></FieldGroup>
      <FieldGroup {...group} group="agreedMessage">
        <Field name="agreedMessage" {...about}><Textarea autosize minRows={2} label={text('field.plan.agreedMessage')} description={text('planForm.messageHint')} {...form.getInputProps('agreedMessage')} /></Field>
      </FieldGroup>
      <FieldGroup {...group} group="reviewDate"><Field name="reviewDate" {...about}><TextInput type="date" label={text('field.plan.reviewDate')} {...form.getInputProps('reviewDate')} /></Field></FieldGroup>
    </PanelForm>
  );
}
