import { useCallback } from 'react';
import { useWord } from './text.ts';
import type { Violation } from './use-command.ts';

/** A refusal in the catalogue's words, or in the server's English when the catalogue does not know it yet. */
export function useViolationText(): (violation: Violation) => string {
  const word = useWord();
  return useCallback(({ code, message, params }) => {
    const values = Object.fromEntries(params.map(({ name, value }) => [name, value]));
    return word(`violation.${code}`, message, values);
  }, [word]);
}

export interface RefusalTexts {
  /** By field: for `form.setErrors`. */
  readonly fields: Record<string, string>;
  /** What belongs to no field that the form has. */
  readonly whole: readonly string[];
}

/** Sorts a refusal's violations to the fields of a form. */
export function sortRefusal(violations: readonly Violation[], known: readonly string[], say: (violation: Violation) => string): RefusalTexts {
  const fields: Record<string, string> = {};
  const whole: string[] = [];
  for (const violation of violations) {
    const { field } = violation;
    if (field && known.includes(field)) fields[field] ??= say(violation);
    else whole.push(say(violation));
  }
  return { fields, whole };
}
