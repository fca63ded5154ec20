import { type ActivityDetailName, type ActivityDetailsPatch, type Day, detailSpec, writeTaperStep } from '@plexus/domain';
import type { DayOffset, StaffKey, StoryDetails } from './story.types.ts';

/** What a story's offsets and keys stand for. */
export interface StoryWorld {
  day(offset: DayOffset): Day;
  personId(key: StaffKey): string;
}

/** The details of a story as the record has them: with days and ids of people. */
export function detailsOf(world: StoryWorld, story: StoryDetails = {}): ActivityDetailsPatch {
  const said = Object.entries(story).map(([name, value]) => {
    const { type } = detailSpec(name as ActivityDetailName);
    if (value === null) return [name, null];
    if (type === 'date') return [name, world.day(value as number)];
    if (type === 'person') return [name, world.personId(value as string)];
    return [name, type === 'steps' ? (story.taper ?? []).map(({ fromDay, ...step }) => writeTaperStep({ from: world.day(fromDay), ...step })) : value];
  });
  return Object.fromEntries(said) as ActivityDetailsPatch;
}
