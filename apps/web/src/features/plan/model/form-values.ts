/** What a form of the plan holds: text as it is typed, ids that are chosen; empty means nothing. */
export type FormValue = string | string[];
export type FormValues = Record<string, FormValue>;

const tidy = (value: FormValue): FormValue => (typeof value === 'string' ? value.trim() : value.toSorted());

export const sameFormValue = (one: FormValue, other: FormValue): boolean => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

export const changedFields = <V extends object>(before: V, after: V): (keyof V & string)[] =>
  (Object.keys(before) as (keyof V & string)[]).filter((field) => !sameFormValue(before[field] as FormValue, after[field] as FormValue));

/** My text over what stands now: what I did not touch follows, what I wrote stays. */
export function rebased<V extends object>(before: V, mine: V, stands: V): V {
  const touched = new Set<string>(changedFields(before, mine));
  return Object.fromEntries(Object.entries(stands).map(([field, value]) => [field, touched.has(field) ? mine[field as keyof V] : value])) as V;
}

export const textOrNull = (value: string): string | null => value.trim() || null;

/** A number as it is typed, with a comma or a point; undefined when it is none. */
export function numberOf(typed: string): number | null | undefined {
  const plain = typed.trim().replace(',', '.').replace('−', '-');
  if (!plain) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
