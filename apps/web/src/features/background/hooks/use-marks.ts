import type { BodyMapMark } from '@plexus/ui';
import type { SymptomLineFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';

/** The worst symptom of each place gives its mark; all of them are said. */
export function useMarks(symptoms: readonly SymptomLineFragment[]): ReadonlyMap<string, BodyMapMark> {
  const text = useText();
  const marks = new Map<string, BodyMapMark>();
  for (const { name, severity, places, resolvedOn } of symptoms) {
    if (resolvedOn !== null) continue;
    const words = severity === null ? text('background.markUnknown', { name }) : text('background.mark', { name, severity });
    for (const { id } of places) {
      const other = marks.get(id);
      const worst = other && (other.severity ?? -1) > (severity ?? -1) ? other.severity : severity;
      marks.set(id, { severity: worst, words: other ? `${other.words}; ${words}` : words });
    }
  }
  return marks;
}
