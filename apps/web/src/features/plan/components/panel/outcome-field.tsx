import { Radio, type RadioGroupProps } from '@mantine/core';
import { useText } from '../../../../shared/text.ts';
import { OUTCOMES } from '../../model/move-form.ts';
import { outcomeId } from '../../model/trial-form.ts';
import { Field } from './field-group.tsx';
import classes from './panel.module.css';

/** How a treatment went. It may be left open: nobody is made to guess. */
export function OutcomeField({ activityId, base, ...input }: { activityId: string; base: number } & Omit<RadioGroupProps, 'children'>) {
  const text = useText();
  return (
    <Field name="outcome" entity="activity" entityId={activityId} base={base}>
      <Radio.Group label={text('trialForm.outcome')} description={text('trialForm.outcomeHint')} {...input}>
        <div className={classes.choices}>
          {OUTCOMES.map((value) => <Radio key={value} value={value} label={text(outcomeId(value))} />)}
          <Radio value="" label={text('trialForm.notSaid')} />
        </div>
      </Radio.Group>
    </Field>
  );
}
