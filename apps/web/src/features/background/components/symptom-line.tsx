import { Button } from '@mantine/core';
import { useState } from 'react';
import { RemoveSymptomDocument, type BackgroundPatientFragment, type SymptomLineFragment } from '../../../gql/index.ts';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './background.module.css';
import { RemoveForm } from './remove-form.tsx';

interface SymptomLineProps {
  readonly patient: BackgroundPatientFragment;
  readonly symptom: SymptomLineFragment;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

/** One symptom in words: how bad, where, when, since when. */
export function SymptomLine({ patient, symptom, mayEdit, onEdit }: SymptomLineProps) {
  const text = useText();
  const dates = useDates();
  const [isRemoving, setIsRemoving] = useState(false);
  const { id, name, severity, places, patterns, patternWords, since, resolvedOn, note } = symptom;
  useRequestedForm((opens) => {
    if (opens === `remove-symptom:${id}`) setIsRemoving(mayEdit);
    return opens === `remove-symptom:${id}`;
  });
  const facts = [
    places.map((place) => place.name).join(', '),
    patterns.map((pattern) => pattern.name).join(', '),
    patternWords,
    since && text('symptom.since', { date: dates.plain(since) }),
    resolvedOn && text('symptom.over', { date: dates.plain(resolvedOn) }),
  ].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.words}>
          <strong>{name}</strong> <span data-figures>{severity === null ? text('symptom.notAsked') : text('symptom.severity', { severity })}</span>
          <div className={classes.note}>{facts}</div>
          {note && <div className={classes.note}>{note}</div>}
        </span>
        {!isRemoving && (
          <span className={classes.buttons}>
            {mayEdit && <Button variant="subtle" size="compact-sm" aria-label={text('symptom.edit', { name })} onClick={onEdit}>{text('action.edit')}</Button>}
            {mayEdit && <Button variant="subtle" size="compact-sm" aria-label={text('symptom.remove', { name })} onClick={() => setIsRemoving(true)}>{text('action.remove')}</Button>}
            <HistoryButton entity="symptom" id={id} name={name} />
          </span>
        )}
      </div>
      {isRemoving && (
        <RemoveForm
          document={RemoveSymptomDocument}
          patient={patient}
          entity="symptom"
          id={id}
          write={(reason) => ({ symptomId: id, reason })}
          question={text('symptom.removeWhy', { name })}
          onClose={() => setIsRemoving(false)}
        />
      )}
    </li>
  );
}
