import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { NewsChangeFragment } from '../../../gql/index.ts';
import { useText, useWord } from '../../../shared/text.ts';
import { useValueWords } from '../../../shared/use-value-words.ts';

/** Changes of the record in words. */
export function useChangeWords() {
  const intl = useIntl();
  const text = useText();
  const word = useWord();
  const sayValue = useValueWords();

  return useMemo(() => {
    const fieldWord = (entity: string, field: string, fallback = field) => word(`field.${entity}.${field}`, fallback);
    const say = ({ entity, field, fieldName, before, after }: NewsChangeFragment): string => {
      const name = fieldWord(entity, field, fieldName);
      const now = after ? sayValue(entity, field, after.kind, after.text) : text('planNews.nothing');
      return before
        ? text('planNews.change', { field: name, before: sayValue(entity, field, before.kind, before.text), after: now })
        : text('planNews.added', { field: name, after: now });
    };
    const spoken = (changes: readonly NewsChangeFragment[]) => changes.filter(({ before, after }) => before !== null || after !== null);
    return {
      /** Target date: 1 Dec 2026 → 15 Dec 2026 */
      say,
      saySome: (changes: readonly NewsChangeFragment[]): string => spoken(changes).map(say).join('; '),
      fieldWord,
      /** Target, Owner and Domain */
      fieldWords: (entity: string, fields: readonly string[]): string =>
        intl.formatList([...new Set(fields.map((field) => fieldWord(entity, field)))], { type: 'conjunction' }),
    };
  }, [intl, text, word, sayValue]);
}
