import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ChangePartsFragment } from '../../../gql/index.ts';
import { plainLine } from '../../../shared/changes/tell-changes.ts';
import { useTellChanges } from '../../../shared/changes/use-tell-changes.ts';
import { useWord } from '../../../shared/text.ts';

/** Changes of the record in the words of a notice. */
export function useChangeWords() {
  const intl = useIntl();
  const word = useWord();
  const tell = useTellChanges();

  return useMemo(() => ({
    /** Target 1 → 15 Dec 2026; Owner: Dr. Noor Bellweather */
    saySome: (changes: readonly ChangePartsFragment[]): string => tell(changes).flatMap(({ lines }) => lines.map(plainLine)).join('; '),
    /** Target, Owner and Domain */
    fieldWords: (entity: string, fields: readonly string[]): string =>
      intl.formatList([...new Set(fields.map((field) => word(`field.${entity}.${field}`, field)))], { type: 'conjunction' }),
  }), [intl, word, tell]);
}
