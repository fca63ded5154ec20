/**
 * What a shared plan must do with many editors, written from docs/record.md and without a look at how it is done: things with fields, the orders
 * that fields form, and a list of what was acknowledged.
 */
export type Value = string | readonly string[] | null;
export type Kind = 'plan' | 'goal' | 'activity';
export type Fields = Readonly<Record<string, Value>>;

/** Which order a field belongs to. A field that is not named is an order of its own. */
const ORDERS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  plan: { agreedOn: 'agreedMessage' },
  goal: { targetMeasure: 'target', targetBaseline: 'target', targetValue: 'target', targetUnit: 'target', targetDate: 'target', startedOn: 'status', endedOn: 'status', endReason: 'status' },
  activity: { catalogueId: 'order', doseText: 'order', reason: 'order', startsOn: 'period', endsOn: 'period', reviewOn: 'review', statusReason: 'status' },
};
/** Whatever begins, rests or ends an order meets every change of it. */
const ENTANGLED: Readonly<Record<Kind, readonly (readonly [string, string])[]>> = { plan: [], goal: [['status', 'target']], activity: [['status', 'order'], ['status', 'period']] };

export const orderOf = (kind: Kind, field: string): string => ORDERS[kind][field] ?? field;
const isEntangled = (kind: Kind, a: string, b: string): boolean => ENTANGLED[kind].some(([one, other]) => (one === a && other === b) || (one === b && other === a));
/** A list to which somebody was added has lost nothing. */
const keepsAll = (before: Value, after: Value): boolean => Array.isArray(before) && Array.isArray(after) && before.every((one: string) => after.includes(one));
const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Thing {
  readonly id: string;
  readonly kind: Kind;
  /** The revision with which it came. */
  readonly since: number;
  readonly now: Record<string, Value>;
  /** Every change of it that was acknowledged, oldest first. */
  readonly changes: { readonly revision: number; readonly by: string; readonly base: number; readonly field: string; readonly before: Value; readonly after: Value }[];
}

export type Outcome = { readonly kind: 'done'; readonly revision: number } | { readonly kind: 'refused' } | { readonly kind: 'conflict'; readonly orders: readonly string[] };

/** What somebody wants of a thing: `asks` is what they say, `writes` what comes of it; null: the thing's state does not allow it. */
export interface Wish {
  readonly asks: Fields;
  readonly writes: Fields | null;
}

export class PlanModel {
  readonly things = new Map<string, Thing>();

  constructor(public revision: number) {}

  of(kind: Kind): Thing[] {
    return [...this.things.values()].filter((thing) => thing.kind === kind);
  }

  add(id: string, kind: Kind, now: Fields): Thing {
    const thing: Thing = { id, kind, since: this.revision, now: { ...now }, changes: [] };
    this.things.set(id, thing);
    return thing;
  }

  /** Does what a command must do, and says what it must be answered. */
  send(thing: Thing, by: string, base: number, { asks, writes }: Wish): Outcome {
    const orders = this.met(thing, by, base, asks);
    if (orders.length > 0) return { kind: 'conflict', orders };
    if (!writes) return { kind: 'refused' };
    this.revision += 1;
    for (const [field, after] of Object.entries(writes)) {
      const before = thing.now[field] ?? null;
      if (same(before, after)) continue;
      thing.changes.push({ revision: this.revision, by, base, field, before, after });
      thing.now[field] = after;
    }
    return { kind: 'done', revision: this.revision };
  }

