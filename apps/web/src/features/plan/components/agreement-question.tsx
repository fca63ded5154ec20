import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { AnswerForMyPartDocument, type AgreementAnswer, type DisciplineAgreementPartsFragment, type PlanPageQuery } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { focusAgain } from '../../../shared/focus-again.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { notice } from '../../../shared/notices.tsx';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { ReasonForm, type ReasonValues } from '../../../shared/reason-form.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import classes from './agreement.module.css';

const AGREEMENT = 'agreement';

type Patient = PlanPageQuery['patient'];

/** Asks the viewer's discipline, once, whether its part is right as the plan stands. Who objected, or wants to say something else, answers anew. */
export function AgreementQuestion({ patient }: { patient: Patient }) {
  const { plan, viewer } = patient;
  const mine = viewer.through === 'COORDINATOR' ? undefined : plan.agreements.find(({ discipline }) => discipline === viewer.discipline);
  if (!mine || !viewer.may.includes('PLAN_WRITE') || plan.status !== 'ACTIVE') return null;
  return <Question key={mine.discipline} patient={patient} mine={mine} />;
}

function Question({ patient, mine }: { patient: Patient; mine: DisciplineAgreementPartsFragment }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [isObjecting, setIsObjecting] = useState(false);
  const { run, outcome, sending } = usePatientCommand(AnswerForMyPartDocument, patient, AGREEMENT);
  const { planVersion } = patient;
  useRequestedForm((opens) => {
    if (opens === AGREEMENT) setIsObjecting(true);
    return opens === AGREEMENT;
  });

  function leave() {
    setIsOpen(false);
    setIsObjecting(false);
    focusAgain(AGREEMENT);
  }
  const settle = (answer: AgreementAnswer, kind: string) => {
    if (kind === 'done') notice(text(`agreement.done.${answer}`, { version: planVersion }));
    leave();
  };
  async function agree() {
    const result = await run({ planVersion, answer: 'RIGHT' });
    if (isSettled(result)) settle('RIGHT', result.kind);
  }

  if (!mine.isAsked && !isOpen && !isObjecting) {
    return <div className={classes.again}><Button id={AGREEMENT} variant="subtle" size="compact-xs" onClick={() => { setIsOpen(true); focusAgain(AGREEMENT); }}>{text('agreement.again')}</Button></div>;
  }
  return (
    <section className={classes.question} aria-label={text('agreement.ask')}>
      <div className={classes.ask}>
        <div>
          <p><strong>{text('agreement.askOf', { discipline: disciplineName(mine.discipline) ?? '' })}</strong></p>
          <Why mine={mine} />
        </div>
        {!isObjecting && (
          <div className={classes.answers}>
            <Button id={AGREEMENT} size="compact-sm" loading={sending} onClick={() => void agree()}>{text('agreement.right')}</Button>
            <Button size="compact-sm" variant="default" onClick={() => setIsObjecting(true)}>{text('agreement.object')}</Button>
          </div>
        )}
      </div>
      <CommandAlert outcome={outcome} fields={[]} />
      {isObjecting && <Objection patient={patient} onSettled={(kind) => settle('OBJECTION', kind)} onCancel={leave} />}
    </section>
  );
}

/** Why the discipline is asked: never answered, the review, or what others changed, by name. */
function Why({ mine: { discipline, last, changed, isReview } }: { mine: DisciplineAgreementPartsFragment }) {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <>
      {!last && <p className={classes.note}>{text('agreement.never', { discipline: disciplineName(discipline) ?? '' })}</p>}
      {isReview && <p className={classes.note}>{text('agreement.review')}</p>}
      {last && changed.length > 0 && (
        <>
          <p className={classes.note}>{text('agreement.changed', { version: last.planVersion })}</p>
          <ul className={classes.changed}>
            {changed.map(({ entity, id, name }) => (
              <li key={id}>
                <button id={`agreement-${id}`} type="button" onClick={() => desk.open({ kind: entity === 'goal' ? 'goal' : 'activity', id }, { opener: `agreement-${id}` })}>{name}</button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Over the version that is on the screen: of another one it is another objection. */
function Objection({ patient, onSettled, onCancel }: { patient: Patient; onSettled: (kind: string) => void; onCancel: () => void }) {
  const text = useText();
  const form = useForm<ReasonValues>({ initialValues: { reason: '' } });
  const draft = useDraft(`${patient.id}:${AGREEMENT}`, form, { revision: patient.revision, opens: AGREEMENT });
  const { run, outcome, sending } = usePatientCommand(AnswerForMyPartDocument, patient, AGREEMENT, draft);
  const send = (reason: string) => void run({ planVersion: patient.planVersion, answer: 'OBJECTION', reason }).then((result) => { if (isSettled(result)) onSettled(result.kind); });
  return (
    <ReasonForm
      question={text('agreement.why')}
      hint={text('agreement.whyHint')}
      confirm={text('agreement.say')}
      entity="agreement"
      form={form}
      draft={draft}
      outcome={outcome}
      isSending={sending}
      onSubmit={send}
      onKeepMine={send}
      onCancel={onCancel}
    />
  );
}
