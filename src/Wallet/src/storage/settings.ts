import { erase, read, write } from './database';

export async function setting<T>(id: string): Promise<T | undefined> {
  return (await read('settings', id))?.value as T | undefined;
}

export function keepSetting(id: string, value: unknown): Promise<void> {
  return write('settings', { id, value });
}

export const forgetSetting = (id: string) => erase('settings', id);
