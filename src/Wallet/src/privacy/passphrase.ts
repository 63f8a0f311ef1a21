/** A file only its passphrase opens: JWE with PBES2-HS256+A128KW and A128GCM, as EU technical specification 10 section 5 wants it. */
import { CompactEncrypt } from 'jose';

/** Shorter ones could be tried out by whoever finds the file. */
export const shortestPassphrase = 12;

/** PBKDF2-HMAC-SHA-256 iterations that OWASP asks for (Password Storage Cheat Sheet). The specification fixes the function, not the count. */
const iterations = 600_000;

export function sealWithPassphrase(text: string, passphrase: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', cty: 'application/json' })
    .setKeyManagementParameters({ p2c: iterations, p2s: crypto.getRandomValues(new Uint8Array(16)) })
    .encrypt(keyOf(passphrase));
}

// The same characters, however a keyboard composes them.
const keyOf = (passphrase: string) => new TextEncoder().encode(passphrase.normalize('NFC'));
