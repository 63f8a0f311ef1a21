import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askAgain, finishAuthorization, openOffer, readCatalogue, refill, tellDeleted } from '../../src/protocol';
import type { Departure, Issued } from '../../src/protocol/contract';
import { CertificateAuthority, signToken } from './certificateAuthority';
import { HaipIssuer } from './haipIssuer';
import { permitClaims, permitId, TestIssuer } from './issuer';
import { json, useNetwork } from './network';
import { TestProvider } from './provider';
import { refusal } from './refusal';
import { MemoryWallet, portal } from './wallet';

const network = useNetwork();
let now = 1_799_000_000;
let root: CertificateAuthority;
let town: TestIssuer;
let issuer: HaipIssuer;
let wallet: MemoryWallet;
let provider: TestProvider;

beforeEach(async () => {
  // Metadata is kept by issuer for minutes; every test starts later than that.
  now += 3600;
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  town = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
  wallet = new MemoryWallet([root.anchor], [], now);
  provider = await TestProvider.create(wallet.keys);
  wallet.provider = provider;
  issuer = await HaipIssuer.create(town, provider);
  issuer.serve(network.current);
  issuer.forgetNonces();
});

async function leave(): Promise<Departure> {
  return (await openOffer(issuer.offer(), wallet)).leave();
}

async function wholeWay(): Promise<Issued> {
  const { address, pending } = await leave();
  return finishAuthorization(issuer.approve(address), pending, wallet);
}

/** The provider's instance key, and what a card needs. */
const keysOfOneCard = 1 + 3;

