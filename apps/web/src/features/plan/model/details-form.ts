import { ACTIVITY_DETAIL_NAMES, type ActivityDetailName, type ActivityDetails, type ActivityForm, detailSpec, detailsOfForm } from '@plexus/domain';
import type { ActivityDetailsInput } from '../../../gql/index.ts';
import { numberOf } from './form-values.ts';

/** Every detail as its control holds it: text as it is typed; a taper as its steps. */
export type DetailsFormValues = { [Name in ActivityDetailName]: Name extends 'taper' ? string[] : string };

export const EMPTY_DETAILS = Object.fromEntries(ACTIVITY_DETAIL_NAMES.map((name) => [name, name === 'taper' ? [] : ''])) as unknown as DetailsFormValues;
export const isDetail = (field: string): field is ActivityDetailName => Object.hasOwn(EMPTY_DETAILS, field);

export function detailsFormOf(details: ActivityDetails): DetailsFormValues {
  const shown = Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? [...value] : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]);
  return { ...EMPTY_DETAILS, ...(Object.fromEntries(shown) as Partial<DetailsFormValues>) };
}

type Typed = string | number | boolean | string[] | null;

function valueOf(name: ActivityDetailName, typed: string | string[]): Typed {
  if (Array.isArray(typed)) return typed.length ? typed : null;
  const text = typed.trim();
  if (!text) return null;
  switch (detailSpec(name).type) {
    case 'number':
    case 'count':
      return numberOf(text) ?? null;
    case 'yes-no':
      return text === 'yes';
    default:
      return text;
  }
}

/** What is sent of these fields: only those that an activity of this kind has. */
export function detailsPatch(form: ActivityForm | null, values: DetailsFormValues, fields: readonly string[]): ActivityDetailsInput | null {
  const own = form ? detailsOfForm(form) : [];
  const sent = own.filter((name) => fields.includes(name)).map((name) => [name, valueOf(name, values[name])]);
  return sent.length ? (Object.fromEntries(sent) as ActivityDetailsInput) : null;
}

/** Numbers that are none. */
export function detailErrors(form: ActivityForm | null, values: DetailsFormValues): Partial<Record<ActivityDetailName, 'form.number'>> {
  const wrong = (form ? detailsOfForm(form) : []).filter((name) => ['number', 'count'].includes(detailSpec(name).type) && numberOf(String(values[name])) === undefined);
  return Object.fromEntries(wrong.map((name) => [name, 'form.number' as const]));
}
