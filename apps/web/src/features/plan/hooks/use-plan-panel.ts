import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { focusAgain } from '../../../shared/focus-again.ts';
import { panelKey, readPanel, writePanel, type PanelAddress } from '../model/panel-address.ts';

export interface OpenOptions {
  /** What takes the focus back, by its id; else what had it. */
  readonly opener?: string;
  /** In place of the panel that is open: back leads to before both. */
  readonly replace?: boolean;
}

export interface PlanPanelState {
  readonly panel: PanelAddress | null;
  readonly open: (panel: PanelAddress, options?: OpenOptions) => void;
  readonly close: () => void;
}

/** Which form is open beside the plan, as the address says. */
export function usePlanPanel(): PlanPanelState {
  const [params, setParams] = useSearchParams();
  const address = readPanel(params);
  const key = address && panelKey(address) + (('at' in address && address.at) || '');
  // The same address is the same panel, whatever else of the address changes.
  const panel = useMemo(() => address, [key]);
  const opener = useRef<string>(null);

  const open = useCallback((next: PanelAddress, { opener: id, replace = false }: OpenOptions = {}) => {
    if (!replace || id) opener.current = id ?? document.activeElement?.id ?? null;
    setParams((before) => writePanel(before, next), { replace, preventScrollReset: true });
  }, [setParams]);

  const close = useCallback(() => {
    setParams((before) => writePanel(before, null), { replace: true, preventScrollReset: true });
    const thing = panel && 'id' in panel ? `${panel.kind}-${panel.id}` : 'add-goal';
    focusAgain(opener.current && document.getElementById(opener.current) ? opener.current : thing);
    opener.current = null;
  }, [setParams, panel]);

  return { panel, open, close };
}
