import type { SourceKey } from '../sources.ts';
import type { Code, SourceStatus } from '../vocabulary.ts';

/** How much of a measure we may show; the licence decides. */
export const MEASURE_SHIPPING = {
  full: 'items and score',
  provisional: 'score and our own short labels; the item text waits for a licence confirmation',
  'structure-own-wording': 'structure of the measure in our own words',
  'score-only': 'total and domain scores only, entered from a form the clinic is licensed to use',
} as const;
export type MeasureShipping = keyof typeof MEASURE_SHIPPING;

export const MEASURE_DIRECTIONS = {
  'lower-better': 'lower is better',
  'higher-better': 'higher is better',
  'toward-target': 'closer to the target is better',
  'by-domain': 'differs by domain',
} as const;
export type MeasureDirection = keyof typeof MEASURE_DIRECTIONS;

/** Lowest and highest possible value. */
export interface MeasureRange {
  readonly low: number;
  readonly high: number;
  /** Unit of the value, e.g. "points", "m", "degrees", "T". */
  readonly unit: string;
}

/**
 * How much change means something. `mcid`: the smallest change that matters to patients. `mdc`: the smallest change
 * beyond measurement noise; never call it an improvement. `target`: a level to reach. `none`: nothing agreed.
 */
export interface ChangeThreshold {
  readonly kind: 'mcid' | 'mdc' | 'target' | 'none';
  /** In the unit of the range; null where only a percentage is known, or nothing. */
  readonly points: number | null;
  /** Percent of the value at baseline. */
  readonly percentOfBaseline: number | null;
  readonly text: string;
  readonly sources: readonly SourceKey[];
  /** Null where there is no threshold to follow back. */
  readonly status: SourceStatus | null;
  /** What the status does not cover. */
  readonly statusNote?: string;
}

/** A named stretch of the range, both ends included; null is open. */
export interface MeasureBand {
  readonly low: number | null;
  readonly high: number | null;
  readonly label: string;
}

/** One published set of bands. Store with a score which set was shown. */
export interface BandSet {
  readonly name: string;
  readonly bands: readonly MeasureBand[];
  readonly sources: readonly SourceKey[];
}

export interface MeasureLicence {
  readonly terms: string;
  /** Null for our own work. */
  readonly status: SourceStatus | null;
  readonly statusNote?: string;
}

/** A scale, test or log by which the team sees whether care helps. Item text is in `measure-items.ts`. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  /** What a team says, and what fits beside a goal. */
  readonly shortName: string;
  readonly ship: MeasureShipping;
  /** What it measures, as a phrase. */
  readonly domain: string;
  /** The time it looks back on. Never mix two recall periods in one line of a chart. */
  readonly recall: string;
  readonly items: string;
  readonly scoring: string;
  /** Null where a single range does not describe it; then `rangeNote` does. */
  readonly range: MeasureRange | null;
  readonly rangeNote?: string;
  readonly direction: MeasureDirection;
  readonly directionNote?: string;
  readonly change: ChangeThreshold;
  readonly bandSets: readonly BandSet[];
  /** Bands that do not fit a set, e.g. by age and sex. */
  readonly bandsNote?: string;
  readonly bandsNoteSources?: readonly SourceKey[];
  readonly licence: MeasureLicence;
  readonly codes: readonly Code[];
  readonly codeSources: readonly SourceKey[];
  /** When it is due, in words. */
  readonly interval: string;
  /** Weeks between two; null where an event decides. */
  readonly defaultIntervalWeeks: number | null;
}
