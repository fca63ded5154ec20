import { isEntityName } from '@plexus/domain';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Thing } from './thing-history.tsx';

/** Whose history is open, as the address says: `?history=allergy:0198…`. */
export function useHistoryOfThing() {
  const [params, setParams] = useSearchParams();
  const [entity = '', id] = params.get('history')?.split(':') ?? [];
  const thing: Thing | null = isEntityName(entity) && id ? { entity, id } : null;

  const show = useCallback((next: Thing | null): void => setParams((before) => {
    const after = new URLSearchParams(before);
    if (next) after.set('history', `${next.entity}:${next.id}`);
    else after.delete('history');
    return after;
  }, { replace: next === null, preventScrollReset: true }), [setParams]);
  return { thing, open: show, close: useCallback(() => show(null), [show]) };
}
