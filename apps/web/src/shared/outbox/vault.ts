import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export type Shelf = 'commands' | 'drafts';

/** What lies open on the device: whose it is and when it was written. Everything else is in `box`. */
interface Sealed {
  readonly id: string;
  readonly personId: string;
  readonly at: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
}

interface Shelves extends DBSchema {
  keys: { key: string; value: CryptoKey };
  commands: { key: string; value: Sealed; indexes: { personId: string } };
  drafts: { key: string; value: Sealed; indexes: { personId: string } };
}

/** A thing to keep. `id`, `personId` and `at` stay readable. */
export interface Kept {
  readonly id: string;
  readonly personId: string;
  readonly at: string;
}

export interface Changes {
  readonly put?: readonly { readonly shelf: Shelf; readonly value: Kept }[];
  readonly remove?: readonly { readonly shelf: Shelf; readonly id: string }[];
}

const NAME = 'plexus-outbox';
const STRICT = { durability: 'strict' } as const;

async function openShelves(): Promise<IDBPDatabase<Shelves> | null> {
  if (!globalThis.crypto?.subtle || typeof indexedDB === 'undefined') return null;
  try {
    return await openDB<Shelves>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore('keys');
        for (const shelf of ['commands', 'drafts'] as const) db.createObjectStore(shelf, { keyPath: 'id' }).createIndex('personId', 'personId');
      },
      // A newer build in another tab wants to change the shelves: this one steps back rather than block it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch {
    return null;
  }
}

/**
 * What a person wrote, sealed on this device. Without IndexedDB or without a key it is held in memory only, and `isKept` says so;
 * as soon as there is a key, what was held goes onto the shelves.
 */
export class Vault {
  private db: IDBPDatabase<Shelves> | null = null;
  private key: CryptoKey | null = null;
  private isOpen = false;
  private hasLooked = false;
  private isFull = false;
  private readonly held: Record<Shelf, Map<string, Kept>> = { commands: new Map(), drafts: new Map() };
  private queue: Promise<unknown> = Promise.resolve();

  /** Does what is written outlive this tab? */
  get isKept(): boolean {
    return this.db !== null && this.key !== null && !this.isFull;
  }

  get wantsKey(): boolean {
    return this.hasLooked && this.db !== null && this.key === null;
  }

  /** Finds this person's key on the device, and takes away everybody else's. */
  async open(personId: string): Promise<void> {
    this.isOpen = true;
    this.db ??= await openShelves();
    if (!this.db) return;
    const keys = this.db.transaction('keys', 'readwrite', STRICT);
    for (const other of await keys.store.getAllKeys()) if (other !== personId) await keys.store.delete(other);
    this.key = (await keys.store.get(personId)) ?? null;
    await keys.done;
    this.hasLooked = true;
  }

  /** The server's key for this person; script can use it from here on, and never read it. */
  async accept(personId: string, base64: string): Promise<void> {
    if (!this.db) return;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    bytes.fill(0);
    await this.db.put('keys', key, personId);
    this.key = key;
    const held = (['commands', 'drafts'] as const).flatMap((shelf) => [...this.held[shelf].values()].map((value) => ({ shelf, value })));
    await this.write({ put: held });
    for (const { shelf, value } of held) this.held[shelf].delete(value.id);
  }

  /** At sign-out: the key and everything in memory. What is sealed stays for its owner. */
  async forget(personId: string): Promise<void> {
    await this.close();
    await this.db?.delete('keys', personId);
  }

  /** When what was given to be written is written. The key stays on the device. */
  async close(): Promise<void> {
    await this.queue;
    this.isOpen = false;
    this.hasLooked = false;
    this.key = null;
    for (const shelf of Object.values(this.held)) shelf.clear();
  }

  /** What this person has on a shelf, oldest first. What cannot be unsealed stays where it is. */
  async read<T extends Kept>(shelf: Shelf, personId: string): Promise<T[]> {
    const { key } = this;
    const sealed = key && this.db ? await this.db.getAllFromIndex(shelf, 'personId', personId) : [];
    const opened = await Promise.all(sealed.map((record) => unseal<T>(key!, shelf, record).catch(() => null)));
    return [...opened.filter((value) => value !== null), ...(this.held[shelf].values() as Iterable<T>)].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** All of it or nothing, one after another in the order of the calls: a draft never comes back after the command that took it. */
  write(changes: Changes): Promise<void> {
    const written = this.queue.then(() => this.writeNow(changes));
    this.queue = written.catch(() => undefined);
    return written;
  }

  private async writeNow({ put = [], remove = [] }: Changes): Promise<void> {
    const { db, key } = this;
    for (const { shelf, id } of remove) this.held[shelf].delete(id);
    try {
      const sealed = db && key ? await Promise.all(put.map(async ({ shelf, value }) => ({ shelf, record: await seal(key, shelf, value) }))) : [];
      if (db) await store(db, sealed, remove);
      if (db && key) return;
    } catch {
      // The disk is full or the shelves were closed: what was written is held, and sent from memory.
      this.isFull = true;
    }
    if (this.isOpen) for (const { shelf, value } of put) this.held[shelf].set(value.id, value);
  }
}

async function store(db: IDBPDatabase<Shelves>, sealed: readonly { shelf: Shelf; record: Sealed }[], remove: NonNullable<Changes['remove']>): Promise<void> {
  const shelves = db.transaction(['commands', 'drafts'], 'readwrite', STRICT);
  for (const { shelf, id } of remove) shelves.objectStore(shelf).delete(id).catch(() => undefined);
  for (const { shelf, record } of sealed) shelves.objectStore(shelf).put(record).catch(() => undefined);
  await shelves.done;
}

/** A record moved to another person, shelf or id does not open. */
const bound = (shelf: Shelf, { id, personId, at }: Kept): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify([shelf, id, personId, at]));

async function seal(key: CryptoKey, shelf: Shelf, value: Kept): Promise<Sealed> {
  const { id, personId, at, ...secret } = value;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(secret));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(shelf, value) }, key, text);
  return { id, personId, at, iv, box };
}

async function unseal<T extends Kept>(key: CryptoKey, shelf: Shelf, { id, personId, at, iv, box }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(shelf, { id, personId, at }) }, key, box);
  return { ...(JSON.parse(new TextDecoder().decode(text)) as object), id, personId, at } as T;
}
