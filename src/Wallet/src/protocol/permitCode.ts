import { toBase64Url, utf8 } from './bytes';
import type { Copy, KeyVault } from './contract';

/**
 * The text of the QR code a warden scans: `MSP1.<list>.<index>.<unix seconds>.<signature>`.
 *
 * It names the status list entry of one copy and is signed with that copy's key, so a photograph of it is worth nothing two
 * minutes later. Depends on no library: the card shows it before anything else has loaded.
 *
 * @param now whole seconds since 1970-01-01 UTC
 * @throws RangeError when the copy has no numbered status list entry
 */
export async function permitCode(copy: Copy, keys: KeyVault, now: number): Promise<string> {
  if (!copy.status) throw new RangeError('a permit code needs a status list entry');
  const text = `MSP1.${copy.status.listNumber}.${copy.status.index}.${now}`;
  return `${text}.${toBase64Url(await keys.sign(copy.keyId, utf8(text)))}`;
}
