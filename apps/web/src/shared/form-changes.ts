/** What forms hold: text as it is typed, and ticks. */
export type Written = string | boolean;

/** As it is sent: empty means nothing. */
export const written = (value: Written): Written | null => (typeof value === 'string' ? value.trim() || null : value);

/** All that was written, as it is sent. */
export const allOf = <T extends object>(values: T): Record<keyof T, Written | null> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, written(value as Written)])) as Record<keyof T, Written | null>;

/** Only what was changed is sent: absent leaves, null clears, so what a colleague wrote in another field stays. */
export const changedOf = <T extends object>(before: T, after: T): Partial<Record<keyof T, Written | null>> =>
  Object.fromEntries(Object.entries(allOf(after)).filter(([field, value]) => value !== written(before[field as keyof T] as Written))) as Partial<Record<keyof T, Written | null>>;

/** After "keep theirs": my other changes without the fields that were theirs. */
export const withoutFields = <T extends object>(changes: T, fields: readonly string[]): T =>
  Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.includes(field))) as T;