  /** The orders that others changed since, to something else than what the editor could know of, and that this would meddle with. */
  private met(thing: Thing, by: string, base: number, asks: Fields): string[] {
    const found = new Map<string, Value>();
    for (let at = thing.changes.length - 1; at >= 0 && thing.changes[at]!.revision > base; at -= 1) {
      const { by: author, field, before } = thing.changes[at]!;
      if (author !== by) found.set(field, before);
    }
    const theirs = new Set([...found].filter(([field, before]) => !same(before, thing.now[field] ?? null)).map(([field]) => orderOf(thing.kind, field)));
    const mine = Object.keys(asks).filter((field) => !same(asks[field]!, thing.now[field] ?? null)).map((field) => orderOf(thing.kind, field));
    return [...theirs].filter((order) => mine.some((own) => own === order || isEntangled(thing.kind, own, order))).sort();
  }

  /**
   * Looks back at what was acknowledged, with no thought of conflicts: whatever somebody wrote over must be a value that they had seen, or their own.
   * Answers what was lost.
   */
  lost(): string[] {
    return [...this.things.values()].flatMap((thing) =>
      thing.changes.flatMap((change, index) => {
        const earlier = thing.changes.slice(0, index).filter(({ field }) => field === change.field);
        const seen = earlier.filter(({ revision, by }) => revision <= change.base || by === change.by).map(({ after }) => after);
        const atBase = earlier.find(({ revision }) => revision > change.base)?.before ?? change.before;
        return keepsAll(change.before, change.after) || same(atBase, change.before) || seen.some((value) => same(value, change.before))
          ? []
          : [`revision ${change.revision}, written by somebody who knew ${change.base}, took ${JSON.stringify(change.before)} out of ${thing.kind}.${change.field}`];
      }),
    );
  }
}

const GOAL_VERBS: Readonly<Record<string, { from: readonly string[]; to: string }>> = {
  activate: { from: ['proposed'], to: 'active' }, pause: { from: ['active'], to: 'on-hold' }, resume: { from: ['on-hold'], to: 'active' },
  complete: { from: ['active', 'on-hold'], to: 'completed' }, cancel: { from: ['proposed', 'active', 'on-hold'], to: 'cancelled' },
};
const ACTIVITY_VERBS: typeof GOAL_VERBS = {
  start: { from: ['planned'], to: 'active' }, pause: { from: ['active'], to: 'on-hold' }, resume: { from: ['on-hold'], to: 'active' },
  complete: { from: ['active', 'on-hold'], to: 'completed' }, stop: { from: ['planned', 'active', 'on-hold'], to: 'stopped' }, decline: { from: ['planned'], to: 'declined' },
};
const isOpen = ({ now }: Thing): boolean => ['proposed', 'planned', 'active', 'on-hold'].includes(now.status as string);

export const edited = (thing: Thing, asks: Fields): Wish => ({ asks, writes: thing.kind === 'plan' || isOpen(thing) ? asks : null });

/** Joining says that one person is in, not who the others are: nobody is in its way. */
export const joined = (goal: Thing, personId: string): Wish => ({
  asks: {}, writes: isOpen(goal) ? { participants: [...new Set([...((goal.now.participants as readonly string[] | null) ?? []), personId])].sort() } : null,
});

export function movedGoal({ now }: Thing, verb: string, reason: string | null, achievement: string | null, today: string): Wish {
  const { from, to } = GOAL_VERBS[verb]!;
  const judged: Fields = achievement === null ? {} : { achievement };
  return {
    asks: { status: to, ...judged },
    writes: from.includes(now.status as string)
      ? { status: to, ...judged, ...(verb === 'activate' ? { startedOn: today } : {}), ...(verb === 'complete' || verb === 'cancel' ? { endedOn: today, endReason: reason } : {}) }
      : null,
  };
}

export function movedActivity({ now }: Thing, verb: string, reason: string | null, today: string): Wish {
  const { from, to } = ACTIVITY_VERBS[verb]!;
  return {
    asks: { status: to },
    writes: from.includes(now.status as string)
      ? { status: to, statusReason: to === 'active' ? null : reason, ...(verb === 'start' ? { startsOn: today } : {}), ...(verb === 'complete' || verb === 'stop' ? { endsOn: today } : {}) }
      : null,
  };
}
