import { useCallback, useMemo } from 'react';
import type { ChangePartsFragment } from '../../gql/index.ts';
import { useText, useWord } from '../text.ts';
import { useDates } from '../use-dates.ts';
import { useValueWords } from '../use-value-words.ts';
import { type ChangeSpeech, type Told, tellChanges } from './tell-changes.ts';

/** Changes of the record in sentences. */
export function useTellChanges(): (changes: readonly ChangePartsFragment[]) => Told[] {
  const text = useText();
  const word = useWord();
  const dates = useDates();
  const value = useValueWords();
  const speech = useMemo((): ChangeSpeech => ({ text, word, dates, value }), [text, word, dates, value]);
  return useCallback((changes) => tellChanges(changes, speech), [speech]);
}
