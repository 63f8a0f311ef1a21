/** The one-time copies of a card. */
import type { Copy } from './contract';

/** Each copy once, so that two verifiers cannot compare notes; when all are used, the last one again. */
export function copyToShow(copies: Copy[]): Copy | undefined {
  return copies.find((copy) => !copy.used) ?? copies.at(-1);
}

/** The same claims, in whatever order they stand: an issuer shuffles the digests of each copy. */
export function saySame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

/** Names in one order, so that equal claims give equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
