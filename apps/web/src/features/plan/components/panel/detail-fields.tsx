import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { bodySiteById } from '@plexus/catalogue/labels';
import { measures } from '@plexus/catalogue/measures';
import { type ActivityDetailName, type DetailSpec, type OrderFacts, detailSpec, detailsOfForm } from '@plexus/domain';
import type { ActivityCellFragment } from '../../../../gql/index.ts';
import { useText, useWord } from '../../../../shared/text.ts';
import type { ActivityFormValues } from '../../model/activity-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import classes from './panel.module.css';
import { OwnerSelect } from './people-fields.tsx';
import { TaperSteps } from './taper-steps.tsx';

interface DetailFieldsProps {
  readonly form: UseFormReturnType<ActivityFormValues>;
  readonly facts: OrderFacts;
  readonly base: number;
  readonly activity?: ActivityCellFragment;
}

/** What an activity of this kind says, in the order of the domain's table. Fields of one order stand together; the others each with those of its own group. */
export function DetailFields({ form, facts, base, activity }: DetailFieldsProps) {
  const text = useText();
  const names = detailsOfForm(facts.form);
  const groups = [...new Set(names.map((name) => detailSpec(name).group))];
  return groups.map((group) => (
    <FieldGroup key={group} group={group} entityId={activity?.id} legend={group === 'order' ? text(`detailForm.${facts.form}`) : group === 'measure' ? text('detailForm.measured') : undefined}>
      <div className={classes.pair}>
        {names.filter((name) => detailSpec(name).group === group).map((name) => (
          <div key={name} className={isWide(name, detailSpec(name)) ? classes.wide : undefined}>
            <Field name={name} entity="activity" entityId={activity?.id} base={base}><DetailControl name={name} form={form} facts={facts} activity={activity} /></Field>
          </div>
        ))}
      </div>
    </FieldGroup>
  ));
}

const isWide = (name: ActivityDetailName, { type }: DetailSpec): boolean => ['steps', 'text', 'measure', 'person'].includes(type) && name !== 'doseUnit';

function DetailControl({ name, form, facts, activity }: Omit<DetailFieldsProps, 'base'> & { name: ActivityDetailName }) {
  const text = useText();
  const word = useWord();
  const spec = detailSpec(name);
  const label = text(`field.activity.${name}`);
  const nothing = { value: '', label: text('detailForm.none') };
  const input = form.getInputProps(name);
  const known = choicesOf(name, facts);
  if (known) return <NativeSelect label={label} data={[nothing, ...known.map((value) => ({ value, label: value }))]} {...input} />;
  switch (spec.type) {
    case 'steps':
      return <TaperSteps form={form} unit={form.values.doseUnit} />;
    case 'code':
      return <NativeSelect label={label} data={[nothing, ...spec.codes!.map((value) => ({ value, label: word(`value.activity.${name}.${value}`, value) }))]} {...input} />;
    case 'yes-no':
      return <NativeSelect label={label} data={[nothing, { value: 'yes', label: text('detailForm.yes') }, { value: 'no', label: text('detailForm.no') }]} {...input} />;
    case 'site':
      return <NativeSelect label={label} data={[nothing, ...facts.sites.map((value) => ({ value, label: bodySiteById(value)?.name ?? value }))]} {...input} />;
    case 'measure':
      return <NativeSelect label={label} data={[{ value: '', label: text('detailForm.noMeasure') }, ...measures.map(({ id, name: words }) => ({ value: id as string, label: words }))]} {...input} />;
    case 'person':
      return <OwnerSelect label={label} nobody={text('detailForm.none')} owner={activity?.supervisor} required={facts.form === 'infusion'} {...input} />;
    case 'date':
      return <TextInput type="date" label={label} {...input} />;
    default:
      return <TextInput autoComplete="off" inputMode={spec.type === 'text' ? 'text' : 'decimal'} label={label} {...input} />;
  }
}

/** Units and drugs are the catalogue's, where it names them. */
function choicesOf(name: ActivityDetailName, facts: OrderFacts): readonly string[] | null {
  const known = name === 'doseUnit' ? facts.doseUnits : name === 'drug' ? facts.drugs : [];
  return known.length ? known : null;
}
