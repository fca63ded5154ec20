import type { ChangePartsFragment, ValueKind } from '../../gql/index.ts';
import type { Text, useWord } from '../text.ts';
import type { Dates } from '../use-dates.ts';
import { type Piece, orderDifference, proseDifference, replaced } from './difference.ts';
import { orderSides, sayOrder, withValue } from './order-told.ts';
import { HEADLINES, tellingOf } from './telling.ts';

/** What sentences are made of: the catalogue, and values in the viewer's words. */
export interface ChangeSpeech {
  readonly text: Text;
  readonly word: ReturnType<typeof useWord>;
  readonly dates: Dates;
  readonly value: (entity: string, field: string, kind: ValueKind, value: string) => string;
}

export interface Line {
  /** The registry's fields that it tells. */
  readonly fields: readonly string[];
  readonly pieces: readonly Piece[];
  /** A text whose words were taken out and put in; else a before stands next to its after. */
  readonly isProse?: boolean;
}

/** One thing and what changed of it, in sentences. */
export interface Told {
  readonly entity: string;
  readonly entityId: string;
  readonly name: string;
  readonly lines: readonly Line[];
  /** The rest of a thing that is new. */
  readonly details: readonly Line[];
}

type Change = ChangePartsFragment;
const MARK = '\uE000';

/**
 * The changes of one revision, or those between two, as people say them: each thing once, in the order in which it was changed, and each of its fields
 * in exactly one line. What was and stays empty says nothing.
 */
export function tellChanges(changes: readonly Change[], speech: ChangeSpeech): Told[] {
  const byThing = new Map<string, Change[]>();
  for (const change of changes.toSorted((a, b) => a.ordinal - b.ordinal)) {
    if (change.before === null && change.after === null) continue;
    const key = `${change.entity} ${change.entityId}`;
    byThing.set(key, [...(byThing.get(key) ?? []), change]);
  }
  return [...byThing.values()].map((of) => tellThing(of, speech));
}

/** A line without marks, for a notice: "30 mg → 60 mg once a day". */
export const plainLine = ({ pieces }: Line): string =>
  pieces.map(({ text, was }, at) => (was === 'after' && pieces[at - 1]?.was === 'before' ? `→ ${text}` : text)).map((text) => text.trim()).filter(Boolean).join(' ');

function tellThing(changes: readonly Change[], speech: ChangeSpeech): Told {
  const { entity, entityId, entityName } = changes[0]!;
  const thing = { entity, entityId, name: entityName };
  if (changes.some(({ added }) => added)) {
    const head = headline(changes, speech);
    return { ...thing, lines: [head], details: changes.filter(({ field }) => !head.fields.includes(field)).map((change) => generic(change, speech)) };
  }
  const lines: Line[] = [];
  const speaking = changes.filter(({ field }) => tellingOf(entity, field) !== 'beside');
  for (const change of speaking.length > 0 ? speaking : changes) {
    if (!lines.some(({ fields }) => fields.includes(change.field))) lines.push(...tellField(change, changes, speech));
  }
  return { ...thing, lines, details: [] };
}

function tellField(change: Change, changes: readonly Change[], speech: ChangeSpeech): Line[] {
  const { entity, field, before, after } = change;
  const telling = tellingOf(entity, field);
  const companions = changes.filter((other) => tellingOf(entity, other.field) === `with ${field}` && other.before === null && other.after !== null);
  switch (telling) {
    case 'order':
      return tellOrder(changes.filter((other) => tellingOf(entity, other.field) === 'order'), speech);
    case 'prose':
      if (!before || !after) return [withCompanions(generic(change, speech), companions, speech)];
      return [withCompanions({ fields: [field], isProse: true, pieces: [{ text: labelled(change, speech) }, ...proseDifference(before.text, after.text)] }, companions, speech)];
    case 'own':
      return [withCompanions(sentence(change, speech, `change.${entity}.${field}`), companions, speech)];
    case 'state':
      return [withCompanions(state(change, speech), companions, speech)];
    case 'value':
    case 'beside':
      return [withCompanions(generic(change, speech), companions, speech)];
    default: {
      const main = telling.slice('with '.length);
      const isToldThere = before === null && after !== null && changes.some((other) => other.field === main);
      return isToldThere ? [] : [generic(change, speech)];
    }
  }
}

