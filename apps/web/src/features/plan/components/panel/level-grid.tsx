import { Input, Radio } from '@mantine/core';
import { useId, useRef, type KeyboardEvent } from 'react';
import type { GoalCellFragment } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { choiceByKey, choiceOf, choiceText, latestBy, LEVELS_DOWN, levelWords, RATERS, type Choice } from '../../model/attainment.ts';
import classes from '../attainment.module.css';
import { RaterIcon } from '../attainment.tsx';
import panelClasses from './panel.module.css';

interface LevelGridProps {
  readonly scale: readonly string[];
  readonly ratings: GoalCellFragment['ratings'];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly error?: unknown;
}

/** The five descriptors with both raters beside each other: one choice says who rates, and how. */
export function LevelGrid({ scale, ratings, value = '', onChange, error }: LevelGridProps) {
  const text = useText();
  const name = useId();
  const grid = useRef<HTMLFieldSetElement>(null);
  const first = value || choiceText({ rater: 'CLINICIAN', level: 0 });

  function onKeyDown(event: KeyboardEvent) {
    const from = choiceOf((event.target as HTMLInputElement).value ?? '');
    const to = from && !event.altKey && !event.ctrlKey && !event.metaKey ? choiceByKey(from, event.key) : null;
    if (!to) return;
    event.preventDefault();
    onChange?.(choiceText(to));
    grid.current?.querySelector<HTMLInputElement>(`input[value="${choiceText(to)}"]`)?.focus();
  }

  return (
    <fieldset ref={grid} className={panelClasses.group} onKeyDown={onKeyDown} aria-describedby={`${name}-keys`}>
      <legend>{text('rateForm.legend')}</legend>
      <table className={classes.levels}>
        <thead>
          <tr>
            <th scope="col">{text('rateForm.level')}</th>
            {RATERS.map((rater) => <th key={rater} scope="col"><span><RaterIcon rater={rater} />{text(`raterTitle.${rater}`)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {LEVELS_DOWN.map((level) => (
            <tr key={level}>
              <th scope="row"><span className={classes.level}><strong>{levelWords(level)}</strong><span>{scale[level + 2]}</span></span></th>
              {RATERS.map((rater) => (
                <td key={rater}>
                  <Pick choice={{ rater, level }} words={scale[level + 2]!} stands={latestBy(ratings, rater)} name={name} isFirst={first === choiceText({ rater, level })} value={value} onChange={onChange} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={`${name}-keys`} className={panelClasses.hint}>{text('rateForm.keys')}</p>
      {Boolean(error) && <Input.Error role="alert">{String(error)}</Input.Error>}
    </fieldset>
  );
}

interface PickProps extends Pick<LevelGridProps, 'value' | 'onChange'> {
  readonly choice: Choice;
  readonly words: string;
  readonly stands: ReturnType<typeof latestBy>;
  readonly name: string;
  /** The one stop of the tab key. */
  readonly isFirst: boolean;
}

function Pick({ choice, words, stands, name, isFirst, value, onChange }: PickProps) {
  const text = useText();
  const dates = useDates();
  const own = choiceText(choice);
  return (
    <label className={classes.pick}>
      <Radio
        name={name}
        value={own}
        tabIndex={isFirst ? 0 : -1}
        checked={value === own}
        onChange={() => onChange?.(own)}
        aria-label={text('rateForm.choice', { level: levelWords(choice.level), by: text(`raterBy.${choice.rater}`), words })}
      />
      {stands?.level === choice.level && <small>{dates.said(stands.ratedOn)}</small>}
    </label>
  );
}
