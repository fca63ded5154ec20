import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { planTemplates } from '@plexus/catalogue/plan-templates';
import { ApplyPlanTemplateDocument } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { EMPTY_TEMPLATE, FROM_PATIENT, missingWords, templateChoice, templateInput, wordsOf, type TemplateFormValues } from '../../model/template-form.ts';
import { PanelForm } from './panel-form.tsx';
import panelClasses from './panel.module.css';
import { TemplateFields } from './template-fields.tsx';
import { StructurePatient, usePatientStructure } from './structure-patient.tsx';

const read = () => EMPTY_TEMPLATE;

/** What plans of one kind usually begin with, or what a colleague's patient has: chosen line by line, said in this patient's words, owned by nobody yet. */
export function TemplateForm() {
  const text = useText();
  const desk = usePlanDesk();
  const form = useForm<TemplateFormValues>({ initialValues: EMPTY_TEMPLATE });
  const { source, fromPatientId, goals, parts } = form.values;
  const ofPatient = usePatientStructure(source === FROM_PATIENT ? fromPatientId : '');
  const choosable = source === FROM_PATIENT ? ofPatient.structure : templateChoice(source);
  const fields = ['source', 'fromPatientId', ...goals.map(wordsOf), 'goals', 'parts'];
  const plan = usePlanForm({
    document: ApplyPlanTemplateDocument, form, fields, stands: EMPTY_TEMPLATE, read,
    write: (_, after) => templateInput(after),
    recordFields: Object.fromEntries(fields.map((field) => [field, 'status'])),
    said: text('template.done'),
  });
  const isEmpty = goals.length + parts.length === 0;

  // Another structure has other keys.
  const choose = (from: Partial<TemplateFormValues>) => form.setValues({ ...EMPTY_TEMPLATE, source, ...from });

  function submit() {
    void plan.save({
      ...(!source && { source: text('form.chooseOne') }),
      ...(source === FROM_PATIENT && !fromPatientId && { fromPatientId: text('form.chooseOne') }),
      ...(choosable && isEmpty && { goals: text('violation.TEMPLATE_EMPTY') }),
      ...Object.fromEntries(missingWords(form.values).map((field) => [field, text('form.required')])),
    });
  }

  return (
    <PanelForm
      {...plan}
      title={text('template.title')}
      entity="plan"
      submit={text('template.submit')}
      fields={fields}
      onSubmit={submit}
      offer={choosable && !isEmpty && <p className={panelClasses.hint} role="status">{text('template.adds', { goals: goals.filter((key) => !form.values[`joins:${key}`]).length, parts: parts.length })}</p>}
    >
      <div className={panelClasses.plain} data-field="source">
        <NativeSelect
          required
          label={text('template.source')}
          data={[{ value: '', label: text('template.choose') }, ...planTemplates.map(({ id, name }) => ({ value: id, label: name })), { value: FROM_PATIENT, label: text('template.fromPatient') }]}
          {...form.getInputProps('source')}
          onChange={(event) => choose({ source: event.currentTarget.value })}
        />
        {choosable?.about && <p className={panelClasses.hint}>{choosable.about}</p>}
      </div>
      {source === FROM_PATIENT && <StructurePatient form={form} except={desk.patient.id} failed={ofPatient.failed} onChoose={(id) => choose({ source: FROM_PATIENT, fromPatientId: id })} />}
      {choosable && <TemplateFields form={form} choosable={choosable} />}
    </PanelForm>
  );
}
