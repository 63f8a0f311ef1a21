/** Base45 (RFC 9285): bytes in the letters and digits that QR codes pack tightly. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Two bytes become three signs, a last single byte two. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = bytes.subarray(at, at + 2);
    text += second === undefined ? signs(first, 2) : signs(first * 256 + second, 3);
  }
  return text;
}

// The least significant sign comes first.
const signs = (value: number, count: number): string => Array.from({ length: count }, (_, place) => alphabet[Math.floor(value / 45 ** place) % 45]).join('');
