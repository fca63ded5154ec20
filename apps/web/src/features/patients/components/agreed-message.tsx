import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router';
import { DissentFromMessageDocument, WithdrawDissentDocument, type PatientHeaderFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { focusAgain } from '../../../shared/focus-again.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { isSettled } from '../../../shared/use-command.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import classes from './agreed-message.module.css';
import { ReasonForm, type ReasonValues } from '../../../shared/reason-form.tsx';

const DISSENT = 'dissent';

/** What the patient hears from everyone stands on every page about them, beside it who does not agree and why. */
export function AgreedMessage({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const dates = useDates();
  const { person } = useViewer();
  const [isDisagreeing, setIsDisagreeing] = useState(false);
  const { agreedMessage, agreedOn, dissents } = patient.plan;
  const mayWrite = patient.viewer.may.includes('PLAN_WRITE');
  const mayDisagree = mayWrite && agreedMessage !== null && !dissents.some((dissent) => dissent.person.id === person.id);
  useRequestedForm((opens) => {
    if (opens === DISSENT) setIsDisagreeing(mayDisagree);
    return opens === DISSENT;
  });

  if (agreedMessage === null) {
    return mayWrite ? <p className={classes.message}>{text('message.none')} <Link to={`/patients/${patient.id}/plan?edit=plan`}>{text('message.write')}</Link></p> : null;
  }

  function close() {
    setIsDisagreeing(false);
    focusAgain(DISSENT);
  }

  return (
    <section className={classes.message} aria-label={text('message.label')}>
      <div className={classes.line}>
        <p>
          {text('message.weAllSay')} <q>{agreedMessage}</q>
          {agreedOn && <> · <time dateTime={agreedOn} title={dates.full(agreedOn)}>{text('message.agreed', { date: dates.said(agreedOn) })}</time></>}
        </p>
        {mayDisagree && !isDisagreeing && <Button id={DISSENT} className={classes.button} variant="subtle" color="gray" size="compact-xs" onClick={() => setIsDisagreeing(true)}>{text('message.disagree')}</Button>}
      </div>
      {dissents.length > 0 && <Dissents patient={patient} />}
      {isDisagreeing && mayDisagree && <DissentForm key={agreedMessage} patient={patient} message={agreedMessage} onClose={close} />}
    </section>
  );
}

function Dissents({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const dates = useDates();
  const { person } = useViewer();
  const { dissents } = patient.plan;
  const { run, outcome, sending } = usePatientCommand(WithdrawDissentDocument, patient, DISSENT);
  const mayWrite = patient.viewer.may.includes('PLAN_WRITE');
  return (
    <details className={classes.dissents}>
      <summary>{text('message.disagreeing', { count: dissents.length })}</summary>
      <ul>
        {dissents.map(({ id, person: who, reason, at }) => (
          <li key={id}>
            <span><strong>{who.name}</strong>, {disciplineName(who.discipline) ?? text('discipline.none')}: {reason} · {dates.instant(at)}</span>
            {mayWrite && who.id === person.id && (
              <Button className={classes.button} variant="subtle" size="compact-xs" loading={sending} aria-label={text('message.withdrawMine')} onClick={() => void run({ dissentId: id })}>{text('message.withdraw')}</Button>
            )}
          </li>
        ))}
      </ul>
      <CommandAlert outcome={outcome} fields={[]} />
    </details>
  );
}

/** Over the words that stand above it: with other words it is another form. */
function DissentForm({ patient, message, onClose }: { patient: PatientHeaderFragment; message: string; onClose: () => void }) {
  const text = useText();
  const form = useForm<ReasonValues>({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:${DISSENT}`, form, { revision: patient.revision, opens: DISSENT });
  const { run, outcome, sending } = usePatientCommand(DissentFromMessageDocument, patient, DISSENT, draft);
  const send = (reason: string) => void run({ message, reason }).then((result) => { if (isSettled(result)) onClose(); });
  return (
    <ReasonForm
      question={text('message.why', { message })}
      confirm={text('message.say')}
      entity="dissent"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={send}
      onKeepMine={send}
      onCancel={onClose}
    />
  );
}
