import { useLocation, useSearchParams } from 'react-router';
import { focusAgain } from '../../../shared/focus-again.ts';
import { isNewFollowUp } from '../../../shared/new-follow-up.ts';
import { newFollowUpOf, withOpen, withParam } from '../model/worklist-address.ts';

/** The button that asks for a new one. */
export const NEW = 'new-follow-up';

/**
 * A new follow-up beside the list, as the address says. Once its patient is chosen, the list is what is open for them: so nobody asks for the same
 * twice, and the new one is in it. Given up, the list is what it was before.
 */
export function useNewInWorklist() {
  const [params, setParams] = useSearchParams();
  const state = useLocation().state as { readonly before?: string } | null;
  const quietly = { replace: true, preventScrollReset: true, state };
  const isOpen = isNewFollowUp(params);

  return {
    isOpen,
    patientId: params.get('patient'),
    begin: () => { if (!isOpen) setParams(withParam(withOpen(params, null), 'follow-up', 'new'), { preventScrollReset: true, state: { before: params.toString() } }); },
    choose: (patientId: string) => setParams(newFollowUpOf(patientId), quietly),
    opened: (patientId: string, id: string) => setParams(withOpen(newFollowUpOf(patientId), id), quietly),
    close: () => {
      setParams(state?.before ?? withOpen(params, null), { ...quietly, state: null });
      focusAgain(NEW);
    },
  };
}
