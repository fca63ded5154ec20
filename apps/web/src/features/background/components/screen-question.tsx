import { TextInput } from '@mantine/core';
import { useId, useRef, type KeyboardEvent } from 'react';
import type { RedFlagAnswerValue } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { ANSWER_KEYS, choicesOf } from '../model/screen-form.ts';
import classes from './background.module.css';

interface ScreenQuestionProps {
  readonly item: string;
  readonly name: string;
  readonly value: RedFlagAnswerValue | undefined;
  readonly detail: string;
  readonly error: string | undefined;
  readonly onAnswer: (value: RedFlagAnswerValue) => void;
  readonly onDetail: (words: string) => void;
  /** To the next question, or back. */
  readonly onGo: (step: 1 | -1) => void;
}

/** One question with its answers. A letter answers it and goes on; a yes stops to be described. */
export function ScreenQuestion({ item, name, value, detail, error, onAnswer, onDetail, onGo }: ScreenQuestionProps) {
  const text = useText();
  const id = useId();
  const described = useRef<HTMLInputElement>(null);
  const choices = choicesOf(item);

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const answer = ANSWER_KEYS[event.key.toLowerCase()];
    if (answer && choices.includes(answer)) {
      onAnswer(answer);
      if (answer === 'YES') requestAnimationFrame(() => described.current?.focus());
      else onGo(1);
    } else if (event.key === 'ArrowDown') onGo(1);
    else if (event.key === 'ArrowUp') onGo(-1);
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.question} data-question={item}>
      <span id={id}>{name}</span>
      <div className={classes.answers} role="radiogroup" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined} onKeyDown={onKeyDown}>
        {choices.map((choice) => (
          <label key={choice}><input type="radio" name={item} checked={value === choice} onChange={() => onAnswer(choice)} /> {text(`screen.answer.${choice}`)}</label>
        ))}
      </div>
      {value === 'YES' && (
        <TextInput
          ref={described}
          className={classes.detail}
          required
          label={text('screen.detail', { question: name })}
          value={detail}
          onChange={(event) => onDetail(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'ArrowDown') onGo(1); }}
        />
      )}
      {error && <p id={`${id}-error`} className={classes.hole}>{error}</p>}
    </div>
  );
}
