import type { DisciplineAgreementPartsFragment } from '../../../gql/index.ts';

export type AgreementState = 'right' | 'objection' | 'asked' | 'none';

/** An objection stands until it is answered anew, whatever changed; an agreement ends with the plan that it was given to. */
export function agreementState({ last, isAsked }: Pick<DisciplineAgreementPartsFragment, 'last' | 'isAsked'>): AgreementState {
  if (!last) return 'none';
  if (last.answer === 'OBJECTION') return 'objection';
  return isAsked ? 'asked' : 'right';
}
