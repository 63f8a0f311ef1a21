import { answer, read, readAll, transact, write } from './database';
import { seal, unseal, type Sealed } from './seal';

/** Values among the settings that only the unlocked wallet can read. A group is a kind of them; its ids are the holder's business. */
const idOf = (group: string, name: string) => `${group}/${name}`;

export async function keepSealed(dataKey: CryptoKey, group: string, name: string, value: unknown): Promise<void> {
  const id = idOf(group, name);
  await write('settings', { id, value: await seal(dataKey, 'settings', id, value) });
}

export async function openSealed<T>(dataKey: CryptoKey, group: string, name: string): Promise<T | undefined> {
  const record = await read('settings', idOf(group, name));
  return record && unseal<T>(dataKey, 'settings', record.value as Sealed);
}

/** All values of a group. */
export async function openAllSealed<T>(dataKey: CryptoKey, group: string): Promise<T[]> {
  const records = (await readAll('settings')).filter(({ id }) => id.startsWith(idOf(group, '')));
  return Promise.all(records.map(({ value }) => unseal<T>(dataKey, 'settings', value as Sealed)));
}

/** The value, which is gone afterwards: of two that take it, one gets it. */
export async function takeSealed<T>(dataKey: CryptoKey, group: string, name: string): Promise<T | undefined> {
  const id = idOf(group, name);
  const record = await transact(['settings'], 'readwrite', async t => {
    const store = t.objectStore('settings');
    const found = await answer<{ value: Sealed } | undefined>(store.get(id));
    if (found) await answer(store.delete(id));
    return found;
  });
  return record && unseal<T>(dataKey, 'settings', record.value);
}
