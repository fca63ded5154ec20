import {
  type ActivityGiven, type ActivityStatus, type Result, type RuleViolation, addDays, checkActivity, checkActivityEdit, checkOutcome, checkStart, decideTrial, moveActivity, patchedDetails, unless,
} from '@plexus/domain';
import { type StoryWorld, detailsOf } from '../../src/demo/story-details.ts';
import type { ActivityStory, Deed, StartWords } from '../../src/demo/story.types.ts';
import { catalogueCheck } from '../../src/modules/plan/application/catalogue-check.ts';

/** Where a story is played without a database: only the distance between its days matters. */
export const MODEL: StoryWorld = { day: (offset) => addDays('2026-01-01', offset), personId: (key) => key };

export interface Played extends Required<Omit<ActivityGiven, 'nextStep'>> {
  readonly catalogueId: string;
  readonly status: ActivityStatus;
}

const datesOf = ({ startsDay, reviewDay, endsDay }: Deed & StartWords): Partial<Played> => ({
  ...(startsDay === undefined ? {} : { startsOn: MODEL.day(startsDay) }),
  ...(reviewDay === undefined ? {} : { reviewOn: MODEL.day(reviewDay) }),
  ...(endsDay === undefined ? {} : { endsOn: MODEL.day(endsDay) }),
});

/** The activity at the end of its story, by the domain's own rules and the catalogue; throws at the first step they refuse. */
export const played = (activity: ActivityStory): Played =>
  activity.steps.reduce<Played | null>((now, step) => {
    const today = MODEL.day(step.day);
    const refused = (why: string): Error => new Error(`${activity.key}: ${step.do} on day ${step.day} while ${now?.status ?? 'not planned'}: ${why}`);
    const must = <T>(result: Result<T, RuleViolation>): T => {
      if (!result.ok) throw refused(result.error.violations.map(({ field, message }) => `${field} ${message}`).join(' '));
      return result.value;
    };
    const written = (after: Played): Played => {
      must(checkActivity(after, catalogueCheck, today));
      return after;
    };
    if ((step.do === 'plan') !== (now === null)) throw refused('A story plans once, and first.');
    if (step.do === 'plan' || now === null) {
      const { catalogueId, discipline, doseText = null, details } = activity;
      const reason = 'reason' in step ? (step.reason ?? null) : null;
      return written({ catalogueId, discipline, doseText, reason, status: 'planned', startsOn: null, reviewOn: null, endsOn: null, ...datesOf(step), details: patchedDetails({}, detailsOf(MODEL, details)) });
    }
    if (step.do === 'decide') {
      const { details, ...moved } = must(decideTrial(now, { ...step, reviewOn: step.reviewDay === undefined ? null : MODEL.day(step.reviewDay) }, today));
      return { ...now, ...moved, details: patchedDetails(now.details, details) };
    }
    const told: Deed & StartWords = step;
    const { startsOn, ...dates } = datesOf(step);
    const edited = (): Played => {
      must(checkActivityEdit(now, {}));
      return written({ ...now, ...dates, details: patchedDetails(now.details, detailsOf(MODEL, told.details)) });
    };
    if (step.do === 'edit') return written({ ...edited(), ...datesOf(step), doseText: step.doseText === undefined ? now.doseText : step.doseText });
    const before = told.details || dates.reviewOn || dates.endsOn ? edited() : now;
    const { statusReason: _, ...moved } = must(moveActivity(before, step.do, step, today));
    const outcome = step.do === 'decline' ? 'declined' : 'outcome' in step ? step.outcome : undefined;
    if (step.do === 'start') must(checkStart(before, catalogueCheck));
    else if (step.do !== 'decline') must(unless([checkOutcome(step.do, outcome)]));
    return written({ ...before, ...moved, ...(startsOn ? { startsOn } : {}), details: patchedDetails(before.details, outcome ? { outcome } : {}) });
  }, null)!;
