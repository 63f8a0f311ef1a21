import { clientAuthenticationAnonymous, type VerifyJwtCallback } from '@openid4vc/oauth2';
import { Openid4vciIssuer } from '@openid4vc/openid4vci';
import { SDJwtInstance } from '@sd-jwt/core';
import { deflateSync } from 'node:zlib';
import { compactVerify, importJWK } from 'jose';
import { sha256, toBase64Url, utf8 } from '../../src/protocol/bytes';
import { signBytes, signToken, type Signer } from './certificateAuthority';
import { documentType, makeMdoc } from './mdocMaker';
import { json, type Network } from './network';
import { portal } from './wallet';

type Jwk = JsonWebKey;

export const permitType = 'urn:modellstadt:resident-parking-permit:1';
export const permitId = 'resident-parking-permit';
export const mdocId = 'pid-mdoc';
export const permitClaims = {
  permit_number: 'GE-2026-000123',
  plate: 'GE-AB 123',
  municipality: { ags: '05513000', name: 'Gelsenkirchen' },
  zones: ['A', 'B'],
};

/** What a test may bend. */
export interface IssuerBehaviour {
  /** Changes the finished credentials, for example their order or their bytes. */
  deliver: (credentials: string[]) => string[];
  /** Changes the claims before they are signed. */
  payload: (payload: Record<string, unknown>) => Record<string, unknown>;
  /** The code that came by letter. */
  transactionCode?: string;
  nonce: string;
  /** Configuration ids of the offer. */
  offered: string[];
}

/**
 * A credential issuer on the server half of the library and `@sd-jwt/core`, at `{portal}/issuers/town`.
 */
export class TestIssuer {
  readonly id = `${portal}/issuers/town`;
  readonly behaviour: IssuerBehaviour = { deliver: (all) => all, payload: (payload) => payload, nonce: 'nonce-1', offered: [permitId] };
  readonly events: string[] = [];
  signer: Signer;
  readonly #now: number;
  #issued = 0;

  constructor(signer: Signer, now: number) {
    this.signer = signer;
    this.#now = now;
  }

  get offer() {
    const tx_code = this.behaviour.transactionCode ? { length: 4, input_mode: 'numeric' } : undefined;
    return {
      credential_issuer: this.id,
      credential_configuration_ids: this.behaviour.offered,
      grants: { 'urn:ietf:params:oauth:grant-type:pre-authorized_code': { 'pre-authorized_code': '100%sure', tx_code } },
    };
  }

  get link(): URL {
    return new URL(`openid-credential-offer://?credential_offer_uri=${encodeURIComponent(`${this.id}/offers/1`)}`);
  }

  get metadata() {
    return {
      credential_issuer: this.id,
      credential_endpoint: `${this.id}/credential`,
      nonce_endpoint: `${this.id}/nonce`,
      notification_endpoint: `${this.id}/notification`,
      batch_credential_issuance: { batch_size: 3 },
      display: [
        { name: 'Stadt Gelsenkirchen', locale: 'de' },
        { name: 'City of Gelsenkirchen', locale: 'en' },
      ],
      credential_configurations_supported: {
        [permitId]: {
          format: 'dc+sd-jwt',
          vct: permitType,
          cryptographic_binding_methods_supported: ['jwk'],
          credential_signing_alg_values_supported: ['ES256'],
          proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
          credential_metadata: {
            display: [{ name: 'Bewohnerparkausweis', locale: 'de', background_color: '#003366' }],
            claims: [{ path: ['plate'], display: [{ name: 'Kennzeichen', locale: 'de' }] }],
          },
        },
        [mdocId]: {
          format: 'mso_mdoc',
          doctype: documentType,
          cryptographic_binding_methods_supported: ['cose_key'],
          credential_signing_alg_values_supported: [-7],
          proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
          credential_metadata: { display: [{ name: 'DEMO-Personalausweis', locale: 'de' }] },
        },
      },
    };
  }

