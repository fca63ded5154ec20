import { Button } from '@mantine/core';
import { useState } from 'react';
import { RemoveRedFlagScreenDocument, type BackgroundPatientFragment, type ScreenSheetFragment } from '../../../gql/index.ts';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './background.module.css';
import { DecideForm } from './decide-form.tsx';
import { RemoveForm } from './remove-form.tsx';

interface ScreenSheetProps {
  readonly patient: BackgroundPatientFragment;
  readonly screen: ScreenSheetFragment;
  readonly maySign: boolean;
}

/** What one signed sheet says, and what can still be done with it: decide, or say that it is wrong. */
export function ScreenSheet({ patient, screen, maySign }: ScreenSheetProps) {
  const text = useText();
  const dates = useDates();
  const { id, result, yes, notAsked, decision, decisionReason, decidedBy, signedAt, signedBy } = screen;
  const isPositive = result !== 'NONE';
  const [form, setForm] = useState<'decide' | 'remove' | null>(null);
  useRequestedForm((opens) => {
    if (opens === `decide:${id}`) setForm(maySign ? 'decide' : null);
    if (opens === `remove-red-flag-screen:${id}`) setForm(maySign ? 'remove' : null);
    return opens === `decide:${id}` || opens === `remove-red-flag-screen:${id}`;
  });
  const close = () => setForm(null);
  return (
    <>
      {yes.length > 0 && <ul className={classes.found}>{yes.map(({ item, name, detail }) => <li key={item}><strong>{name}</strong>: {detail}</li>)}</ul>}
      {notAsked.length > 0 && <p className={classes.note}>{text('screen.notAskedList', { items: notAsked.map(({ name }) => name).join(', ') })}</p>}
      {decision && decidedBy && <p>{text('screen.decided', { name: decidedBy.name, decision: text(`screenDecision.${decision}`), reason: decisionReason })}</p>}
      <p className={classes.note}>{text('screen.signed', { at: dates.instant(signedAt), name: signedBy.name })}</p>
      {form === null && (
        <div className={classes.actions}>
          {maySign && isPositive && <Button variant={decision ? 'subtle' : 'filled'} size="compact-sm" onClick={() => setForm('decide')}>{text(decision ? 'screen.decideAgain' : 'screen.decide')}</Button>}
          {maySign && <Button variant="subtle" size="compact-sm" onClick={() => setForm('remove')}>{text('screen.remove')}</Button>}
          <HistoryButton entity="red-flag-screen" id={id} name={text('screen.title')} />
        </div>
      )}
      {form === 'decide' && <DecideForm patient={patient} screen={screen} onClose={close} />}
      {form === 'remove' && (
        <RemoveForm document={RemoveRedFlagScreenDocument} patient={patient} entity="red-flag-screen" id={id} write={(reason) => ({ screenId: id, reason })} question={text('screen.removeWhy')} onClose={close} />
      )}
    </>
  );
}
