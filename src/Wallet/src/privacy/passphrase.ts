/** A file only its passphrase opens: JWE with PBES2-HS256+A128KW and A128GCM, as EU technical specification 10 section 5 wants it. */
import { CompactEncrypt, compactDecrypt } from 'jose';

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

/** The text again. @throws JOSEError when the passphrase or one byte differs. */
export async function openWithPassphrase(file: string, passphrase: string): Promise<string> {
  const { plaintext } = await compactDecrypt(file, keyOf(passphrase), { keyManagementAlgorithms: ['PBES2-HS256+A128KW'], contentEncryptionAlgorithms: ['A128GCM'], maxPBES2Count: iterations });
  return new TextDecoder().decode(plaintext);
}

// The same characters, however a keyboard composes them.
const keyOf = (passphrase: string) => new TextEncoder().encode(passphrase.normalize('NFC'));
