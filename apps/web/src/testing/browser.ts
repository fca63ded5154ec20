import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
// @ts-expect-error The pages' types know no Node; this runs in a spec.
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

/** The browser's channel between tabs, which jsdom lacks: everybody but the sender hears it. */
export class Tabs extends EventTarget {
  static readonly all = new Set<Tabs>();

  constructor(readonly name: string) {
    super();
    Tabs.all.add(this);
  }

  postMessage(data: unknown): void {
    const copy = clone(data);
    queueMicrotask(() => {
      for (const tab of Tabs.all) if (tab !== this && tab.name === this.name) tab.dispatchEvent(new MessageEvent('message', { data: copy }));
    });
  }
}

type Work = (lock: object | null) => unknown;

/** The Web Locks of one browser: exclusive, first come first served. */
export class Locks {
  private readonly held = new Map<string, Promise<unknown>>();

  request(name: string, ...rest: [Work] | [{ ifAvailable?: boolean }, Work]): Promise<unknown> {
    const work = rest.at(-1) as Work;
    const { ifAvailable = false } = rest.length === 2 ? (rest[0] as { ifAvailable?: boolean }) : {};
    const before = this.held.get(name);
    if (before && ifAvailable) return Promise.resolve(work(null));
    const done = (before ?? Promise.resolve()).catch(() => undefined).then(() => work({}));
    this.held.set(name, done);
    const free = () => {
      if (this.held.get(name) === done) this.held.delete(name);
    };
    void done.then(free, free);
    return done;
  }
}

/** Keys too, as browsers copy them: JSON would lose them. */
function clone<T>(value: T): T {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value);
  const copy = receiveMessageOnPort(port2)!.message as T;
  port1.close();
  return copy;
}

/** A browser of its own, with a disk, locks and a channel between its tabs. A crash gives back the locks and keeps the disk. */
export function newBrowser() {
  globalThis.structuredClone = clone;
  globalThis.indexedDB = new IDBFactory();
  globalThis.BroadcastChannel = Tabs as unknown as typeof BroadcastChannel;
  const crash = () => {
    Tabs.all.clear();
    Object.defineProperty(navigator, 'locks', { value: new Locks(), configurable: true });
  };
  crash();
  return { crash };
}

/** Every byte that lies on the disk, as text: for specs that ask what somebody else could read. */
export async function everythingOnDisk(): Promise<string> {
  const words: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name!);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error!);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result as unknown[]);
        asked.onerror = () => reject(asked.error!);
      });
      words.push(...rows.map((row) => `${store} ${readable(row)}`));
    }
    db.close();
  }
  return words.join('\n');
}

const readable = (value: unknown): string => {
  const isBytes = ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
  if (isBytes) return new TextDecoder('latin1').decode(value as ArrayBuffer);
  if (value && typeof value === 'object') return `${Object.prototype.toString.call(value)} ${Object.entries(value).map(([name, entry]) => `${name}=${readable(entry)}`).join(' ')}`;
  return String(value);
};
