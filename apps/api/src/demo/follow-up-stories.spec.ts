import { describe, expect, it } from '@jest/globals';
import { type FollowUpState, firstState, isOpen, movesFrom } from '@plexus/domain';
import { FOLLOW_UPS, type FollowUpStory, LEAVES } from './follow-up-stories.ts';
import { LINDENHALL } from './first-organization.ts';
import { type PatientStory, TODAY } from './story.types.ts';

const STORIES = Object.entries(FOLLOW_UPS).flatMap(([key, stories]) => stories.map((story) => ({ patient: LINDENHALL.patients.find((one) => one.key === key)!, story })));
const nameOf = ({ patient, story }: (typeof STORIES)[number]): string => `${patient.key} ${story.key}`;

/** The state in which a story leaves its follow-up. What somebody asks of themselves is accepted by that. */
const stateOf = ({ shape, opened, to, steps }: FollowUpStory): FollowUpState =>
  steps.reduce<FollowUpState>((state, step) => movesFrom({ shape, state }).find(({ verb }) => verb === step.do)?.to ?? state, shape === 'request' && 'person' in to && to.person === opened.by ? 'accepted' : firstState(shape));
const late = ({ dueDay }: FollowUpStory): boolean => dueDay < TODAY;
const isAway = (person: string): boolean => LEAVES.some((leave) => leave.person === person && leave.fromDay <= TODAY && leave.toDay >= TODAY);
const willBeAway = (person: string): boolean => LEAVES.some((leave) => leave.person === person && leave.fromDay > TODAY);
const isCovered = ({ standIns }: PatientStory, person: string): boolean => standIns.some(({ member, fromDay, toDay }) => member === person && fromDay <= TODAY && toDay >= TODAY);

describe('what the demo’s people ask of each other', () => {
  it('is of every kind that a worklist shows', () => {
    const found = (is: (story: FollowUpStory, patient: PatientStory) => boolean) => STORIES.filter(({ story, patient }) => is(story, patient)).map(nameOf);
    const open = ({ ...story }: FollowUpStory) => isOpen(stateOf(story));
    const away = (story: FollowUpStory) => 'person' in story.to && isAway(story.to.person);
    const shown = {
      overdue: found((story) => open(story) && late(story)),
      toCome: found((story) => open(story) && !late(story)),
      pooled: found((story) => open(story) && 'pool' in story.to),
      unownedByLeave: found((story, patient) => open(story) && away(story) && 'person' in story.to && !isCovered(patient, story.to.person)),
      coveredByStandIn: found((story, patient) => open(story) && away(story) && 'person' in story.to && isCovered(patient, story.to.person)),
      reported: found((story) => stateOf(story) === 'reported'),
      declined: found((story) => stateOf(story) === 'declined'),
      referralOutside: found((story) => open(story) && story.kind === 'referral' && story.outsideParty !== undefined && stateOf(story) !== 'reported'),
      referralRead: found((story) => stateOf(story) === 'read' && story.kind === 'referral'),
      safety: found((story) => open(story) && story.kind === 'safety'),
      repeated: found((story) => story.everyWeeks !== undefined),
      // Whoever will be away has several things to hand over.
      toHandOver: found((story) => open(story) && stateOf(story) !== 'reported' && 'person' in story.to && willBeAway(story.to.person)).slice(1),
      cancelled: found((story) => stateOf(story) === 'cancelled'),
    };
    expect(Object.entries(shown).filter(([, names]) => names.length === 0)).toEqual([]);
    // The coordinator's late work.
    expect(shown.overdue.filter((name) => name.startsWith('P12'))).toEqual(['P12 sleep-clinic', 'P12 review', 'P12 family']);
  });

  it.each(STORIES.map((one) => [nameOf(one), one.story] as const))('%s is told in its order, ends before today, and moves as the contract allows', (_, { shape, opened, to, steps }) => {
    const days = [opened, ...steps].map(({ day, hour }) => day * 24 + hour);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.at(-1)!).toBeLessThan(TODAY * 24);
    let state: FollowUpState = shape === 'request' && 'person' in to && to.person === opened.by ? 'accepted' : firstState(shape);
    for (const step of steps) {
      if (step.do === 'call' || step.do === 'comment' || step.do === 'remind' || step.do === 'attach') continue;
      const move = movesFrom({ shape, state }).find(({ verb }) => verb === step.do);
      expect([step.do, move?.verb]).toEqual([step.do, step.do]);
      state = move!.to;
    }
  });
});
