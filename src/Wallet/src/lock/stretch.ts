import type { Stretch } from './lockRecord';

/**
 * What a new PIN is stretched with. OWASP asks for at least 19 MiB and two passes (Password Storage Cheat Sheet); 32 MiB take
 * a third of a second on a phone that is four times slower than the machine of `bench/RESULTS.md`.
 */
export const today = { name: 'argon2id', memory: 32 * 1024, passes: 2, lanes: 1 } as const satisfies Stretch;

/** The PIN was stretched as a new one would be. */
export const isOfToday = (stretch: Stretch): boolean =>
  stretch.name === 'argon2id' && stretch.memory >= today.memory && stretch.passes >= today.passes;

/** The secret that a PIN stands for. */
export async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>, stretch: Stretch): Promise<BufferSource> {
  if (stretch.name === 'pbkdf2') return pbkdf2(pin, salt, stretch.iterations);
  const { argon2 } = await import('./argon2');
  return argon2(pin, salt, stretch);
}

async function pbkdf2(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<ArrayBuffer> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256);
}
