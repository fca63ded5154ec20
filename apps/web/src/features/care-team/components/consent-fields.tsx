import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { consentKindById, consentKinds } from '@plexus/catalogue/labels';
import { Notice } from '@plexus/ui';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import type { ConsentFormValues } from '../model/consents.ts';
import { DayField } from './team-fields.tsx';

const KINDS = consentKinds.map(({ id, name }) => ({ value: id as string, label: name as string }));
const VOICES = ['PATIENT', 'REPRESENTATIVE'] as const;
const FORMS = ['WRITTEN', 'SPOKEN', 'RECORDED'] as const;

/** Who says it: the patient, or a representative who is named. */
export function VoiceFields({ voice, representative, isRepresented }: { voice: object; representative: object; isRepresented: boolean }) {
  const text = useText();
  return (
    <>
      <NativeSelect required data={VOICES.map((value) => ({ value: value as string, label: text(`consent.voice.${value}`) }))} {...voice} />
      {isRepresented && <TextInput required autoComplete="off" {...representative} />}
    </>
  );
}

export function FormSelect(props: object) {
  const text = useText();
  return <NativeSelect required data={[{ value: '', label: '' }, ...FORMS.map((value) => ({ value: value as string, label: text(`consent.form.${value}`) }))]} {...props} />;
}

/** What is asked of a consent; what its kind has no use for is not asked. */
export function ConsentFields({ form, isNew }: { form: UseFormReturnType<ConsentFormValues>; isNew: boolean }) {
  const text = useText();
  const { today } = useDates();
  const field = (name: keyof ConsentFormValues & string) => ({ label: text(`field.consent.${name}` as 'field.consent.kind'), ...form.getInputProps(name) });
  const { kind, givenBy, givenOn, validFrom } = form.values;
  const known = consentKindById(kind);
  return (
    <>
      {isNew && <NativeSelect required data-autofocus data={[{ value: '', label: '' }, ...KINDS]} {...field('kind')} />}
      {known?.scope && <Notice tone="calm"><p>{known.scope}</p></Notice>}
      {known?.party && (
        <Group grow align="flex-start">
          <TextInput required autoComplete="off" {...field('partyName')} />
          {known.party === 'relative' && <TextInput autoComplete="off" {...field('partyRelation')} />}
        </Group>
      )}
      {known && !known.scope && <Textarea autosize description={text('consent.hint.scope')} {...field('scope')} />}
      <VoiceFields voice={field('givenBy')} representative={field('representative')} isRepresented={givenBy === 'REPRESENTATIVE'} />
      <Group grow align="flex-start">
        <FormSelect {...field('how')} />
        <DayField required max={today} {...field('givenOn')} />
      </Group>
      <Group grow align="flex-start">
        <DayField required min={givenOn} {...field('validFrom')} />
        <DayField min={validFrom} description={text('consent.hint.validTo')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...field('validTo')} />
      </Group>
      <Textarea autosize {...field('note')} />
    </>
  );
}
