import DataLoader from 'dataloader';

/** Loads many keys in one statement. A singleton provider; the loader made from it lives as long as one snapshot. */
export interface Batch<K, V, S> {
  loadAll(keys: readonly K[], scope: S): Promise<readonly V[]>;
}

/** One DataLoader for each batch class, for one snapshot: forgotten when the snapshot ends, so that nothing stale is shown. */
export class Loaders<S> {
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();

  constructor(private readonly scope: S) {}

  for<K, V>(batch: Batch<K, V, S>): DataLoader<K, V> {
    let loader = this.loaders.get(batch) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>(async (keys) => [...(await batch.loadAll(keys, this.scope))]);
      this.loaders.set(batch, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  clear(): void {
    this.loaders.clear();
  }
}