  serve(network: Network): void {
    const wellKnown = (name: string) => `${portal}/.well-known/${name}/issuers/town`;
    network.on('GET', `${this.id}/offers/1`, () => json(this.offer));
    network.on('GET', wellKnown('openid-credential-issuer'), () => json(this.metadata));
    network.on('GET', wellKnown('oauth-authorization-server'), () => json({ issuer: this.id, token_endpoint: `${this.id}/token` }));
    network.on('POST', `${this.id}/token`, (request) => this.#token(request));
    network.on('POST', `${this.id}/nonce`, () => json({ c_nonce: this.behaviour.nonce }));
    network.on('POST', `${this.id}/credential`, (request) => this.#credential(request));
    network.on('POST', `${this.id}/notification`, async (request) => {
      this.events.push(((await request.json()) as { event: string }).event);
      return new Response(null, { status: 204 });
    });
  }

  /** A status list token whose entries are all good but the given ones. */
  async statusToken(uri: string, revoked: number[], change: object = {}): Promise<string> {
    const bytes = new Uint8Array(128);
    for (const index of revoked) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
    const status_list = { bits: 1, lst: toBase64Url(deflateSync(bytes)) };
    return signToken(this.signer, { typ: 'statuslist+jwt' }, { sub: uri, iat: this.#now, ttl: 30, status_list, ...change });
  }

  async #token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const rightCode = form.get('pre-authorized_code') === '100%sure';
    if (!rightCode || (form.get('tx_code') ?? undefined) !== this.behaviour.transactionCode) return json({ error: 'invalid_grant' }, 400);
    return json({ access_token: 'access', token_type: 'Bearer', expires_in: 60 });
  }

  async #credential(request: Request): Promise<Response> {
    if (request.headers.get('Authorization') !== 'Bearer access') return json({ error: 'invalid_token' }, 401);
    const { proofs, credential_configuration_id: id } = (await request.json()) as { proofs: { jwt: string[] }; credential_configuration_id: string };
    const keys: Jwk[] = [];
    for (const jwt of proofs.jwt) {
      const key = await this.#verifyProof(jwt);
      if (!key) return json({ error: 'invalid_nonce' }, 400);
      keys.push(key);
    }
    const issued = await Promise.all(keys.map((key) => (id === mdocId ? makeMdoc(this.signer, key, this.#now) : this.issue(key))));
    const credentials = this.behaviour.deliver(issued).map((credential) => ({ credential }));
    return json({ credentials, notification_id: 'notify-1' });
  }

  async #verifyProof(jwt: string): Promise<Jwk | undefined> {
    const verifyJwt: VerifyJwtCallback = async (signer, { compact }) => {
      if (signer.method !== 'jwk') return { verified: false };
      await compactVerify(compact, await importJWK(signer.publicJwk as Jwk & { kty: string }, 'ES256'));
      return { verified: true, signerJwk: signer.publicJwk };
    };
    const unused = () => {
      throw new TypeError('not part of checking proofs');
    };
    const issuer = new Openid4vciIssuer({
      callbacks: {
        hash: (data) => sha256(new Uint8Array(data)),
        verifyJwt,
        signJwt: unused,
        generateRandom: unused,
        clientAuthentication: clientAuthenticationAnonymous(),
      },
    });
    const issuerMetadata = { credentialIssuer: { credential_issuer: this.id } } as never;
    try {
      const expectedNonce = this.behaviour.nonce;
      const { signer } = await issuer.verifyCredentialRequestJwtProof({ jwt, issuerMetadata, expectedNonce, now: new Date(this.#now * 1000) });
      return signer.publicJwk as Jwk;
    } catch {
      return undefined;
    }
  }

  /** A credential bound to `key`, with every claim in a disclosure of its own. */
  async issue(key: Jwk): Promise<string> {
    const instance = new SDJwtInstance({
      hasher: (data) => sha256(typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
      hashAlg: 'sha-256',
      saltGenerator: () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
      signAlg: 'ES256',
      signer: async (data) => toBase64Url(await signBytes(this.signer.keys.privateKey, utf8(data))),
    });
    const index = this.#issued++;
    const payload = this.behaviour.payload({
      iss: this.id,
      vct: permitType,
      iat: this.#now,
      exp: this.#now + 3600,
      cnf: { jwk: key },
      status: { status_list: { uri: `${this.id}/status-lists/7`, idx: index } },
      ...permitClaims,
    });
    const frame = { _sd: Object.keys(permitClaims), municipality: { _sd: ['ags', 'name'] }, zones: { _sd: [0, 1] } };
    return instance.issue(payload, frame as never, { header: { typ: 'dc+sd-jwt', x5c: this.signer.x5c } });
  }
}
