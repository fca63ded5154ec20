import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';

/** Where letters are text, or choose from a list of their own. */
const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]';

/** Whether single letters do something: who speaks to the machine, or strikes keys by mistake, turns them off (WCAG 2.1.4). Kept in this browser. */
export function useSingleKeys() {
  const [areOn, turn] = useLocalStorage({ key: 'plexus-single-keys', defaultValue: true, getInitialValueInEffect: false });
  return { areOn, turn };
}

/** Single keys of the page, wherever the focus is but in a field, a dialog or a menu. Escape is no letter and always works. */
export function useWorklistKeys(keys: Readonly<Record<string, () => void>>, areOn: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // In front of the page nothing of it is pressed, also before the dialog has the focus.
    if (document.querySelector('[role="dialog"]')) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    const act = areOn || event.key === 'Escape' ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
