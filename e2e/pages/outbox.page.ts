import type { Page } from '@playwright/test';

/** What of the person's work is still on this device. */
export class OutboxTray {
  readonly button;
  readonly list;

  constructor(readonly page: Page) {
    this.button = page.getByRole('button', { name: /^Saved on this device|waits? (for|until)|not accepted$/ });
    this.list = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: 'Not sent yet' }) });
  }
}

/** Every byte that this site keeps in the browser, as text: what somebody else at the same device could read. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const readable = async (value: unknown): Promise<string> => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof Blob) return value.text();
      if (value instanceof CryptoKey) return `a key${value.extractable ? ' that can be read' : ''}`;
      if (value && typeof value === 'object') return (await Promise.all(Object.entries(value).map(async ([name, entry]) => `${name}=${await readable(entry)}`))).join(' ');
      return String(value);
    };
    const asked = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const words = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].map(([name, value]) => `${name}=${value}`);
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        for (const row of await asked(db.transaction(store).objectStore(store).getAll())) words.push(`${name}/${store}: ${await readable(row)}`);
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) words.push(`${request.url} ${await (await cache.match(request))!.text()}`);
    }
    return words.join('\n');
  });
}
