import type { MetadataSigners } from '../protocol/contract';
import { keepSealed, openSealed } from './sealedSettings';

/** Who signed which issuer's metadata. Sealed: it tells with which issuers somebody deals. */
export const metadataSigners = (dataKey: () => CryptoKey): MetadataSigners => ({
  of: issuer => openSealed<string>(dataKey(), 'signer', issuer),
  keep: (issuer, anchor) => keepSealed(dataKey(), 'signer', issuer, anchor),
});
