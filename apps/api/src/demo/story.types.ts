import type { ACTIVITY_DETAILS, ActivityDetailName, ActivityDetails, DetailSpec, TreatmentOutcome, TrialDecision } from '@plexus/domain';

/**
 * The demo clinic as stories: what people did, on which day, for which reason. A loader plays them through the application's own
 * use-cases on a moved clock, so everything the demo shows has an author, a history and has passed every rule.
 *
 * All days are offsets: day 0 is the load date minus 182 days, day 182 is today. Stories end on day 181, because day 182 may be young.
 */

/** Today, as an offset from day 0. */
export const TODAY = 182;

/** An offset from day 0; negative before the patient came to the clinic, above 182 in the future. */
export type DayOffset = number;

/** The `key` of a person in the organization's staff list. */
export type StaffKey = string;

/** The full hour at which something happened, 8 to 17, in the organization's time zone. */
export type Hour = number;

/** Who did something, and when. */
export interface Deed {
  readonly day: DayOffset;
  readonly hour: Hour;
  readonly by: StaffKey;
}

// ---------------------------------------------------------------- the organization

export type OrganizationRole = 'coordinator' | 'administrator' | 'privacy-officer';

export interface StaffStory {
  readonly key: StaffKey;
  /** As colleagues say it: Dr. Ingrid Vasquez-Thorne. */
  readonly name: string;
  /** A discipline id of the catalogue; null for staff without one. */
  readonly discipline: string | null;
  readonly roles: readonly OrganizationRole[];
  readonly email: string;
}

export interface OrganizationStory {
  readonly key: string;
  readonly name: string;
  /** IANA. */
  readonly timeZone: string;
  readonly staff: readonly StaffStory[];
  readonly patients: readonly PatientStory[];
}

// ---------------------------------------------------------------- the patient

export interface PatientStory {
  /** `P01` to `P13` at the demo clinic. */
  readonly key: string;
  /** Day 0 at 8:00 (the newest patient: yesterday), by a coordinator or the first lead: nothing happens to the patient before. */
  readonly added: Deed;
  readonly mrn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName?: string;
  /** Completed years on the load date. The year of birth follows from it and `birthday`. */
  readonly age: number;
  readonly birthday: { readonly month: number; readonly day: number };
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly pronouns: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** BCP 47. */
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds?: string;
  readonly problems: readonly ProblemStory[];
  /** `not-asked` is a gap that the chart should show, not the same as `none-known`. */
  readonly allergies: 'none-known' | 'not-asked' | readonly AllergyStory[];
  /** Absent: nobody has asked, which the chart shows as a gap. */
  readonly devices?: 'none' | readonly DeviceStory[];
  /** A peer mentor sees the plan by one of these. */
  readonly consents?: readonly ConsentStory[];
  readonly team: readonly MembershipStory[];
  readonly standIns: readonly StandInStory[];
  /** In order of time. A step of the same person on the same day belongs to the contact. */
  readonly contacts: readonly ContactStory[];
  readonly plan: PlanStory;
  readonly goals: readonly GoalStory[];
  readonly activities: readonly ActivityStory[];
  readonly tried?: readonly PastTreatmentStory[];
}

export interface ProblemStory {
  /** A problem id of the catalogue. */
  readonly catalogueId: string;
  /** When it began. At most one of the two; neither: not known. */
  readonly sinceDay?: DayOffset;
  readonly sinceYearsAgo?: number;
  /** What the catalogue's name does not say: level, side, grade. */
  readonly note?: string;
  /** When it came to the list; without it: as the patient was added. */
  readonly recorded?: Deed;
  readonly resolved?: Deed & { readonly reason: string };
}

export interface AllergyStory {
  readonly substance: string;
  readonly reaction: string;
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown';
}

interface DeviceFacts {
  readonly maker?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly site?: string;
  readonly side?: 'left' | 'right' | 'both';
  readonly mriCondition?: 'safe' | 'conditional' | 'unsafe' | 'not-known';
  readonly mriTerms?: string;
  readonly followedBy?: string;
}

export interface DeviceStory extends DeviceFacts {
  /** A device id of the catalogue. */
  readonly kind: string;
  readonly implantedDay?: DayOffset;
  /** When it came to the list, by somebody who saw its card that day. */
  readonly recorded: Deed;
  /** What was added to the card later. */
  readonly completed?: Deed & DeviceFacts;
}

export interface ConsentStory {
  /** A kind of consent of the catalogue. */
  readonly kind: string;
  readonly partyName?: string;
  readonly partyRelation?: string;
  readonly scope?: string;
  readonly how: 'written' | 'spoken' | 'recorded';
  /** It holds from that day on. */
  readonly given: Deed;
  /** The last day, inclusive. */
  readonly toDay?: DayOffset;
  readonly withdrawn?: Deed & { readonly how: 'written' | 'spoken' | 'recorded' };
}