/** The changed fields of an order in one line. A field whose change its words do not show has a line of its own: nothing of an order is passed over. */
function tellOrder(changes: readonly Change[], speech: ChangeSpeech): Line[] {
  const { entity, entityName } = changes[0]!;
  const { before, after } = orderSides(changes);
  // Another drug is named on both sides.
  const name = changes.some(({ field }) => field === 'drug') ? '' : entityName;
  const say = (values: typeof after) => sayOrder(speech, entity, values, name);
  const [was, is] = [say(before), say(after)];
  const isShown = (change: Change) => say(withValue(after, change.field, change.before)) !== is;
  const shown = was === is ? [] : changes.filter(isShown);
  const own = changes.filter((change) => !shown.includes(change)).map((change) => generic(change, speech));
  if (shown.length === 0) return own;
  const label = speech.word(`change.${entity}.order`, '');
  const pieces = was && is ? orderDifference(was, is) : is ? replaced(null, is) : [...replaced(was, null), { text: speech.text('change.cleared') }];
  return [{ fields: shown.map(({ field }) => field), pieces: label ? [{ text: label }, ...pieces] : pieces }, ...own];
}

function headline(changes: readonly Change[], speech: ChangeSpeech): Line {
  const { entity, entityName } = changes[0]!;
  const order = changes.filter(({ field }) => tellingOf(entity, field) === 'order');
  const { after } = orderSides(order);
  const ordered = sayOrder(speech, entity, after, entityName);
  const shown = [
    ...order.filter(({ field }) => sayOrder(speech, entity, withValue(after, field, null), entityName) !== ordered),
    ...(HEADLINES[entity as keyof typeof HEADLINES] ?? []).flatMap((field) => changes.filter((change) => change.field === field)),
  ];
  const values = [ordered, ...shown.filter((change) => !order.includes(change)).map((change) => afterWords(change, speech))].filter(Boolean);
  const head = speech.word(`change.${entity}.added`, speech.text('change.added'));
  return { fields: shown.map(({ field }) => field), pieces: values.length ? [{ text: `${head}:` }, { text: values.join(', '), was: 'after' }] : [{ text: head, was: 'after' }] };
}

/** What a state became, said as a verb where there is one. */
function state(change: Change, speech: ChangeSpeech): Line {
  const { entity, field, before, after } = change;
  const id = `change.${entity}.${field}.${after?.text}`;
  // What rested and goes on was not begun anew.
  const said = (before?.text === 'on-hold' && speech.word(`${id}.again`, '')) || speech.word(id, '');
  return said ? { fields: [field], pieces: [{ text: said, was: 'after' }] } : generic(change, speech);
}

function sentence(change: Change, speech: ChangeSpeech, id: string): Line {
  const { before, after, field } = change;
  const form = before === null ? `${id}.set` : id;
  const template = after === null ? '' : speech.word(form, '', { change: MARK });
  if (!template) return generic(change, speech);
  const [ahead = '', behind = ''] = template.split(MARK);
  const pieces = before && after && field === 'doseText' ? orderDifference(before.text, after.text) : valuePieces(change, speech);
  return { fields: [field], pieces: [{ text: ahead.trim() }, ...pieces, { text: behind.trim() }].filter(({ text }) => text) };
}

function withCompanions(line: Line, companions: readonly Change[], speech: ChangeSpeech): Line {
  if (companions.length === 0) return line;
  const words = companions.map((change) => afterWords(change, speech)).join(', ');
  return { ...line, fields: [...line.fields, ...companions.map(({ field }) => field)], pieces: [...line.pieces, { text: ` (${words})` }] };
}

const generic = (change: Change, speech: ChangeSpeech): Line => ({
  fields: [change.field],
  pieces: [{ text: labelled(change, speech) }, ...valuePieces(change, speech), ...(change.after === null ? [{ text: speech.text('change.cleared') }] : [])],
});

const labelled = ({ entity, field, fieldName }: Change, { word }: ChangeSpeech): string => `${word(`field.${entity}.${field}`, fieldName)}:`;

function valuePieces({ entity, field, before, after }: Change, { value }: ChangeSpeech): Piece[] {
  const say = (side: Change['after']) => side && value(entity, field, side.kind, side.text);
  return replaced(say(before), say(after));
}

const afterWords = ({ entity, field, after }: Change, { value }: ChangeSpeech): string => (after ? value(entity, field, after.kind, after.text) : '');
