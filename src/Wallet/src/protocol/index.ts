/**
 * The holder's side of OpenID4VCI 1.0, OpenID4VP 1.0, SD-JWT VC and Token Status List, on kept open libraries: so every journey
 * also tests the town's issuer and verifier against a foreign implementation. Loaded as a chunk of its own, after the first card.
 */
import './withoutEval';
import { askAgain, refill, tellDeleted } from './afterwards';
import { finishAuthorization } from './authorization';
import type { Protocol } from './contract';
import { openOffer, readCatalogue } from './offer';
import { openRequest } from './request';
import { checkStatus } from './statusList';

export { permitCode } from './permitCode';
export { askAgain, checkStatus, finishAuthorization, openOffer, openRequest, readCatalogue, refill, tellDeleted };

({ askAgain, checkStatus, finishAuthorization, openOffer, openRequest, readCatalogue, refill, tellDeleted }) satisfies Protocol;