/**
 * One period of one person in the team. A person may have several that follow each other: a change of lead is the old lead's period
 * ending the day before the new one's begins, and both may stay or have been members around it; its reason is the new period's.
 */
export interface MembershipStory {
  readonly person: StaffKey;
  readonly role: 'lead' | 'member' | 'observer';
  readonly fromDay: DayOffset;
  /** The last day, inclusive. */
  readonly toDay?: DayOffset;
  /** Why this person is on the team; of a lead who takes over: why the lead changes. */
  readonly reason: string;
  readonly endReason?: string;
  /** When a coordinator entered it; without it: at 8:00 of `fromDay`. */
  readonly arrangedDay?: DayOffset;
}

/** A colleague acts for a member on leave. */
export interface StandInStory {
  readonly member: StaffKey;
  readonly standIn: StaffKey;
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly reason: string;
  /** When and by whom it was arranged: before `fromDay`. */
  readonly arranged: Deed;
}

export interface ContactStory extends Deed {
  readonly kind: 'visit' | 'call' | 'message' | 'conference';
}

// ---------------------------------------------------------------- the background

/** Stands in `backgrounds.ts` by the patient's key. */
export interface BackgroundStory {
  readonly symptoms: readonly SymptomStory[];
  readonly riskFactors: readonly RiskFactorStory[];
  /** In order of time. */
  readonly screens: readonly ScreenStory[];
}

export interface SymptomStory extends Deed {
  /** A symptom id of the catalogue. */
  readonly code: string;
  /** Places of the body: `left-hip`, `neck`. */
  readonly places?: readonly string[];
  readonly patterns?: readonly string[];
  readonly patternWords?: string;
  readonly severity?: number;
  /** At most one of the two; neither: not known. */
  readonly sinceDay?: DayOffset;
  readonly sinceYearsAgo?: number;
  readonly note?: string;
  /** What became of it. */
  readonly now?: Deed & ({ readonly severity: number; readonly isOver?: undefined } | { readonly isOver: true });
}

/** Added with the patient. Named by the catalogue or in words. */
export interface RiskFactorStory {
  readonly code?: string;
  readonly words?: string;
  readonly sinceYearsAgo?: number;
  readonly note?: string;
}

/** Every question that is not named was answered with no. */
export interface ScreenStory extends Deed {
  /** What was found, by question. */
  readonly yes: Readonly<Record<string, string>>;
  readonly notAsked?: readonly string[];
  readonly decided?: Deed & { readonly decision: 'watch' | 'test' | 'refer'; readonly reason: string };
}

// ---------------------------------------------------------------- the plan

export interface PlanStory {
  readonly title: string;
  readonly summary: string;
  /** When the plan was written and by whom, with its first review day; it starts in the same hour, if there is a red-flag screen by then. */
  readonly opened: Deed & { readonly reviewDay: DayOffset };
  /** Reviews that were held, in order; each says when the next one is due. */
  readonly reviews: readonly (Deed & { readonly reviewDay: DayOffset; readonly reason: string })[];
  /** The review day that stands today: the last review's, or the first. Before 182: late. */
  readonly reviewDay: DayOffset;
  /** What the patient should hear from everyone. */
  readonly agreedMessage: string;
  /** When it was agreed, and who wrote it down. */
  readonly agreed: Deed;
  /** Who does not agree with it, and why. */
  readonly dissents?: readonly (Deed & { readonly reason: string })[];
  /** What members said of their discipline's part, of the plan as it stood then; with a reason it is an objection. */
  readonly answers?: readonly (Deed & { readonly reason?: string })[];
}

export type GoalScope = 'whole-person' | 'upper-back';

export type GoalDomain = 'movement' | 'sleep' | 'mood-and-fear' | 'medication' | 'work-and-role' | 'pacing' | 'understanding' | 'social';

export type GoalAchievement =
  | 'in-progress'
  | 'improving'
  | 'worsening'
  | 'no-change'
  | 'achieved'
  | 'sustaining'
  | 'not-achieved'
  | 'no-progress'
  | 'not-attainable';

export interface GoalTarget {
  /** A measure id of the catalogue; null when no measure of the catalogue fits. */
  readonly measure: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly day: DayOffset;
}

