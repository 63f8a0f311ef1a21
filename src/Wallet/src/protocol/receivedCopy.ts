/** One copy as it came from the issuer, checked by the rules of its format; what follows needs to know no format. */
import type { VerifiedChain } from './certificates';
import type { Anchor, Copy, CredentialFormat } from './contract';
import { verifyReceived } from './sdJwt';
import { isObject } from './signedToken';
import { readStatusReference } from './statusList';

export interface ReceivedCopy extends VerifiedChain {
  text: string;
  /** `vct` or `docType`. */
  type: unknown;
  /** The issuer it names; an mdoc names none. */
  namedIssuer: unknown;
  claims: Record<string, unknown>;
  /** The key it is bound to, as JWK. */
  holderKey: unknown;
  validUntil: number | undefined;
  status: Copy['status'];
}

export async function verifyCopy(format: CredentialFormat, text: string, anchors: Anchor[], now: number): Promise<ReceivedCopy> {
  if (format === 'dc+sd-jwt') return verifySdJwtCopy(text, anchors, now);
  const { verifyReceivedMdoc } = await import('./mdoc');
  const { docType, deviceKey, ...mdoc } = await verifyReceivedMdoc(text, anchors, now);
  return { ...mdoc, text, type: docType, namedIssuer: undefined, holderKey: deviceKey };
}

async function verifySdJwtCopy(text: string, anchors: Anchor[], now: number): Promise<ReceivedCopy> {
  const { payload, ...credential } = await verifyReceived(text, anchors, now);
  return {
    ...credential,
    text,
    type: payload.vct,
    namedIssuer: payload.iss,
    holderKey: isObject(payload.cnf) ? payload.cnf.jwk : undefined,
    validUntil: typeof payload.exp === 'number' ? payload.exp : undefined,
    status: readStatusReference(payload),
  };
}

/** The copy as a card keeps it. */
export function keptCopy(format: CredentialFormat, { text, status }: ReceivedCopy, keyId: string): Copy {
  const state = { keyId, used: false, ...(status && { status }) };
  return format === 'dc+sd-jwt' ? { format, sdJwt: text, ...state } : { format, issuerSigned: text, ...state };
}