describe('a card by authorization code under HAIP', () => {
  it('VCIWalletTestCredentialIssuance: is asked for on a page of the issuer, with pushed request, S256, DPoP and wallet attestation', async () => {
    const session = await openOffer(issuer.offer(), wallet);
    expect(session.signIn).toEqual({ host: 'town.test' });
    const { address, pending } = await session.leave();
    expect([...new URL(address).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const { cards: [card] } = await finishAuthorization(issuer.approve(address), pending, wallet);
    expect(card!.claims).toEqual(permitClaims);
    expect(Object.fromEntries(issuer.pushed[0]!)).toMatchObject({
      issuer_state: 'state-of-the-issuer', scope: 'permit', redirect_uri: 'http://wallet.test/receive/return', client_id: provider.clientId,
    });
    expect(issuer.complaints).toEqual([]);
    await vi.waitFor(() => expect(wallet.keyCount).toBe(keysOfOneCard));
  });

  it('VCIWalletTestCredentialIssuance, encrypted: sends and reads messages for the other side alone', async () => {
    issuer.behaviour.encrypted = true;
    const { cards } = await wholeWay();
    expect(cards).toHaveLength(1);
    expect(issuer.credentialRequests[0]!.credential_response_encryption).toMatchObject({ enc: 'A256GCM', jwk: { crv: 'P-256', alg: 'ECDH-ES' } });
    expect(issuer.credentialRequests[0]!.credential_response_encryption).not.toHaveProperty('jwk.d');
  });

  it('VCIWalletTestCredentialIssuanceUsingScopesWithoutAuthorizationDetailsInTokenResponse: is named by its configuration', async () => {
    await wholeWay();
    expect(issuer.credentialRequests[0]).toMatchObject({ credential_configuration_id: permitId });
    expect(issuer.credentialRequests[0]).not.toHaveProperty('credential_identifier');
  });

  it('is found in the list of the issuer and asked for without any offer', async () => {
    const { issuer: who, credentials } = await readCatalogue(issuer.id, wallet);
    expect(who.host).toBe('town.test');
    expect(credentials).toMatchObject([{ configurationId: permitId, format: 'dc+sd-jwt', title: { de: 'Bewohnerparkausweis' } }]);
    const offer = { credential_issuer: who.id, credential_configuration_ids: [credentials[0]!.configurationId] };
    const link = new URL(`http://wallet.test/receive?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}`);
    const { address, pending } = await (await openOffer(link, wallet)).leave();
    expect((await finishAuthorization(issuer.approve(address), pending, wallet)).cards).toHaveLength(1);
    expect(issuer.pushed[0]!.has('issuer_state')).toBe(false);
  });

  it('is named by its identifier where the token came with one', async () => {
    issuer.behaviour.identifiers = true;
    await wholeWay();
    expect(issuer.credentialRequests[0]).toMatchObject({ credential_identifier: 'permit-of-ayse' });
    expect(issuer.credentialRequests[0]).not.toHaveProperty('credential_configuration_id');
  });

  it('is asked for by authorization details, with the issuer as location, where the configuration has no scope', async () => {
    const { [permitId]: permit } = town.metadata.credential_configurations_supported;
    issuer.behaviour.credentialIssuer = { credential_configurations_supported: { [permitId]: permit }, authorization_servers: [issuer.id] };
    await wholeWay();
    const details: unknown = JSON.parse(issuer.pushed[0]!.get('authorization_details')!);
    expect(details).toEqual([{ type: 'openid_credential', credential_configuration_id: permitId, locations: [issuer.id] }]);
  });

  it('VCIWalletTestCredentialIssuanceWithNotification: says that it was taken', async () => {
    await wholeWay();
    await vi.waitFor(() => expect(issuer.events).toEqual([{ notification_id: 'notify-1', event: 'credential_accepted' }]));
  });

  it('VCIWalletHappyPathUsingScopesWithoutNotification: is taken from an issuer that wants no word', async () => {
    issuer.behaviour.credentialIssuer = { notification_endpoint: undefined };
    expect((await wholeWay()).cards).toHaveLength(1);
    expect(issuer.events).toEqual([]);
  });

  it('VCIWalletTestBatchCredentialIssuance: comes in copies that fit their keys, in whatever order they arrive', async () => {
    town.behaviour.deliver = (all) => all.toReversed();
    const { cards: [card] } = await wholeWay();
    expect(new Set(card!.copies.map(({ keyId }) => keyId)).size).toBe(3);
  });

  it('VCIWalletTestClientAttestationChallenge: proves possession again for the challenge the server gives', async () => {
    const { address, pending } = await leave();
    const back = issuer.approve(address);
    const token = network.current.handler('POST', `${issuer.id}/token`);
    // The challenge is asked for, and is over by the time the proof arrives.
    network.current.on('POST', `${issuer.id}/token`, (request) => {
      issuer.forgetNonces();
      network.current.on('POST', `${issuer.id}/token`, token);
      return token(request);
    });
    expect((await finishAuthorization(back, pending, wallet)).cards).toHaveLength(1);
    expect(issuer.complaints).toEqual([]);
  });

  it.each([['attestation', true], ['jwt', false]])('has its keys attested, as proof type %s', async (type, standsAlone) => {
    issuer.behaviour.keyAttestation = true;
    if (!standsAlone) {
      const { credential_configurations_supported: all } = issuer.metadata as { credential_configurations_supported: Record<string, { proof_types_supported: { jwt: object } }> };
      const { [permitId]: permit } = all;
      issuer.behaviour.credentialIssuer = { credential_configurations_supported: { [permitId]: { ...permit, proof_types_supported: { jwt: permit!.proof_types_supported.jwt } } } };
    }
    expect((await wholeWay()).cards[0]!.copies).toHaveLength(3);
    expect(Object.keys(issuer.credentialRequests[0]!.proofs as object)).toEqual([type]);
    expect(issuer.complaints).toEqual([]);
  });

  it('shows one name for every wallet and a key of its own to every issuer', async () => {
    await wholeWay();
    const [first, second] = [issuer.pushed[0]!, issuer.tokenRequests[0]!].map((form) => form.get('client_id'));
    expect([first, second]).toEqual([provider.clientId, provider.clientId]);
  });
});

describe('an answer is refused', () => {
  async function refusalOf(change: (back: URL) => void) {
    const { address, pending } = await leave();
    const back = issuer.approve(address);
    change(back);
    const failure = await refusal(finishAuthorization(back, pending, wallet));
    expect(issuer.tokenRequests).toEqual([]);
    expect(wallet.keyCount).toBe(1);
    return failure;
  }

  it('of another server (attack 7)', async () => {
    expect(await refusalOf((back) => back.searchParams.set('iss', 'http://evil.test'))).toMatchObject({ kind: 'untrusted', code: 'iss' });
  });

  it('that names no server where servers name themselves (attack 7)', async () => {
    expect(await refusalOf((back) => back.searchParams.delete('iss'))).toMatchObject({ kind: 'untrusted', code: 'iss' });
  });

  it('that names two servers (attack 7)', async () => {
    expect(await refusalOf((back) => back.searchParams.append('iss', 'http://evil.test'))).toMatchObject({ kind: 'untrusted', code: 'iss' });
  });

  it('to another request (attack 6)', async () => {
    expect(await refusalOf((back) => back.searchParams.set('state', 'other'))).toMatchObject({ kind: 'untrusted', code: 'state' });
  });

  it('with two codes (attack 6)', async () => {
    expect(await refusalOf((back) => back.searchParams.append('code', 'injected'))).toMatchObject({ kind: 'malformed', code: 'code' });
  });

  it('when the person said no on the page', async () => {
    const failure = await refusalOf((back) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
    });
    expect(failure).toMatchObject({ kind: 'refused-by-peer', code: 'access_denied' });
  });

  it('that comes half an hour later', async () => {
    expect(await refusalOf(() => (wallet.time += 1800))).toMatchObject({ kind: 'expired', code: 'state' });
  });

  it('with a code that somebody else asked for (attack 6)', async () => {
    const other = await leave();
    const { code } = Object.fromEntries(issuer.approve(other.address).searchParams);
    const { address, pending } = await leave();
    const back = issuer.approve(address);
    back.searchParams.set('code', code!);
    expect(await refusal(finishAuthorization(back, pending, wallet))).toMatchObject({ kind: 'expired', code: 'invalid_grant' });
  });
});

describe('less than was asked for is refused (attack 26)', () => {
  it('a bearer token in the place of a bound one (attack 5)', async () => {
    issuer.behaviour.tokenType = 'Bearer';
    expect(await refusal(wholeWay())).toMatchObject({ kind: 'untrusted', code: 'token_type' });
    expect(issuer.credentialRequests).toEqual([]);
    expect(wallet.keyCount).toBe(1);
  });

  it('an answer in the clear in the place of an encrypted one', async () => {
    issuer.behaviour.encrypted = true;
    issuer.behaviour.answersPlain = true;
    expect(await refusal(wholeWay())).toMatchObject({ kind: 'untrusted', code: 'encryption' });
    expect(wallet.keyCount).toBe(1);
  });

  it('a plain challenge in the place of S256', async () => {
    issuer.behaviour.authorizationServer = { code_challenge_methods_supported: ['plain'] };
    expect(await refusal(leave())).toMatchObject({ kind: 'unsupported', code: 'code_challenge_method' });
  });

  it('no attestation where the server takes nothing else', async () => {
    delete wallet.provider;
    expect(await refusal(leave())).toMatchObject({ kind: 'unsupported', code: 'client_attestation' });
    expect(issuer.pushed).toEqual([]);
  });

  it('a server that wanted to know the wallet and does not any more', async () => {
    const { address, pending } = await leave();
    const back = issuer.approve(address);
    wallet.time += 600;
    issuer.behaviour.authorizationServer = { token_endpoint_auth_methods_supported: ['none'] };
    expect(await refusal(finishAuthorization(back, pending, wallet))).toMatchObject({ kind: 'untrusted', code: 'client_attestation' });
  });

  it('encryption that this wallet cannot do', async () => {
    issuer.behaviour.credentialIssuer = { credential_response_encryption: { alg_values_supported: ['RSA-OAEP-256'], enc_values_supported: ['A256GCM'], encryption_required: true } };
    expect(await refusal(wholeWay())).toMatchObject({ kind: 'unsupported', code: 'encryption' });
  });

  it('the format of drafts', async () => {
    const { [permitId]: permit } = town.metadata.credential_configurations_supported;
    issuer.behaviour.credentialIssuer = { credential_configurations_supported: { [permitId]: { ...permit, format: 'vc+sd-jwt' } } };
    expect(await refusal(openOffer(issuer.offer(), wallet))).toMatchObject({ kind: 'unsupported', code: 'format' });
  });
});

describe('a card that is not ready', () => {
  beforeEach(() => void (issuer.behaviour.deferrals = 2));

  it.each([['plain', false], ['encrypted', true]])('VCIWalletTestCredentialIssuance, deferred, %s: comes when the issuer is asked again', async (_, encrypted) => {
    issuer.behaviour.encrypted = encrypted;
    const { cards, waiting: [first] } = await wholeWay();
    expect(cards).toEqual([]);
    expect(first).toMatchObject({ interval: 5, askAgainAt: now + 5, title: { de: 'Bewohnerparkausweis' }, issuer: { host: 'town.test' } });
    wallet.time += 5;
    const { waiting: [second] } = await askAgain(first!, wallet);
    expect(second).toMatchObject({ id: first!.id, interval: 7, askAgainAt: now + 12 });
    wallet.time += 7;
    const { cards: [card], waiting } = await askAgain(second!, wallet);
    expect(waiting).toEqual([]);
    expect(card!.copies).toHaveLength(3);
    expect(issuer.deferredRequests.map((message) => message.transaction_id)).toEqual(['transaction-1', 'transaction-1']);
    await vi.waitFor(() => expect([issuer.events, wallet.keyCount]).toEqual([[{ notification_id: 'notify-1', event: 'credential_accepted' }], keysOfOneCard]));
  });

  it('is asked for under a fresh token when the first one is over by then', async () => {
    issuer.behaviour.refreshToken = 'refresh-1';
    issuer.behaviour.deferrals = 1;
    const { waiting: [waiting] } = await wholeWay();
    const deferred = network.current.handler('POST', `${issuer.id}/deferred`);
    network.current.on('POST', `${issuer.id}/deferred`, () => {
      network.current.on('POST', `${issuer.id}/deferred`, deferred);
      return json({ error: 'invalid_token' }, 401);
    });
    expect((await askAgain(waiting!, wallet)).cards).toHaveLength(1);
    expect(issuer.tokenRequests.at(-1)!.get('grant_type')).toBe('refresh_token');
  });

  it('keeps its keys while the line is down, and loses them when it is refused', async () => {
    const { waiting: [waiting] } = await wholeWay();
    const before = wallet.keyCount;
    network.current.on('POST', `${issuer.id}/deferred`, () => {
      throw new TypeError('no line');
    });
    expect(await refusal(askAgain(waiting!, wallet))).toMatchObject({ kind: 'network' });
    expect(wallet.keyCount).toBe(before);
    network.current.on('POST', `${issuer.id}/deferred`, () => json({ error: 'invalid_transaction_id' }, 400));
    expect(await refusal(askAgain(waiting!, wallet))).toMatchObject({ kind: 'refused-by-peer', code: 'invalid_transaction_id' });
    expect(wallet.keyCount).toBe(1);
  });
});

describe('fresh copies', () => {
  beforeEach(() => void (issuer.behaviour.refreshToken = 'refresh-1'));

  it('come without the person, on new keys, under the same token key', async () => {
    const { cards: [card] } = await wholeWay();
    const fresh = await refill(card!, wallet);
    const keys = (copies: { keyId: string }[]) => copies.map(({ keyId }) => keyId);
    expect(keys(fresh.copies).filter((key) => keys(card!.copies).includes(key))).toEqual([]);
    expect(fresh).toMatchObject({ claims: permitClaims, notificationId: 'notify-1', renewal: { refreshToken: 'refresh-1', dpop: card!.renewal!.dpop } });
    expect(Object.fromEntries(issuer.tokenRequests.at(-1)!)).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: provider.clientId });
    expect(issuer.complaints).toEqual([]);
  });

  it('that are refused leave the card as it was', async () => {
    const { cards: [card] } = await wholeWay();
    issuer.behaviour.refreshToken = 'another';
    const before = wallet.keyCount;
    expect(await refusal(refill(card!, wallet))).toMatchObject({ kind: 'expired', code: 'invalid_grant' });
    expect(wallet.keyCount).toBe(before);
  });

  it('are not taken from a server that no longer binds tokens (attack 26)', async () => {
    const { cards: [card] } = await wholeWay();
    issuer.behaviour.tokenType = 'Bearer';
    expect(await refusal(refill(card!, wallet))).toMatchObject({ kind: 'untrusted', code: 'token_type' });
  });

  it('are followed by a word to the issuer when the card is deleted', async () => {
    const { cards: [card] } = await wholeWay();
    await vi.waitFor(() => expect(issuer.events).toHaveLength(1));
    await tellDeleted(card!, wallet);
    expect(issuer.events.at(-1)).toEqual({ notification_id: 'notify-1', event: 'credential_deleted' });
    expect(wallet.keyCount).toBe(keysOfOneCard);
  });
});

