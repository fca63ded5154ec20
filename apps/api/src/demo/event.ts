import type { Actor } from '../platform/actor.ts';
import type { Deed } from './story.types.ts';

/** One thing that happens: when and by whom, and what is done through a use-case. */
export interface Event {
  readonly deed: Deed;
  /** Within the same hour: 0 the patient is added, 1 what the chart lists, 2 team, 3 a contact opens, 4 background and goals, 5 activities, 6 plan and what is asked, 7 the plan starts, the medicines are gone through and what was asked goes on, 8 the contact closes, 9 somebody reviews the plan. */
  readonly order: number;
  play(actor: Actor): Promise<unknown>;
}

const MINUTES_AN_ORDER = 6;
export const minuteOf = (event: Event): number => event.order * MINUTES_AN_ORDER;

/** In the order in which they happened; what happened at once stays in the order of the story. */
export const inTime = (events: readonly Event[]): Event[] =>
  events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.deed.day - b.event.deed.day || a.event.deed.hour - b.event.deed.hour || a.event.order - b.event.order || a.index - b.index)
    .map(({ event }) => event);
