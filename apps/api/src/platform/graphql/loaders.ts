import DataLoader from 'dataloader';

/** Loads many keys in one statement; in place of a value, an error for that key alone. A singleton provider; the loader made from it lives as long as one snapshot. */
export interface Batch<K, V, S> {
  loadAll(keys: readonly K[], scope: S): Promise<readonly (V | Error)[]>;
}

/**
 * One DataLoader for each batch class, for one snapshot: forgotten when the snapshot ends, so that nothing stale is shown. Goals, activities and team
 * name people each in their time; these are loaded together when all have spoken.
 */
export class Loaders<S> {
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();

  /** @param quiet when no answer is under way any more that would bring more keys */
  constructor(
    private readonly scope: S,
    private readonly quiet: () => Promise<void>,
  ) {}

  for<K, V>(batch: Batch<K, V, S>): DataLoader<K, V> {
    let loader = this.loaders.get(batch) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>(async (keys) => [...(await batch.loadAll(keys, this.scope))], {
        batchScheduleFn: (dispatch) => void this.quiet().then(() => process.nextTick(dispatch)),
      });
      this.loaders.set(batch, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  clear(): void {
    this.loaders.clear();
  }
}
