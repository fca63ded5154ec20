import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useIntl } from 'react-intl';
import { useText } from '../../../shared/text.ts';
import { languageChoices } from '../../../shared/languages.ts';
import type { PatientFormValues } from '../model/patient-form.ts';

type PatientForm = UseFormReturnType<PatientFormValues>;
const SEXES = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;

/** Who the patient is: what tells two people apart comes first. */
export function WhoFields({ form }: { form: PatientForm }) {
  const text = useText();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      <TextInput required autoComplete="off" label={text('field.patient.givenName')} {...form.getInputProps('givenName')} />
      <TextInput required autoComplete="off" label={text('field.patient.familyName')} {...form.getInputProps('familyName')} />
      <TextInput autoComplete="off" label={text('field.patient.preferredName')} description={text('patient.hint.preferredName')} {...form.getInputProps('preferredName')} />
      <TextInput autoComplete="off" label={text('field.patient.pronouns')} description={text('patient.hint.pronouns')} {...form.getInputProps('pronouns')} />
      <TextInput required type="date" label={text('field.patient.birthDate')} {...form.getInputProps('birthDate')} />
      <TextInput required autoComplete="off" label={text('field.patient.mrn')} {...form.getInputProps('mrn')} />
      <NativeSelect
        required
        label={text('field.patient.sex')}
        data={[{ value: '', label: '' }, ...SEXES.map((sex) => ({ value: sex, label: text(`sex.${sex}`) }))]}
        {...form.getInputProps('sex')}
      />
    </SimpleGrid>
  );
}

export function ContactFields({ form }: { form: PatientForm }) {
  const text = useText();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      <TextInput type="tel" autoComplete="off" label={text('field.patient.phone')} {...form.getInputProps('phone')} />
      <TextInput type="email" autoComplete="off" label={text('field.patient.email')} {...form.getInputProps('email')} />
      <Textarea autosize={false} rows={2} autoComplete="off" label={text('field.patient.address')} {...form.getInputProps('address')} />
    </SimpleGrid>
  );
}

export function LanguageFields({ form }: { form: PatientForm }) {
  const text = useText();
  const { locale } = useIntl();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      <NativeSelect
        label={text('field.patient.language')}
        data={[{ value: '', label: text('patient.notRecorded') }, ...languageChoices(form.values.language, locale)]}
        {...form.getInputProps('language')}
      />
      <Checkbox style={{ alignSelf: 'end', paddingBottom: '0.5rem' }} label={text('field.patient.interpreterNeeded')} {...form.getInputProps('interpreterNeeded', { type: 'checkbox' })} />
      <TextInput label={text('field.patient.accessNeeds')} description={text('patient.hint.accessNeeds')} {...form.getInputProps('accessNeeds')} />
    </SimpleGrid>
  );
}
