import { useIntl } from 'react-intl';
import { useText, useWord } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { languageName } from '../model/languages.ts';

/** What a conflict compares, in the words the form uses for it. */
export function useFieldValue(): (field: string, value: string) => string {
  const text = useText();
  const word = useWord();
  const dates = useDates();
  const { locale } = useIntl();
  return (field, value) => {
    switch (field) {
      case 'language':
        return languageName(value, locale);
      case 'sex':
        return word(`sex.${value.toUpperCase()}`, value);
      case 'birthDate':
        return dates.plain(value);
      case 'interpreterNeeded':
        return text(value === 'true' ? 'patient.yes' : 'patient.no');
      default:
        return value;
    }
  };
}
