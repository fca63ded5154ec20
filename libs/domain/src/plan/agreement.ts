import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import type { Day } from '../text/day.ts';
import { checkText } from '../text/text.ts';

export const AGREEMENT_ANSWERS = ['right', 'objection'] as const;
export type AgreementAnswer = (typeof AGREEMENT_ANSWERS)[number];

/** What a discipline said of its part in one version of the plan. */
export interface Agreement {
  readonly discipline: string;
  readonly answer: AgreementAnswer;
  /** Why it objects; null when its part is right. */
  readonly reason: string | null;
  readonly planVersion: number;
  /** The revision of the record in which it was said: what came after was not agreed to. */
  readonly revision: number;
  readonly answeredOn: Day;
}

/** A goal or a part that was changed, by whom last. */
export interface ChangedThing {
  readonly entity: 'goal' | 'activity';
  readonly id: string;
  /** Of a part: whose it is. Null of a goal, which is everybody's. */
  readonly discipline: string | null;
  /** The discipline of who changed it; null for one outside the team. */
  readonly changedBy: string | null;
  readonly revision: number;
}

export interface OpenQuestion {
  /** Changed since the discipline answered, by others. */
  readonly changed: readonly ChangedThing[];
  /** The plan's review day has come and the discipline has not answered since. */
  readonly isReview: boolean;
  readonly isAsked: boolean;
}

/**
 * Each discipline is asked once: when it never answered, when the plan's review day has come, and when a goal or a part of its own was changed by
 * somebody of another discipline. What it changed itself it has said. Only a plan that runs asks.
 */
export function openQuestion(
  discipline: string,
  last: Pick<Agreement, 'revision' | 'answeredOn'> | undefined,
  plan: { readonly status: string; readonly reviewDate: Day | null },
  changes: readonly ChangedThing[],
  today: Day,
): OpenQuestion {
  const changed = last ? changes.filter((thing) => thing.revision > last.revision && (thing.discipline ?? discipline) === discipline && thing.changedBy !== discipline) : [];
  const isReview = plan.reviewDate !== null && plan.reviewDate <= today && (last === undefined || last.answeredOn < plan.reviewDate);
  return { changed, isReview, isAsked: plan.status === 'active' && (last === undefined || isReview || changed.length > 0) };
}

/**
 * Somebody who treats the patient answers for the discipline in which they do, of the version that they read. `discipline` is null for who reaches
 * the patient without being on the team.
 */
export const checkAgreement = (given: { readonly planVersion: number; readonly answer: AgreementAnswer; readonly reason: string | null }, discipline: string | null, planVersion: number): Result<void, RuleViolation> =>
  unless([
    discipline === null ? violation('AGREEMENT_OF_TEAM', 'A member of the team answers for the discipline. You are not on this team.', 'answer') : null,
    given.planVersion === planVersion ? null : violation('PLAN_MOVED_ON', 'The plan is at version {version} by now. Read what changed, then answer again.', 'planVersion', { version: String(planVersion) }),
    given.answer === 'right' && given.reason !== null ? violation('REASON_WITHOUT_OBJECTION', 'A part that is right needs no reason. Leave it out, or object.', 'reason') : null,
    given.answer === 'objection' ? checkText('reason', given.reason ?? '', 'line', { required: true }) : null,
  ]);
