import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { implantedDevices } from '@plexus/catalogue/labels';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { isSided, type DeviceFormValues } from '../model/device-form.ts';
import classes from '../../../shared/record-card.module.css';

const KINDS = implantedDevices.map(({ id, name }) => ({ value: id as string, label: name as string }));
const SIDES = ['LEFT', 'RIGHT', 'BOTH'] as const;
const MRI_CONDITIONS = ['NOT_KNOWN', 'SAFE', 'CONDITIONAL', 'UNSAFE'] as const;

/** What is asked of a device, in the order in which a card says it. */
export function DeviceFields({ form }: { form: UseFormReturnType<DeviceFormValues> }) {
  const text = useText();
  const { today } = useDates();
  const field = (name: keyof DeviceFormValues) => ({ label: text(`field.device.${name}`), ...form.getInputProps(name) });
  return (
    <>
      <NativeSelect required data={[{ value: '', label: '' }, ...KINDS]} {...field('kind')} />
      <div className={classes.pair}>
        <TextInput {...field('maker')} />
        <TextInput required={form.values.kind === 'other'} {...field('model')} />
      </div>
      <div className={classes.pair}>
        <TextInput {...field('serial')} />
        <TextInput type="date" max={today} {...field('implantedOn')} />
      </div>
      <div className={classes.pair}>
        <TextInput description={text('device.hint.site')} {...field('site')} />
        {isSided(form.values.kind) && (
          <NativeSelect description={text('device.hint.side')} data={[{ value: '', label: '' }, ...SIDES.map((value) => ({ value: value as string, label: text(`device.side.${value}`) }))]} {...field('side')} />
        )}
      </div>
      <TextInput type="date" max={today} description={text('device.hint.cardSeenOn')} {...field('cardSeenOn')} />
      <NativeSelect description={text('device.hint.mriCondition')} data={MRI_CONDITIONS.map((value) => ({ value: value as string, label: text(`device.mri.${value}`) }))} {...field('mriCondition')} />
      <Textarea autosize minRows={2} required={form.values.mriCondition === 'CONDITIONAL'} description={text('device.hint.mriTerms')} {...field('mriTerms')} />
      <Textarea autosize description={text('device.hint.followedBy')} {...field('followedBy')} />
      <Textarea autosize {...field('note')} />
    </>
  );
}