describe('the nonce for the first DPoP proof', () => {
  const asked = (path: string) => network.current.asked.filter((name) => name === `POST ${issuer.id}${path}`).length;

  /** An offer by reference from a host, whose answer brings the nonce of the issuer's server. */
  function offerFrom(host: string): URL {
    const address = `${host}/offers/haip`;
    const offer = { credential_issuer: issuer.id, credential_configuration_ids: [permitId], grants: { authorization_code: {} } };
    network.current.on('GET', address, () => issuer.besideNonce(offer));
    return new URL(`http://wallet.test/receive?credential_offer_uri=${encodeURIComponent(address)}`);
  }

  it('comes with the offer, so that no request is refused for want of one', async () => {
    await (await openOffer(offerFrom(issuer.id), wallet)).leave();
    expect(asked('/par')).toBe(1);
  });

  it('is not taken from an offer that another host gives out', async () => {
    await (await openOffer(offerFrom('http://elsewhere.test'), wallet)).leave();
    expect(asked('/par')).toBe(2);
  });

  it.each([[true, 1], [false, 2]])('comes with the answer of the nonce endpoint (%s), which a wallet without one asks first: %i token requests', async (given, requests) => {
    issuer.behaviour.refreshToken = 'refresh-1';
    const { cards: [card] } = await wholeWay();
    if (given) network.current.on('POST', `${issuer.id}/nonce`, () => issuer.besideNonce({ c_nonce: 'nonce-1' }));
    const before = asked('/token');
    vi.resetModules();
    const justOpened = await import('../../src/protocol');
    expect((await justOpened.refill(card!, wallet)).claims).toEqual(permitClaims);
    expect(asked('/token') - before).toBe(requests);
  });
});

