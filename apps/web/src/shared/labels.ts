import { columnOfDiscipline, columns, disciplineById } from '@plexus/catalogue/labels';

/** The name of a discipline as a title: the explanation in brackets stays in the catalogue. */
export function disciplineName(id: string | null): string | null {
  return id ? (disciplineById(id)?.name.replace(/ \(.*\)$/, '') ?? id) : null;
}

export const columnIdOf = (discipline: string | null): string | null => (discipline && columnOfDiscipline(discipline)?.id) || null;

export const planColumns: readonly { readonly id: string; readonly name: string }[] = columns;
