import { type ActivityDetails, isEntityName, isOfOrder } from '@plexus/domain';
import type { ChangePartsFragment } from '../../gql/index.ts';
import { orderLine } from '../use-order-words.ts';
import type { ChangeSpeech } from './tell-changes.ts';

type Value = NonNullable<ChangePartsFragment['after']>;
type Values = ReadonlyMap<string, Value>;

/** The whole order before and after, from what changed of it and what did not. */
export function orderSides(changes: readonly ChangePartsFragment[]): { before: Values; after: Values } {
  const whole = changes.flatMap(({ order }) => order.map(({ field, value }) => [field, value] as const));
  const side = (which: 'before' | 'after'): Values => changes.reduce<Values>((values, change) => withValue(values, change.field, change[which]), new Map(whole));
  return { before: side('before'), after: side('after') };
}

export function withValue(values: Values, field: string, value: Value | null): Values {
  const others = new Map(values);
  if (value) others.set(field, value);
  else others.delete(field);
  return others;
}

/** "60 mg by mouth once a day", "PSFS 8 points by 15 Dec 2026". */
export function sayOrder(speech: ChangeSpeech, entity: string, values: Values, name: string): string {
  const said = new Map([...values].filter(([field]) => isEntityName(entity) && isOfOrder(entity, field)));
  return entity === 'goal' ? sayTarget(speech, said) : orderLine({ ...speech, details: detailsOf(speech, entity, said) }, name);
}

function sayTarget({ text, value }: ChangeSpeech, values: Values): string {
  const say = (field: string) => {
    const found = values.get(field);
    return found && value('goal', field, found.kind, found.text);
  };
  const [measure, baseline, target, unit, date] = ['targetMeasure', 'targetBaseline', 'targetValue', 'targetUnit', 'targetDate'].map(say);
  return [measure, target, unit, date && text('change.by', { date }), baseline && text('change.baseline', { baseline })].filter(Boolean).join(' ');
}

/** The values of a history as those of an order. Names stand where an order has ids: they are what is said. */
function detailsOf({ value }: ChangeSpeech, entity: string, values: Values): ActivityDetails {
  const typed = ([field, { kind, text }]: readonly [string, Value]): readonly [string, unknown] => {
    if (field === 'taper') return [field, text.split(', ')];
    if (field === 'doseUnit') return [field, value(entity, field, kind, text)];
    if (kind === 'NUMBER') return [field, Number(text)];
    return [field, kind === 'BOOLEAN' ? text === 'true' : text];
  };
  return Object.fromEntries([...values].map(typed)) as ActivityDetails;
}