/** Fields are as first proposed; `edit` steps change them. */
export interface GoalStory {
  /** Unique within the patient. */
  readonly key: string;
  /** In the patient's own words. */
  readonly words: string;
  /** The clinical restatement. */
  readonly restatement: string;
  readonly scope: GoalScope;
  readonly domain: GoalDomain;
  /** Absent: nobody owns it. */
  readonly owner?: StaffKey;
  readonly participants: readonly StaffKey[];
  readonly target: GoalTarget | null;
  /** In order of time; the first one proposes. */
  readonly steps: readonly GoalStep[];
}

export type GoalStep = Deed &
  (
    | { readonly do: 'propose' }
    | { readonly do: 'activate' }
    /** The five descriptors, from −2 to +2. */
    | { readonly do: 'scale'; readonly scale: readonly string[] }
    | { readonly do: 'rate'; readonly rater: 'clinician' | 'patient'; readonly level: -2 | -1 | 0 | 1 | 2; readonly note?: string }
    | ({ readonly do: 'edit'; readonly reason: string } & Partial<Pick<GoalStory, 'words' | 'restatement' | 'owner' | 'participants' | 'target'>>)
    | { readonly do: 'achievement'; readonly achievement: GoalAchievement; readonly reason: string }
    | { readonly do: 'pause'; readonly reason: string }
    | { readonly do: 'resume'; readonly reason: string }
    | { readonly do: 'complete'; readonly achievement: GoalAchievement; readonly reason: string }
    | { readonly do: 'cancel'; readonly reason: string }
  );

/** Fields are as first planned; `start` and `edit` steps change them. */
export interface ActivityStory {
  /** Unique within the patient. */
  readonly key: string;
  /** A treatment or activity id of the catalogue. */
  readonly catalogueId: string;
  /** The discipline in whose column it stands: one that the catalogue names for it. */
  readonly discipline: string;
  /** Null: the patient does it themself. */
  readonly owner: StaffKey | null;
  /** Keys of goals proposed before; empty: an activity without a goal, which the plan shows as a defect. */
  readonly goals: readonly string[];
  /** What an activity of its kind says, as first planned. */
  readonly details?: StoryDetails;
  /** What the details cannot say of the dose, as first planned: 'With food', 'On Mondays'. */
  readonly doseText?: string;
  /** In order of time; the first one plans. */
  readonly steps: readonly ActivityStep[];
}

type DetailStory<Type extends DetailSpec['type'], Value> = Type extends 'date' ? DayOffset : Type extends 'person' ? StaffKey : Type extends 'steps' ? readonly { readonly fromDay: DayOffset; readonly amount: number; readonly timesPerDay: number }[] : Value;
/** The details of the domain, with days as offsets and people by their keys. Null, in an edit: cleared. */
export type StoryDetails = { readonly [Name in ActivityDetailName]?: DetailStory<(typeof ACTIVITY_DETAILS)[Name]['type'], ActivityDetails[Name]> | null };

/** What was tried before the patient came, as somebody wrote it down. */
export interface PastTreatmentStory extends Deed {
  readonly catalogueId: string;
  readonly discipline: string;
  readonly outcome: TreatmentOutcome;
  readonly endedDay?: DayOffset;
  readonly reason: string;
}

interface ActivityDates {
  /** When it begins (a plan) or really began (a start of what the patient brought along), where that is not the day of the step. */
  readonly startsDay?: DayOffset;
  readonly reviewDay?: DayOffset;
  readonly endsDay?: DayOffset;
}

/** What is written down with a start: before it, but for the day on which it really began and the goals it serves. */
export interface StartWords extends ActivityDates {
  readonly details?: StoryDetails;
  readonly goals?: readonly string[];
}

/** How it went, with what was found or done written down before it ends. */
interface EndWords {
  readonly reason: string;
  readonly outcome?: TreatmentOutcome;
  readonly details?: StoryDetails;
}

export type ActivityStep = Deed &
  (
    | ({ readonly do: 'plan'; /** The indication. */ readonly reason?: string } & ActivityDates)
    | ({ readonly do: 'start'; readonly reason?: string } & StartWords)
    | ({ readonly do: 'edit'; readonly reason: string; readonly doseText?: string | null; readonly nextStep?: string; readonly details?: StoryDetails; readonly goals?: readonly string[]; readonly owner?: StaffKey | null } & ActivityDates)
    | { readonly do: 'decide'; readonly decision: TrialDecision; readonly reason: string; readonly reviewDay?: DayOffset; readonly outcome?: TreatmentOutcome }
    | { readonly do: 'pause'; readonly reason: string }
    | { readonly do: 'resume'; readonly reason: string }
    | ({ readonly do: 'complete' } & EndWords)
    | ({ readonly do: 'stop' } & EndWords)
    | { readonly do: 'decline'; readonly reason: string }
  );
