/** What follows an issuance without the person: deferred credentials, fresh copies, the word that a card was deleted. */
import { setGlobalConfig } from '@openid4vc/oauth2';
import type { Access, Context, Issued, StoredCredential, WaitingCredential } from './contract';
import { explained } from './failures';
import { Issuance } from './issuance';
import { resolveIssuer } from './issuerMetadata';

/** Asks for a credential that was not ready (OpenID4VCI 1.0 section 9). */
export function askAgain(waiting: WaitingCredential, context: Context): Promise<Issued> {
  return withIssuer(waiting.issuer.id, waiting.access, context, (issuance) => issuance.askAgain(waiting));
}

/** Fresh copies on new keys (section 13.5); the issuer ends the earlier ones. */
export function refill(card: StoredCredential, context: Context): Promise<StoredCredential> {
  return withIssuer(card.issuer.id, card.renewal, context, (issuance) => issuance.refill(card));
}

/** Section 11: `credential_deleted`, where the issuer gave the wallet a way to say so. The key of the tokens goes afterwards. */
export async function tellDeleted(card: StoredCredential, context: Context): Promise<void> {
  const { renewal } = card;
  if (!renewal) return;
  try {
    await withIssuer(card.issuer.id, renewal, context, (issuance) => issuance.tellDeleted(card, renewal));
  } finally {
    const { dpop } = renewal;
    const shared = (await context.credentials()).some((other) => other.id !== card.id && other.renewal?.dpop?.keyId === dpop?.keyId);
    if (dpop && !shared) await context.keys.remove([dpop.keyId]);
  }
}

function withIssuer<T>(id: string, access: Access | undefined, context: Context, work: (issuance: Issuance) => Promise<T>): Promise<T> {
  return explained(async () => {
    setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
    return work(new Issuance(await resolveIssuer(id, context), context, access?.server));
  });
}
