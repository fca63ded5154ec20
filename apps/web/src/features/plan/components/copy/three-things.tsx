import { Anchor, Checkbox, Textarea } from '@mantine/core';
import { TEXT_LIMITS } from '@plexus/domain';
import { Link } from 'react-router';
import { useText } from '../../../../shared/text.ts';
import { MOST_THINGS } from '../../model/copy/three-things.ts';
import classes from './copy.module.css';

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

interface ThreeThingsProps {
  readonly patientId: string;
  readonly parts: readonly Thing[];
  readonly chosen: readonly string[];
  /** Nothing would stand on the sheet. */
  readonly isEmpty: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onWrite: (id: string, words: string) => void;
}

/** One to three of what the patient does, each in words that may be changed for this copy. */
export function ThreeThings({ patientId, parts, chosen, isEmpty, onChoose, onWrite }: ThreeThingsProps) {
  const text = useText();
  if (parts.length === 0) return <p className={classes.hint}>{text('copy.noThings')} <Anchor component={Link} to={`/patients/${patientId}/plan`}>{text('copy.toPlan')}</Anchor></p>;
  return (
    <>
      <p className={classes.hint}>{text('copy.thingsHint')}</p>
      <ul className={classes.things} aria-label={text('copy.things')}>
        {parts.map(({ id, name, words }) => {
          const isChosen = chosen.includes(id);
          return (
            <li key={id}>
              <Checkbox
                label={name}
                checked={isChosen}
                disabled={!isChosen && chosen.length >= MOST_THINGS}
                onChange={() => onChoose(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])}
              />
              {isChosen && <Textarea aria-label={text('copy.thingWords', { name })} autosize minRows={1} maxLength={TEXT_LIMITS.line} value={words} onChange={(event) => onWrite(id, event.currentTarget.value)} />}
            </li>
          );
        })}
      </ul>
      {isEmpty && <p className={classes.lacking} role="alert">{text('copy.chooseOne')}</p>}
    </>
  );
}
