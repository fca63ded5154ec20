import type { BodySiteId } from '../body-sites.ts';
import type { DisciplineId } from '../disciplines.ts';
import type { SourceKey } from '../sources.ts';
import type { ActivityKind, Code, CourseBasis, DoseUnit, TreatmentCategory } from '../vocabulary.ts';
import type { TreatmentId } from './treatment-labels.ts';

/** What every item that can be put on a plan has in common. */
export interface PlanItem {
  readonly id: string;
  readonly name: string;
  readonly kind: ActivityKind;
  /** Who may carry it out; the first is the usual one. */
  readonly disciplines: readonly DisciplineId[];
  /** Weeks from the start to the first review; null where the team sets the date itself. */
  readonly defaultReviewWeeks: number | null;
  /** Meant for days to weeks (a flare, an acute phase, a trial device, a taper): needs an end date or an early review. */
  readonly shortTerm: boolean;
  /** Body sites where it can be given; empty where a site says nothing. */
  readonly sites: readonly BodySiteId[];
  /** True when an order must say left, right or both. */
  readonly sided: boolean;
  /** Units a dose can be written in; empty where there is no dose. */
  readonly doseUnits: readonly DoseUnit[];
  /** Clinic articles that name it. */
  readonly articles: readonly SourceKey[];
}

/** How long a treatment runs and what it aims at, in words a clinician can edit. */
export interface Course {
  readonly duration?: string;
  /** How often, e.g. "1-2 per week". */
  readonly sessions?: string;
  /** The level to reach, for treatments without an end. */
  readonly target?: string;
  /** The dose on the product label; information, never an order. */
  readonly labelDose?: string;
  readonly basis: CourseBasis;
  readonly sources: readonly SourceKey[];
}

/** What is known about a treatment, with nothing left out that speaks against it. */
export interface Evidence {
  readonly note: string;
  readonly sources: readonly SourceKey[];
}

/** The short form: enough to name a treatment on a screen. */
export interface TreatmentLabel {
  readonly id: string;
  readonly name: string;
  readonly category: TreatmentCategory;
  readonly kind: ActivityKind;
}

/** Everything about a treatment but its label. */
export interface TreatmentDetail extends Omit<PlanItem, 'id' | 'name' | 'kind'> {
  readonly course: Course;
  /** Generic names as used by the drug classes. With more than one, the order must say which. */
  readonly drugs: readonly string[];
  readonly evidence: Evidence;
  readonly cautions: readonly string[];
  /** Only codes that were seen in a source; empty when none was. */
  readonly codes: readonly Code[];
  readonly codeSources: readonly SourceKey[];
}

export interface Treatment extends TreatmentDetail {
  readonly id: TreatmentId;
  readonly name: string;
  readonly category: TreatmentCategory;
  readonly kind: ActivityKind;
}

/** The details of every treatment whose id starts with the prefix: one missing or one too many does not compile. */
export type DetailsOf<Prefix extends string> = Readonly<Record<Extract<TreatmentId, `${Prefix}.${string}`>, TreatmentDetail>>;
