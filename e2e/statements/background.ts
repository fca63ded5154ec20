import { problemById, riskFactorById, symptomById } from '@plexus/catalogue/labels';
import { deed, type Deed } from './deed.ts';
import type { StaffName } from './staff.ts';

interface SymptomGiven {
  /** Ids of body places; of what has sides `left-hand`. */
  readonly at?: readonly string[];
  readonly patterns?: readonly string[];
  readonly patternWords?: string;
  /** 0 to 10. */
  readonly severity: number;
  readonly note?: string;
}

const placeOf = (id: string) => {
  const [, side, site] = /^(left|right)-(.+)$/.exec(id) ?? [];
  return side ? { site, side: side.toUpperCase() } : { site: id };
};

export const symptom = (by: StaffName, code: string, { at = [], ...given }: SymptomGiven, ...shows: string[]): Deed =>
  deed(by, 'RecordSymptom', 'background', 'symptoms', { code, places: at.map(placeOf), ...given }, [symptomById(code)!.name, `${given.severity} of 10`, ...shows]);

export const riskFactor = (by: StaffName, code: string, note: string): Deed => deed(by, 'AddRiskFactor', 'background', 'riskFactors', { code, note }, [riskFactorById(code)!.name]);

/** One that the catalogue does not have. */
export const riskFactorInWords = (by: StaffName, words: string, note: string): Deed =>
  deed(by, 'AddRiskFactor', 'background', 'riskFactors', { words, note }, [], () => ({ name: words, note }));

export const problem = (by: StaffName, catalogueId: string, note: string, since?: string, ...shows: string[]): Deed =>
  deed(by, 'AddProblem', 'details', 'problems', { catalogueId, note, ...(since && { since }) }, [problemById(catalogueId)!.name, ...shows]);
