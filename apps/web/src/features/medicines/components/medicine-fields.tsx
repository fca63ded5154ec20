import { Autocomplete, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { knownDrugs } from '@plexus/catalogue/medicines';
import { useText } from '../../../shared/text.ts';
import shared from '../../../shared/record-card.module.css';
import { useMedicineWords } from '../../../shared/use-medicine-words.ts';
import { KINDS, ROUTES, SOURCES, UNITS, type MedicineFormValues } from '../model/medicine-form.ts';
import classes from './medicines.module.css';

const DRUGS = knownDrugs.map((drug) => drug.replaceAll('-', ' '));
/** The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches. */
const scrolls = { withScrollArea: false, styles: { dropdown: { maxHeight: 260, overflowY: 'auto' } } } as const;

interface FieldsProps {
  readonly form: UseFormReturnType<MedicineFormValues>;
}

/** What and how much; since when; of what kind and who says so. */
export function MedicineFields({ form, isOpioid }: FieldsProps & { isOpioid: boolean }) {
  const text = useText();
  const { code } = useMedicineWords();
  const notSaid = { value: '', label: text('medicineForm.notSaid') };
  const choose = { value: '', label: '' };
  const choices = (field: Parameters<typeof code>[0], values: readonly string[]) => values.map((value) => ({ value, label: code(field, value) }));
  return (
    <>
      <fieldset className={shared.section}>
        <legend>{text('medicineForm.order')}</legend>
        <div className={classes.fields}>
          <Autocomplete required className={classes.wide} label={text('field.medicine.drug')} description={text('medicineForm.drugHint')} data={DRUGS} limit={8} openOnFocus={false} comboboxProps={{ withinPortal: false }} {...scrolls} {...form.getInputProps('drug')} />
          <TextInput inputMode="decimal" autoComplete="off" label={text('field.medicine.doseAmount')} {...form.getInputProps('doseAmount')} />
          <NativeSelect label={text('field.medicine.doseUnit')} data={[notSaid, ...choices('doseUnit', UNITS)]} {...form.getInputProps('doseUnit')} />
          <NativeSelect label={text('field.medicine.route')} data={[notSaid, ...choices('route', ROUTES)]} {...form.getInputProps('route')} />
          <TextInput inputMode="numeric" autoComplete="off" label={text('field.medicine.timesPerDay')} description={form.values.asNeeded ? text('medicineForm.timesHint') : undefined} {...form.getInputProps('timesPerDay')} />
          <Checkbox className={classes.check} label={text('field.medicine.asNeeded')} {...form.getInputProps('asNeeded', { type: 'checkbox' })} />
        </div>
      </fieldset>
      <div className={classes.fields}>
        <NativeSelect required label={text('field.medicine.kind')} data={[choose, ...choices('kind', KINDS)]} {...form.getInputProps('kind')} />
        <NativeSelect required label={text('field.medicine.source')} data={[choose, ...choices('source', SOURCES)]} {...form.getInputProps('source')} />
        <TextInput autoComplete="off" label={text('field.medicine.prescriber')} {...form.getInputProps('prescriber')} />
        <TextInput type="date" label={text('field.medicine.since')} {...form.getInputProps('since')} />
        <TextInput type="date" label={text('field.medicine.until')} {...form.getInputProps('until')} />
        <Textarea className={classes.wide} autosize minRows={1} label={text('field.medicine.note')} {...form.getInputProps('note')} />
      </div>
      {isOpioid && <OpioidFields form={form} />}
    </>
  );
}

function OpioidFields({ form }: FieldsProps) {
  const text = useText();
  const yesNo = [{ value: '', label: text('medicineForm.notSaid') }, { value: 'yes', label: text('value.yes') }, { value: 'no', label: text('value.no') }];
  return (
    <fieldset className={shared.section}>
      <legend>{text('medicineForm.opioid')}</legend>
      <div className={classes.fields}>
        <TextInput type="date" label={text('field.medicine.monitoringCheckedOn')} {...form.getInputProps('monitoringCheckedOn')} />
        <TextInput type="date" label={text('field.medicine.agreementOn')} {...form.getInputProps('agreementOn')} />
        <NativeSelect label={text('field.medicine.hasNaloxone')} data={yesNo} {...form.getInputProps('hasNaloxone')} />
        <TextInput inputMode="decimal" autoComplete="off" label={text('field.medicine.morphineEquivalent')} description={text('medicineForm.morphineHint')} {...form.getInputProps('morphineEquivalent')} />
        <TextInput autoComplete="off" label={text('field.medicine.morphineEquivalentSource')} description={text('medicineForm.morphineSourceHint')} {...form.getInputProps('morphineEquivalentSource')} />
      </div>
    </fieldset>
  );
}
