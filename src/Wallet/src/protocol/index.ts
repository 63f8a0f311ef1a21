/**
 * The holder's side of OpenID4VCI 1.0, OpenID4VP 1.0, SD-JWT VC and Token Status List, on kept open libraries: so every journey
 * also tests the town's issuer and verifier against a foreign implementation. Loaded as a chunk of its own, after the first card.
 */
import './withoutEval';
import { finishAuthorization } from './authorization';
import type { Protocol } from './contract';
import { openOffer } from './offer';
import { openRequest } from './request';
import { checkStatus } from './statusList';

export { permitCode } from './permitCode';
export { checkStatus, finishAuthorization, openOffer, openRequest };

({ checkStatus, finishAuthorization, openOffer, openRequest }) satisfies Protocol;
