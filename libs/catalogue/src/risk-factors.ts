import type { SourceKey } from './sources.ts';

/** What makes pain likelier, keeps it going, or makes a treatment riskier. */
export interface RiskFactor {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly SourceKey[];
}

const riskFactorRows = [
  { id: 'desk-work', name: 'Long sitting or desk work', sources: ['SEED002', 'SEED003'] },
  { id: 'posture', name: 'Strained posture', sources: ['SEED000', 'SEED003'] },
  { id: 'heavy-lifting', name: 'Heavy or repeated lifting', sources: ['SEED002'] },
  { id: 'deconditioning', name: 'Little movement, low fitness', sources: ['JUDGE'] },
  { id: 'trauma', name: 'Physical or emotional trauma', sources: ['SEED004'] },
  { id: 'infection-or-illness', name: 'Began after an infection or illness', sources: ['SEED004'] },
  { id: 'family-history', name: 'Family history', sources: ['SEED000', 'SEED004'] },
  { id: 'stress', name: 'Lasting stress or a mental health condition', sources: ['SEED004'] },
  { id: 'poor-sleep', name: 'Poor sleep', sources: ['SEED000'] },
  { id: 'overweight', name: 'Overweight', sources: ['JUDGE'] },
  { id: 'smoking', name: 'Smoking', sources: ['JUDGE'] },
  { id: 'osteoporosis', name: 'Osteoporosis', sources: ['SEED002', 'REDFLAG'] },
  { id: 'long-steroid-use', name: 'Long steroid use', sources: ['REDFLAG'] },
  { id: 'falls', name: 'Falls', sources: ['JUDGE'] },
] as const satisfies readonly RiskFactor[];

export type RiskFactorId = (typeof riskFactorRows)[number]['id'];
export const riskFactors: readonly (RiskFactor & { readonly id: RiskFactorId })[] = riskFactorRows;

const riskFactorsById = new Map<string, RiskFactor>(riskFactors.map((factor) => [factor.id, factor]));

/** Undefined for an id that is not in the catalogue. */
export const riskFactorById = (id: string): RiskFactor | undefined => riskFactorsById.get(id);
