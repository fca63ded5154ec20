import type { FollowUpKind, FollowUpPartsFragment, FollowUpPriority } from '../../../gql/index.ts';

export const KINDS: readonly FollowUpKind[] = ['REVIEW', 'REFERRAL', 'MEASURE', 'CALL', 'RESPONSE', 'SAFETY', 'SUPPORT', 'ADMINISTRATIVE'];
export const PRIORITIES: readonly FollowUpPriority[] = ['ROUTINE', 'SOON', 'URGENT'];

/** What can be written into a follow-up of either shape, as a form holds it. The checklist is a text with a line for each item. */
export type FollowUpValues = {
  readonly what: string;
  readonly why: string;
  readonly kind: FollowUpKind | '';
  readonly priority: FollowUpPriority;
  readonly outsideParty: string;
  readonly documentsSent: string;
  readonly everyWeeks: string;
  readonly recursUntil: string;
  readonly watcherIds: string[];
  readonly checklist: string;
};

export const NEW_FOLLOW_UP: FollowUpValues = {
  what: '', why: '', kind: '', priority: 'ROUTINE', outsideParty: '', documentsSent: '', everyWeeks: '', recursUntil: '', watcherIds: [], checklist: '',
};

export const valuesOf = (followUp: FollowUpPartsFragment): FollowUpValues => ({
  what: followUp.what,
  why: followUp.why ?? '',
  kind: followUp.kind,
  priority: followUp.priority,
  outsideParty: followUp.outsideParty ?? '',
  documentsSent: followUp.documentsSent ?? '',
  everyWeeks: followUp.everyWeeks?.toString() ?? '',
  recursUntil: followUp.recursUntil ?? '',
  watcherIds: followUp.watchers.map(({ id }) => id),
  checklist: followUp.checklist.map(({ text }) => text).join('\n'),
});

/** What comes again says how often and until when, or neither. */
export const recurrenceLacks = ({ everyWeeks, recursUntil }: Pick<FollowUpValues, 'everyWeeks' | 'recursUntil'>): 'everyWeeks' | 'recursUntil' | null =>
  (Boolean(everyWeeks) === Boolean(recursUntil) ? null : everyWeeks ? 'recursUntil' : 'everyWeeks');

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

type Ticks = readonly { readonly text: string; readonly isDone: boolean }[];

/** Each field as it is sent. A line of the checklist that stood before keeps its tick. */
function written(values: FollowUpValues, ticks: Ticks) {
  const line = (text: string) => text.trim() || null;
  return {
    what: values.what.trim(),
    why: line(values.why),
    kind: values.kind || undefined,
    priority: values.priority,
    outsideParty: line(values.outsideParty),
    documentsSent: line(values.documentsSent),
    everyWeeks: values.everyWeeks ? Number(values.everyWeeks) : null,
    recursUntil: values.recursUntil || null,
    watcherIds: values.watcherIds,
    checklist: linesOf(values.checklist).map((text) => ({ text, isDone: ticks.some((item) => item.isDone && item.text === text) })),
  };
}

/** All of a new one. */
export const writtenNew = (values: FollowUpValues) => ({ ...written(values, []), checklist: linesOf(values.checklist) });

/** Only what was changed: absent leaves what stands. */
export function writtenChanges(seen: FollowUpValues, values: FollowUpValues, ticks: Ticks): Partial<ReturnType<typeof written>> {
  const now = Object.entries(written(values, ticks));
  const changed = (field: string) => JSON.stringify(values[field as keyof FollowUpValues]) !== JSON.stringify(seen[field as keyof FollowUpValues]);
  // How often and until when are one order.
  const isRepeated = changed('everyWeeks') || changed('recursUntil');
  return Object.fromEntries(now.filter(([field]) => (field === 'everyWeeks' || field === 'recursUntil' ? isRepeated : changed(field))));
}
