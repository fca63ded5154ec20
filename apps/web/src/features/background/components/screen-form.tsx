import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RED_FLAG_FORM, redFlagGroups, type RedFlagGroup } from '@plexus/catalogue/labels';
import { sourceTitle } from '@plexus/catalogue/sources';
import { useRef, useState, type FormEvent } from 'react';
import { SignRedFlagScreenDocument, type BackgroundPatientFragment, type RedFlagAnswerValue } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { isSettled } from '../../../shared/use-command.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { answersOf, EMPTY_SCREEN, holesOf, QUESTIONS, withRestNo, type ScreenFormValues } from '../model/screen-form.ts';
import classes from './background.module.css';
import { ScreenQuestion } from './screen-question.tsx';

export const NEW_SCREEN = 'screen';
const FIELDS = QUESTIONS.map((item) => `answers.${item}`);

interface ScreenFormProps {
  readonly patient: BackgroundPatientFragment;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}

/** Every question of the screen on one sheet. Nothing is prefilled, and it is signed whole or not at all. */
export function ScreenForm({ patient, onSigned, onClose }: ScreenFormProps) {
  const text = useText();
  const say = useViolationText();
  const { person } = useViewer();
  const form = useForm<ScreenFormValues>({ initialValues: EMPTY_SCREEN });
  const draft = useDraft(`${patient.id}:${NEW_SCREEN}`, form, { revision: patient.revision, opens: NEW_SCREEN });
  const { run, outcome, sending } = usePatientCommand(SignRedFlagScreenDocument, patient, 'screens', draft);
  const [isTried, setIsTried] = useState(false);
  const sheet = useRef<HTMLFormElement>(null);
  const { answers, details } = form.values;
  const holes = holesOf(form.values);
  const refused: Record<string, string> = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, FIELDS, say).fields : {};

  const answer = (item: string, value: RedFlagAnswerValue) => form.setFieldValue('answers', { ...answers, [item]: value });
  const describe = (item: string, words: string) => form.setFieldValue('details', { ...details, [item]: words });

  function focusQuestion(item: string | undefined) {
    const question = item && sheet.current?.querySelector(`[data-question="${item}"]`);
    if (question) (question.querySelector<HTMLElement>('input:checked') ?? question.querySelector<HTMLElement>('input'))?.focus();
  }
  const go = (item: string, step: number) => focusQuestion(QUESTIONS[QUESTIONS.indexOf(item) + step]);

  async function sign(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    const [first] = holes.keys();
    if (first) return focusQuestion(first);
    const result = await run({ form: RED_FLAG_FORM, answers: answersOf(form.values) });
    if (result.kind === 'done') onSigned();
    else if (isSettled(result)) onClose();
  }

  const errorOf = (item: string) => {
    const hole = holes.get(item);
    return (isTried && hole && text(`screen.hole.${hole}`)) || refused[`answers.${item}`];
  };
  const group = ({ id, name, onYes, sources, items }: RedFlagGroup) => (
    <fieldset key={id} className={classes.group}>
      <legend>{name}</legend>
      <p className={classes.groupNote}>{onYes} {text('screen.source', { sources: sources.map((key) => sourceTitle(key)).join('; ') })}</p>
      {items.map((item) => (
        <ScreenQuestion
          key={item.id}
          item={item.id}
          name={item.name}
          value={answers[item.id]}
          detail={details[item.id] ?? ''}
          error={errorOf(item.id)}
          onAnswer={(value) => answer(item.id, value)}
          onDetail={(words) => describe(item.id, words)}
          onGo={(step) => go(item.id, step)}
        />
      ))}
      <Button mt="xs" variant="subtle" size="compact-sm" aria-label={text('screen.restNoOf', { group: name })} onClick={() => form.setFieldValue('answers', withRestNo(answers, items.map((item) => item.id)))}>
        {text('screen.restNo')}
      </Button>
    </fieldset>
  );

  return (
    <form ref={sheet} className={classes.form} noValidate onSubmit={(event) => void sign(event)}>
      <DraftNotice draft={draft} />
      <p className={classes.quiet}>{text('screen.intro')}</p>
      {redFlagGroups.map(group)}
      <CommandAlert outcome={outcome} fields={FIELDS} />
      <div className={classes.actions}>
        <Button type="submit" loading={sending}>{text('screen.sign', { name: person.name })}</Button>
        <Button variant="default" onClick={() => { draft.discard(); onClose(); }}>{text('action.cancel')}</Button>
        <span className={classes.note} role="status" data-figures>{text('screen.progress', { done: Object.keys(answers).length, total: QUESTIONS.length })}</span>
      </div>
    </form>
  );
}
