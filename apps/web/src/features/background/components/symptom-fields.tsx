import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { bodyPlaceById, SYMPTOM_PATTERNS, symptoms } from '@plexus/catalogue/labels';
import { useText } from '../../../shared/text.ts';
import { IN_WORDS, type SymptomFormValues } from '../model/symptom-form.ts';
import classes from './background.module.css';

const SEVERITIES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
const PATTERNS = Object.entries(SYMPTOM_PATTERNS);

export function SymptomFields({ form }: { form: UseFormReturnType<SymptomFormValues> }) {
  const text = useText();
  const { code, places } = form.values;
  return (
    <>
      <NativeSelect
        required
        label={text('symptom.which')}
        data={[{ value: '', label: '' }, ...symptoms.map(({ id, name }) => ({ value: id as string, label: name as string })), { value: IN_WORDS, label: text('symptom.inWords') }]}
        {...form.getInputProps('code')}
      />
      {code === IN_WORDS && <TextInput required label={text('symptom.words')} {...form.getInputProps('words')} />}
      <div>
        <strong>{text('symptom.places')}</strong>
        <p className={classes.note} aria-live="polite">{places.length ? places.map((id) => bodyPlaceById(id)?.name ?? id).join(', ') : text('symptom.placesNone')}</p>
        {form.errors.places && <p className={classes.hole}>{form.errors.places}</p>}
      </div>
      <Radio.Group label={text('symptom.severityAsk')} {...form.getInputProps('severity')}>
        <div className={classes.choices}>
          {SEVERITIES.map((value) => <Radio key={value} value={value} label={value} />)}
          <Radio value="" label={text('symptom.notAsked')} />
        </div>
      </Radio.Group>
      <Checkbox.Group label={text('symptom.patterns')} {...form.getInputProps('patterns')}>
        <div className={classes.choices}>{PATTERNS.map(([id, name]) => <Checkbox key={id} value={id} label={name} />)}</div>
      </Checkbox.Group>
      <TextInput label={text('symptom.patternWords')} {...form.getInputProps('patternWords')} />
      <div className={classes.pair}>
        <TextInput type="date" label={text('symptom.begin')} {...form.getInputProps('since')} />
        <TextInput type="date" label={text('symptom.end')} {...form.getInputProps('resolvedOn')} />
      </div>
      <Textarea autosize minRows={2} label={text('symptom.note')} {...form.getInputProps('note')} />
    </>
  );
}
