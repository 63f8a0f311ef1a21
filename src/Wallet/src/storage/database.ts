import type { Face } from './faces';
import type { EarlyLockRecord, LockRecord } from '../lock/lockRecord';
import type { SessionRecord } from '../lock/session';
import type { Sealed } from './seal';

/** A holder key of an early wallet: non-extractable, so it cannot be wrapped. It stays until its card is renewed. */
export interface EarlyHolderKey {
  id: string;
  privateKey: CryptoKey;
}

/** What stands in IndexedDB, store by store. Everything but open faces, lock and settings is ciphertext or a non-extractable key. */
export interface Stores {
  /** What may be seen on a locked phone; sealed when the holder does not want that. */
  faces: Face | Sealed;
  /** Credentials, encrypted with the data key. */
  cards: Sealed;
  /** Holder keys: ES256, wrapped with the data key. */
  keys: Sealed | EarlyHolderKey;
  /** The one record `lock`: how the data key is wrapped. */
  lock: LockRecord | EarlyLockRecord;
  /** The one record `session`: the unlocked data key and its end. */
  session: SessionRecord;
  /** What was received, shown and refused, encrypted. */
  history: Sealed;
  /** Language, last configuration, announced offer. */
  settings: { id: string; value: unknown };
}

export type StoreName = keyof Stores;

const names: StoreName[] = ['faces', 'cards', 'keys', 'lock', 'session', 'history', 'settings'];
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('modellstadt-wallet', 1);
    request.onupgradeneeded = () => {
      for (const name of names) request.result.createObjectStore(name, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      // Another tab deletes or upgrades the database: let it, and open anew at the next call.
      request.result.onversionchange = () => close(request.result);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }));
}

function close(database: IDBDatabase): void {
  database.close();
  opened = undefined;
}

/** The answer of one IndexedDB request. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs `work` in one transaction and waits until it is durable. `work` must await nothing but IndexedDB requests. */
export async function transact<T>(stores: StoreName[], mode: IDBTransactionMode, work: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
  const transaction = (await open()).transaction(stores, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  const [result] = await Promise.all([work(transaction), done]);
  return result;
}

export function read<S extends StoreName>(store: S, id: string): Promise<Stores[S] | undefined> {
  return transact([store], 'readonly', t => answer<Stores[S] | undefined>(t.objectStore(store).get(id)));
}

export function readAll<S extends StoreName>(store: S): Promise<Stores[S][]> {
  return transact([store], 'readonly', t => answer<Stores[S][]>(t.objectStore(store).getAll()));
}

export function write<S extends StoreName>(store: S, ...values: Stores[S][]): Promise<void> {
  return transact([store], 'readwrite', async t => {
    await Promise.all(values.map(value => answer(t.objectStore(store).put(value))));
  });
}

export function erase(store: StoreName, ...ids: string[]): Promise<void> {
  return transact([store], 'readwrite', async t => {
    await Promise.all(ids.map(id => answer(t.objectStore(store).delete(id))));
  });
}

/** Forgets everything: cards, keys, lock, settings. */
export function eraseEverything(): Promise<void> {
  return transact(names, 'readwrite', async t => {
    await Promise.all(names.map(name => answer(t.objectStore(name).clear())));
  });
}
