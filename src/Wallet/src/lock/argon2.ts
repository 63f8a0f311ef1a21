// RFC 9106. A chunk of its own: WebAssembly that only a PIN needs.
import { argon2id } from 'hash-wasm';
import type { Stretch } from './lockRecord';

/** 32 bytes; takes as long as memory and passes say, on this thread. */
export async function argon2(pin: string, salt: Uint8Array, { memory, passes, lanes }: Stretch & { name: 'argon2id' }): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await argon2id({ password: pin, salt, memorySize: memory, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
  return new Uint8Array(bytes);
}
