import { useCallback } from 'react';
import { useText, useWord } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';
import { useViolationText } from '../../../shared/violation-text.ts';

/** Why something was not done, in a sentence: for what has no form to show it in. */
export function useOutcomeWords(): (outcome: CommandOutcome<unknown>) => string {
  const text = useText();
  const word = useWord();
  const say = useViolationText();
  return useCallback((outcome) => {
    switch (outcome.kind) {
      case 'refused':
        return outcome.violations.map(say).join(' ');
      case 'conflict': {
        const fields = outcome.groups.flatMap(({ entity, fields: some }) => some.filter(({ base, theirs }) => base !== theirs).map(({ field, fieldName }) => word(`field.${entity}.${field}`, fieldName)));
        return text('planMerge.conflict', { name: outcome.groups[0]?.by.name ?? '', fields: [...new Set(fields)].join(', ') });
      }
      case 'failed':
        return text(`error.${outcome.fault.code}`);
      default:
        return '';
    }
  }, [text, word, say]);
}
