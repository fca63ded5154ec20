import { useIntl } from 'react-intl';
import type { HistoryChangeFragment } from '../../../gql/index.ts';
import { useText, useWord } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';

type ChangeValue = NonNullable<HistoryChangeFragment['after']>;

/** Fields and values of the history in the viewer's words; what the catalogue does not know yet stays as the server said it. */
export function useChangeWords() {
  const intl = useIntl();
  const text = useText();
  const word = useWord();
  const dates = useDates();

  function valueText({ entity, field }: HistoryChangeFragment, value: ChangeValue): string {
    switch (value.kind) {
      case 'CODE':
        return word(`value.${entity}.${field}.${value.text}`, value.text);
      case 'DATE':
        return dates.plain(value.text);
      case 'INSTANT':
        return dates.instant(value.text);
      case 'BOOLEAN':
        return text(value.text === 'true' ? 'value.yes' : 'value.no');
      case 'NUMBER':
        return Number.isFinite(Number(value.text)) ? intl.formatNumber(Number(value.text)) : value.text;
      default:
        return value.text;
    }
  }

  return {
    fieldName: ({ entity, field, fieldName }: HistoryChangeFragment): string => word(`field.${entity}.${field}`, fieldName),
    valueText,
  };
}
