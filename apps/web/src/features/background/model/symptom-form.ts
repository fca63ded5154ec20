import { bodyPlaceById } from '@plexus/catalogue/labels';
import type { RecordSymptomInput, SymptomLineFragment } from '../../../gql/index.ts';

/** In place of a code: it is said in words. */
export const IN_WORDS = 'words';

export interface SymptomFormValues {
  code: string;
  words: string;
  places: string[];
  patterns: string[];
  patternWords: string;
  /** Empty: not asked. Nothing observed is prefilled. */
  severity: string;
  since: string;
  resolvedOn: string;
  note: string;
}

export const SYMPTOM_FIELDS = ['code', 'words', 'places', 'patterns', 'patternWords', 'severity', 'since', 'resolvedOn', 'note'];

export const symptomFormOf = (symptom: SymptomLineFragment | null, places: readonly string[] = []): SymptomFormValues =>
  symptom === null
    ? { code: '', words: '', places: [...places], patterns: [], patternWords: '', severity: '', since: '', resolvedOn: '', note: '' }
    : {
        code: symptom.code ?? IN_WORDS, words: symptom.code ? '' : symptom.name, places: symptom.places.map(({ id }) => id), patterns: symptom.patterns.map(({ id }) => id),
        patternWords: symptom.patternWords ?? '', severity: symptom.severity === null ? '' : String(symptom.severity), since: symptom.since ?? '', resolvedOn: symptom.resolvedOn ?? '', note: symptom.note ?? '',
      };

export type SymptomWritten = Omit<RecordSymptomInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

const placesOf = (ids: readonly string[]): NonNullable<SymptomWritten['places']> =>
  ids.flatMap((id) => {
    const place = bodyPlaceById(id);
    return place ? [{ site: place.site, side: place.side === null ? null : (place.side.toUpperCase() as 'LEFT' | 'RIGHT') }] : [];
  });

/** What differs from what its author saw, as the command takes it. The name is one thing, whether a code or words. */
export function symptomChanges(before: SymptomFormValues, after: SymptomFormValues): SymptomWritten {
  const differs = (field: keyof SymptomFormValues) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const isInWords = after.code === IN_WORDS;
  return {
    ...((differs('code') || differs('words')) && (isInWords ? { code: null, words: after.words.trim() } : { code: after.code, words: null })),
    ...(differs('places') && { places: placesOf(after.places) }),
    ...(differs('patterns') && { patterns: after.patterns }),
    ...(differs('patternWords') && { patternWords: after.patternWords.trim() || null }),
    ...(differs('severity') && { severity: after.severity === '' ? null : Number(after.severity) }),
    ...(differs('since') && { since: after.since || null }),
    ...(differs('resolvedOn') && { resolvedOn: after.resolvedOn || null }),
    ...(differs('note') && { note: after.note.trim() || null }),
  };
}

export const isNamed = ({ code, words }: SymptomFormValues): boolean => (code === IN_WORDS ? words.trim() !== '' : code !== '');
