const manager = (): LockManager | undefined => globalThis.navigator?.locks;
/** Where there are no locks nothing outlives a tab either: then one tab is all there is. */
const heldHere = new Set<string>();

/** One at a time over all tabs of this browser. A tab that dies gives back what it held. */
export function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  return manager()?.request(name, work) ?? work();
}

/** Takes a lock for as long as a form is open; null when somebody has it. */
export function hold(name: string): Promise<(() => void) | null> {
  const locks = manager();
  if (!locks) {
    if (heldHere.has(name)) return Promise.resolve(null);
    heldHere.add(name);
    return Promise.resolve(() => void heldHere.delete(name));
  }
  return new Promise((resolve, reject) => {
    locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    }).catch(reject);
  });
}
