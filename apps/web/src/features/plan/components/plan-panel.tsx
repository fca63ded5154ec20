import { FocusTrap } from '@mantine/core';
import { ListSkeleton, useIsNarrow } from '@plexus/ui';
import { lazy, Suspense } from 'react';
import { useText } from '../../../shared/text.ts';
import { panelKey, type PanelAddress } from '../model/panel-address.ts';
import panelClasses from './panel/panel.module.css';
import classes from './plan.module.css';

const PanelContent = lazy(async () => ({ default: (await import('./panel/panel-content.tsx')).PanelContent }));

/** Beside the plan, never over all of it; on a telephone, where there is no beside, it is the page for as long as it is open. */
export function PlanPanel({ panel }: { panel: PanelAddress }) {
  const text = useText();
  const isNarrow = useIsNarrow();
  return (
    <FocusTrap active={isNarrow}>
      <section className={`${panelClasses.panel} ${classes.panel}`} aria-label={text('planPanel.label')} role={isNarrow ? 'dialog' : undefined} aria-modal={isNarrow || undefined}>
        <Suspense fallback={<ListSkeleton label={text('app.loading')} lines={5} height={44} />}>
          <PanelContent key={panelKey(panel)} panel={panel} />
        </Suspense>
      </section>
    </FocusTrap>
  );
}
