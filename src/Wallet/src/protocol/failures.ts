import { Oauth2ClientErrorResponseError } from '@openid4vc/oauth2';
import { ProtocolFailure, type FailureKind } from './contract';
import { readObject } from './signedToken';

const maximumDetailLength = 500;

/** Runs protocol work and turns whatever the libraries throw into the one error the screens know. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFailure(error);
  }
}

export function asFailure(error: unknown): ProtocolFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProtocolFailure) return cause;
  }
  const refusal = peerRefusal(error);
  if (refusal) return new ProtocolFailure(kindOf(refusal.error), refusal.error, describe(refusal));
  const response = peerResponse(error);
  if (response && !response.ok) return failureOfAnswer(response, textOf(error));
  return new ProtocolFailure('malformed', undefined, messageOf(error));
}

/** An error answer: OAuth (RFC 6749 section 5.2), credential error (OpenID4VCI 1.0 section 8.3.1.2). */
export interface Refusal {
  error: string;
  error_description?: string | undefined;
  [member: string]: unknown;
}

/** The issuer's refusal of a request under a token (OpenID4VCI 1.0 sections 8.3.1, 9.3 and 11.3). */
export class CredentialRefusal extends Error {
  readonly refusal: Refusal;

  constructor(response: Response, body: string) {
    super(`the issuer answered ${response.status}`);
    this.refusal = readRefusal(body) ?? { error: `http_${response.status}` };
  }
}

export function peerErrorCode(error: unknown): string | undefined {
  return peerRefusal(error)?.error;
}

/** The answer behind a failure, when there is one. */
export function peerResponse(error: unknown): Response | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  return response instanceof Response ? response : undefined;
}

/** What the peer says, and the number under which it can look the case up (`modellstadt_flow_id`, our extension). */
function describe({ error_description: description, modellstadt_flow_id: flow }: Refusal): string {
  return [description, flow && `flow ${String(flow)}`].filter(Boolean).join(' – ').slice(0, maximumDetailLength);
}

function peerRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Oauth2ClientErrorResponseError) return error.errorResponse;
  return error instanceof CredentialRefusal ? error.refusal : undefined;
}

/** What an HTTP answer means that is no success: gone is gone, anything else is a refusal, in the peer's words where it has any. */
export function failureOfAnswer(response: Response, body: string): ProtocolFailure {
  const kind = response.status === 404 || response.status === 410 ? 'expired' : 'refused-by-peer';
  const refusal = readRefusal(body);
  return new ProtocolFailure(kind, refusal?.error ?? `http_${response.status}`, refusal && describe(refusal));
}

function readRefusal(body: string): Refusal | undefined {
  try {
    const { error, ...rest } = readObject(body);
    return typeof error === 'string' ? { error, ...rest } : undefined;
  } catch {
    return undefined;
  }
}

function kindOf(code: string): FailureKind {
  return code === 'invalid_grant' || code === 'invalid_token' ? 'expired' : 'refused-by-peer';
}

/** The libraries keep the body beside the answer they could not use. */
function textOf(error: unknown): string {
  return error instanceof Error && 'textResponse' in error ? String(error.textResponse) : '';
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, maximumDetailLength);
}