describe('signed metadata', () => {
  const address = `${portal}/.well-known/openid-credential-issuer/issuers/town`;

  async function sign(change: object = {}, signer = town.signer) {
    const claims = { ...town.metadata, sub: town.id, iat: wallet.time, exp: wallet.time + 3600, ...change };
    const token = await signToken(signer, { typ: 'openidvci-issuer-metadata+jwt' }, claims);
    network.current.on('GET', address, () => new Response(token, { headers: { 'Content-Type': 'application/jwt' } }));
  }

  beforeEach(() => town.serve(network.current));

  it('say who offers and who vouches for it, before anything is accepted', async () => {
    wallet.config.town.portal = 'http://elsewhere.test';
    await sign();
    const { issuer: who } = await openOffer(town.link, wallet);
    expect(who).toMatchObject({ trusted: true, name: 'Stadt Gelsenkirchen', by: root.anchor.name });
  });

  it('under an unknown root are worth as much as unsigned ones', async () => {
    wallet.config.town.portal = 'http://elsewhere.test';
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    await sign({}, await foreign.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'));
    const { issuer: who } = await openOffer(town.link, wallet);
    expect(who.trusted).toBe(false);
    expect(who).not.toHaveProperty('by');
  });

  it.each([
    ['of another issuer', { sub: 'http://town.test/issuers/other' }],
    ['that are over', { exp: 1 }],
    ['of the future', { iat: 9_999_999_999 }],
  ])('%s are refused', async (_, change) => {
    await sign(change);
    expect(await refusal(openOffer(town.link, wallet))).toMatchObject({ kind: 'untrusted', code: 'signed_metadata' });
  });

  it('with a signature that does not hold are refused', async () => {
    const other = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
    await sign({}, { keys: other.keys, x5c: town.signer.x5c });
    expect(await refusal(openOffer(town.link, wallet))).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });

  it('are taken no other way once they were seen (attack 26)', async () => {
    await sign();
    await openOffer(town.link, wallet);
    wallet.time += 600;
    network.current.on('GET', address, () => json(town.metadata));
    expect(await refusal(openOffer(town.link, wallet))).toMatchObject({ kind: 'untrusted', code: 'signed_metadata' });
  });

  it('may change their root, but only to one that the wallet knows', async () => {
    await sign();
    await openOffer(town.link, wallet);
    const next = await CertificateAuthority.create('Next Root', now);
    await sign({}, await next.signer('Stadt Gelsenkirchen', 'town.test', now + 10_000, 'issuer'));
    wallet.time += 600;
    expect(await refusal(openOffer(town.link, wallet))).toMatchObject({ kind: 'untrusted', code: 'signed_metadata' });
    wallet.config.trust.issuers = [next.anchor];
    wallet.time += 600;
    expect((await openOffer(town.link, wallet)).issuer).toMatchObject({ trusted: true, by: next.anchor.name });
  });
});

describe('an issuer nobody vouches for', () => {
  beforeEach(async () => {
    wallet.config.town.portal = 'http://elsewhere.test';
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    town.signer = await foreign.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
    town.serve(network.current);
  });

  it('gives a card that says so', async () => {
    const session = await openOffer(town.link, wallet);
    expect(session.issuer.trusted).toBe(false);
    const { cards: [card] } = await session.accept();
    expect(card!.issuer).toEqual({ id: town.id, host: 'town.test', trusted: false, name: 'Stadt Gelsenkirchen', demo: true });
  });

  it('gives none whose certificate is for another host', async () => {
    town.signer = await (await CertificateAuthority.create('Foreign Root', now)).signer('Stadt', 'other.test', now + 1000, 'issuer');
    expect(await refusal((await openOffer(town.link, wallet)).accept())).toMatchObject({ detail: 'the certificate is for another host' });
  });

  it('gives none whose signature is by another key', async () => {
    const other = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
    town.signer = { keys: other.keys, x5c: town.signer.x5c };
    expect(await refusal((await openOffer(town.link, wallet)).accept())).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });
});
