/** A step of a taper while it is typed: parts of it may still be empty. */
export interface TypedStep {
  readonly from: string;
  readonly amount: string;
  readonly times: string;
}

const plain = (number: string): string => number.trim().replace(',', '.').replaceAll(' ', '');

/** As the record writes a whole step, `2026-12-01 30 × 2`; an unfinished one has gaps, and the server says so. */
export const writeTypedStep = ({ from, amount, times }: TypedStep): string => `${from} ${plain(amount)} × ${plain(times)}`;

export function readTypedStep(step: string): TypedStep {
  const [, from = '', amount = '', times = ''] = /^(\S*) (\S*) × (\S*)$/.exec(step) ?? [];
  return { from, amount, times };
}
