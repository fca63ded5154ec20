import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { FollowUpVerb } from '../../../gql/index.ts';
import { focusAgain } from '../../../shared/focus-again.ts';
import type { OpenForm } from '../model/contract.ts';
import { withOpen } from '../model/worklist-address.ts';

/** A form of the panel: what can be written about one follow-up. */
export type FollowUpForm = OpenForm | 'comment' | 'call' | FollowUpVerb | InErrorForm;
type InErrorForm = `in-error-${string}`;

const IN_ERROR = 'in-error-';
/** The form about one of its reports. */
export const inErrorForm = (attachmentId: string): InErrorForm => `${IN_ERROR}${attachmentId}`;
export const attachmentOf = (form: FollowUpForm): string | null => (form.startsWith(IN_ERROR) ? form.slice(IN_ERROR.length) : null);

/** As the address says it: the follow-up, and with a colon its form. Also where a draft finds its form again. */
export const addressOf = (id: string, form: FollowUpForm | null = null): string => (form ? `${id}:${form}` : id);

/** What a list gives the name of a follow-up, so that the focus comes back to it. */
export const rowId = (id: string): string => `follow-up-${id}`;

/** Which follow-up stands open beside the list, and which of its forms. */
export function useOpenFollowUp() {
  const [params, setParams] = useSearchParams();
  const [id, form] = params.get('open')?.split(':') ?? [];

  const show = useCallback((open: string | null) => setParams((now) => withOpen(now, open), { replace: true, preventScrollReset: true }), [setParams]);
  const close = useCallback(() => {
    show(null);
    if (id) focusAgain(rowId(id));
  }, [show, id]);

  return {
    id: id || null,
    form: (form || null) as FollowUpForm | null,
    /** Another follow-up, with one of its forms. */
    open: (otherId: string, otherForm: FollowUpForm) => show(addressOf(otherId, otherForm)),
    showForm: (next: FollowUpForm | null) => { if (id) show(addressOf(id, next)); },
    close,
  };
}
