import { MantineThemeProvider } from '@mantine/core';
import { useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * Keeps its children alive while they are not in the document: a locked screen holds no readable word of a patient,
 * and a half-written text is still there after unlocking.
 */
export function Detachable({ isAttached, children }: { isAttached: boolean; children: ReactNode }) {
  const [container] = useState(() => document.createElement('div'));
  // Dialogs and menus go into the same element, else they would stay readable behind the lock.
  const portals = useMemo(() => ({ components: { Portal: { defaultProps: { target: container } } } }), [container]);

  useLayoutEffect(() => {
    if (!isAttached) return;
    document.body.append(container);
    return () => container.remove();
  }, [container, isAttached]);

  return createPortal(<MantineThemeProvider theme={portals}>{children}</MantineThemeProvider>, container);
}
