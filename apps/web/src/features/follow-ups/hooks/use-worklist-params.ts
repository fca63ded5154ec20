import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { withForm, withParam } from '../model/worklist-address.ts';

/** The list's address, and changing one thing in it, or the form in front of it; the list stays where it is scrolled to. */
export function useWorklistParams() {
  const [params, setParams] = useSearchParams();
  const put = useCallback((name: string, value: string) => setParams((now) => withParam(now, name, value), { replace: true, preventScrollReset: true }), [setParams]);
  const putForm = useCallback((form: string, from?: string) => setParams((now) => withForm(now, form, from), { replace: true, preventScrollReset: true }), [setParams]);
  return { params, put, putForm };
}
