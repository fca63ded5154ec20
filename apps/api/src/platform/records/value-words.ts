import { bodyPlaceById, bodySiteById, catalogueItemById, consentKindById, disciplineById, implantedDeviceById, isSymptomPattern, measureById, namedSubstanceById, problemById, redFlagById, riskFactorById, SYMPTOM_PATTERNS, symptomById } from '@plexus/catalogue';
import type { FieldValue, ValueKind } from '@plexus/domain';

const catalogueName = (id: string): string =>
  (catalogueItemById(id) ?? problemById(id) ?? measureById(id) ?? disciplineById(id) ?? symptomById(id) ?? riskFactorById(id) ?? bodyPlaceById(id) ?? redFlagById(id) ?? bodySiteById(id) ?? namedSubstanceById(id) ?? implantedDeviceById(id) ?? consentKindById(id))?.name ??
  (isSymptomPattern(id) ? SYMPTOM_PATTERNS[id] : id);

/**
 * A value of the record as people call it: ids of people, members, goals and other things by `names`, catalogue ids by the catalogue. Dates stay ISO and codes as
 * they are, for the web to say.
 */
export function wordsFor(kind: ValueKind, value: FieldValue, names: ReadonlyMap<string, string>): string {
  const one = (part: string): string => {
    if (kind === 'person' || kind === 'member' || kind === 'goal' || kind === 'thing') return names.get(part) ?? part;
    return kind === 'catalogue' ? catalogueName(part) : part;
  };
  return Array.isArray(value) ? value.map(one).join(', ') : one(String(value));
}
