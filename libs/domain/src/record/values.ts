/** What the record can keep of a field: JSON without nesting, because a history is read by people. */
export type FieldValue = string | number | boolean | null | readonly string[];

export const sameValue = (a: FieldValue, b: FieldValue): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((value, i) => value === b[i]) : a === b;
