import type { MomentInput } from '../gql/index.ts';

/** A moment of a record as an address has it: a day, `2026-10-28`, or the number of a revision. */
const momentOf = (text: string): MomentInput => (/^\d+$/.test(text) ? { revision: Number(text) } : { day: text });
const written = ({ day, revision }: MomentInput): string => day ?? String(revision);

/** The moment of which the plan is shown; null: as it stands now. What is no moment is for the server to refuse. */
export function readPlanMoment(params: URLSearchParams): MomentInput | null {
  const day = params.get('asOf');
  const revision = params.get('asOfRevision');
  if (day !== null) return { day };
  return revision === null ? null : momentOf(revision);
}

export const planThen = (patientId: string, { day, revision }: MomentInput): string =>
  `/patients/${patientId}/plan?${new URLSearchParams(day == null ? { asOfRevision: String(revision) } : { asOf: day }).toString()}`;

export const readMoment = (params: URLSearchParams, name: 'from' | 'to'): MomentInput | null => {
  const text = params.get(name);
  return text ? momentOf(text) : null;
};

export const differenceBetween = (patientId: string, from: MomentInput, to: MomentInput): string =>
  `/patients/${patientId}/difference?${new URLSearchParams({ from: written(from), to: written(to) }).toString()}`;
