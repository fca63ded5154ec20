import { SOURCE_REMARKS, entitySpec, isEntityName } from '@plexus/domain';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ValueKind } from '../gql/index.ts';
import { languageName } from './languages.ts';
import { useText, useWord } from './text.ts';
import { useDates } from './use-dates.ts';

/** The kind that the registry gives a field; text for what it does not keep, such as people's accounts. */
export function kindOf(entity: string, field: string): ValueKind {
  const kind = isEntityName(entity) ? entitySpec(entity).fields[field]?.kind : undefined;
  return (kind ?? 'text').toUpperCase() as ValueKind;
}

/** A field's value in the viewer's words; what the catalogue does not know yet stays as the server said it. */
export function useValueWords(): (entity: string, field: string, kind: ValueKind, value: string) => string {
  const intl = useIntl();
  const text = useText();
  const word = useWord();
  const dates = useDates();

  return useCallback((entity, field, kind, value) => {
    switch (kind) {
      case 'CODE':
        return word(`value.${entity}.${field}.${value}`, value);
      case 'DATE':
        return dates.plain(value);
      case 'INSTANT':
        return dates.instant(value);
      case 'BOOLEAN':
        return text(value === 'true' ? 'value.yes' : 'value.no');
      case 'NUMBER':
        return Number.isFinite(Number(value)) ? intl.formatNumber(Number(value)) : value;
      default:
        if (entity === 'patient' && field === 'language') return languageName(value, intl.locale);
        // What nobody typed is a code.
        return entity === 'follow-up-entry' && SOURCE_REMARKS.includes(value) ? word(`value.follow-up-entry.text.${value}`, value) : value;
    }
  }, [intl, text, word, dates]);
}
