import { beforeEach, describe, expect, it } from 'vitest';
import { openOffer, openRequest } from '../../src/protocol';
import { CertificateAuthority } from './certificateAuthority';
import { permitType, TestIssuer } from './issuer';
import { json, useNetwork } from './network';
import { refusal } from './refusal';
import { TestVerifier } from './verifier';
import { MemoryWallet, portal } from './wallet';

const network = useNetwork();
const now = 1_796_000_000;
let root: CertificateAuthority;
let verifier: TestVerifier;
let wallet: MemoryWallet;
let cardId: string;

beforeEach(async () => {
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  const issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
  issuer.serve(network.current);
  verifier = await TestVerifier.create(await root.signer('Stadt Gelsenkirchen Parken', 'town.test', now + 1000, 'verifier'), now);
  verifier.serve(network.current);
  wallet = new MemoryWallet([root.anchor], [root.anchor], now);
  const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
  wallet.cards.push(card!);
  cardId = card!.id;
});

function ask(claims: unknown, more: object = {}): void {
  const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, ...(claims ? { claims } : {}) };
  verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential], ...more } });
}

describe('a request', () => {
  it('shows who asks for what and why', async () => {
    const session = await openRequest(verifier.link(), wallet);
    expect(session).toMatchObject({ responseHost: 'town.test', purpose: 'Um den Antrag zu prüfen', crossDevice: false });
    expect(session.verifier).toEqual({ trusted: true, name: 'Stadt Gelsenkirchen Parken', host: 'town.test', demo: true });
    expect(session.asked).toMatchObject([{ queryId: 'permit', vcts: [permitType], claims: [{ path: ['plate'], optional: false }] }]);
    expect(session.asked[0]!.candidates.map((card) => card.id)).toEqual([cardId]);
  });

  it('says that it comes from another screen where link or signature say so', async () => {
    const marked = verifier.link();
    marked.searchParams.set('device', 'cross');
    expect((await openRequest(marked, wallet)).crossDevice).toBe(true);
    verifier.change = (parameters) => ({ ...parameters, modellstadt_cross_device: true });
    expect((await openRequest(verifier.link(), wallet)).crossDevice).toBe(true);
  });

  it('is answered with the asked claims only, bound to verifier and nonce', async () => {
    const session = await openRequest(verifier.link(), wallet);
    const result = await session.confirm({ permit: cardId });
    expect(result).toMatchObject({ redirectUri: `${portal}/parking/applications/1?response_code=abc` });
    expect(result.usedCopies).toEqual([{ credentialId: cardId, keyId: wallet.cards[0]!.copies[0]!.keyId }]);
    const [{ claims, binding }] = verifier.answers as [(typeof verifier.answers)[number]];
    expect(claims).toMatchObject({ vct: permitType, plate: 'GE-AB 123' });
    expect(claims).not.toHaveProperty('permit_number');
    expect(claims).not.toHaveProperty('municipality');
    expect(binding).toMatchObject({ aud: verifier.clientId, nonce: 'verifier-nonce', iat: now });
  });

  it('is fetched by GET where the link says nothing else', async () => {
    expect((await openRequest(verifier.link('get'), wallet)).asked).toHaveLength(1);
    expect(network.current.asked).toContain(`GET ${verifier.requestUri}`);
  });

  it('gets a copy nobody has seen while there is one, then the last one again', async () => {
    const keyIds = wallet.cards[0]!.copies.map((copy) => copy.keyId);
    for (const expected of [...keyIds, keyIds.at(-1)]) {
      const { usedCopies } = await (await openRequest(verifier.link(), wallet)).confirm({ permit: cardId });
      expect(usedCopies[0]!.keyId).toBe(expected);
      for (const copy of wallet.cards[0]!.copies) copy.used ||= copy.keyId === expected;
    }
  });

  it('for an object or a list gets all of it, for one member only that', async () => {
    ask([{ path: ['municipality', 'name'] }, { path: ['zones', null] }]);
    await (await openRequest(verifier.link(), wallet)).confirm({ permit: cardId });
    expect(verifier.answers[0]!.claims).toMatchObject({ municipality: { name: 'Gelsenkirchen' }, zones: ['A', 'B'] });
    expect(verifier.answers[0]!.claims.municipality).not.toHaveProperty('ags');
    ask([{ path: ['municipality'] }, { path: ['zones', 1] }]);
    await (await openRequest(verifier.link(), wallet)).confirm({ permit: cardId });
    expect(verifier.answers[1]!.claims).toMatchObject({ municipality: { ags: '05513000', name: 'Gelsenkirchen' }, zones: ['B'] });
  });

  it('without claims gets the credential with nothing disclosed', async () => {
    ask(undefined);
    await (await openRequest(verifier.link(), wallet)).confirm({ permit: cardId });
    expect(verifier.answers[0]!.claims).not.toHaveProperty('plate');
  });

  it('with empty lists is read as if they were absent', async () => {
    ask([], { credential_sets: [] });
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates).toHaveLength(1);
  });

  it('for a value that does not match finds no card and says nothing to the verifier', async () => {
    ask([{ path: ['plate'], values: ['GE-ZZ 1'] }]);
    const session = await openRequest(verifier.link(), wallet);
    expect(session.asked[0]).toMatchObject({ candidates: [], claims: [{ path: ['plate'] }] });
    expect(await refusal(session.confirm({ permit: cardId }))).toMatchObject({ kind: 'no-matching-card' });
    expect(verifier.answers).toHaveLength(0);
  });

  it('takes the first set of claims that the card has', async () => {
    const claims = [
      { id: 'a', path: ['colour'] },
      { id: 'b', path: ['plate'] },
    ];
    const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims, claim_sets: [['a'], ['b']] };
    verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential] } });
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.claims).toEqual([{ path: ['plate'], optional: false }]);
  });

  it('leaves out what an optional set asks', async () => {
    const credentials = ['permit', 'other'].map((id) => ({ id, format: 'dc+sd-jwt', meta: { vct_values: [permitType] } }));
    const credential_sets = [{ options: [['permit']] }, { options: [['other']], required: false }];
    verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials, credential_sets } });
    expect((await openRequest(verifier.link(), wallet)).asked.map((asked) => asked.queryId)).toEqual(['permit']);
  });

  it('does not find cards that are over', async () => {
    wallet.cards[0]!.validUntil = now;
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates).toEqual([]);
  });

  it('may announce what comes for the answer, from the same origin only', async () => {
    const announce = (issuer: string) => {
      const modellstadt_announced_offer = { credential_issuer: issuer, credential_configuration_ids: ['resident-parking-permit'] };
      verifier.change = (parameters) => ({ ...parameters, modellstadt_announced_offer });
    };
    announce(`${portal}/issuers/town`);
    const expected = { issuer: `${portal}/issuers/town`, configurationIds: ['resident-parking-permit'] };
    expect((await openRequest(verifier.link(), wallet)).announcedOffer).toEqual(expected);
    announce('http://elsewhere.test/issuers/town');
    expect((await openRequest(verifier.link(), wallet)).announcedOffer).toBeUndefined();
  });

  it('can be refused', async () => {
    const result = await (await openRequest(verifier.link(), wallet)).refuse();
    expect(verifier.refusals).toEqual([{ error: 'access_denied', state: 'verifier-state' }]);
    expect(result.redirectUri).toContain('response_code');
  });
});

describe('a request is not shown', () => {
  const opened = () => refusal(openRequest(verifier.link(), wallet));

  it('when its client identifier is not the hash of its certificate', async () => {
    verifier.signer = await root.signer('Somebody', 'town.test', now + 1000, 'verifier');
    expect(await opened()).toMatchObject({ kind: 'malformed' });
  });

  it('when a foreign root stands behind it', async () => {
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    const stranger = await TestVerifier.create(await foreign.signer('Somebody', 'town.test', now + 1000, 'verifier'), now);
    stranger.serve(network.current);
    expect(await refusal(openRequest(stranger.link(), wallet))).toMatchObject({ kind: 'untrusted', code: 'x5c' });
  });

  it('when an issuer of credentials asks', async () => {
    const asking = await TestVerifier.create(await root.signer('Somebody', 'town.test', now + 1000, 'issuer'), now);
    asking.serve(network.current);
    expect(await refusal(openRequest(asking.link(), wallet))).toMatchObject({ kind: 'untrusted', detail: 'the leaf is no verifier' });
  });

  it('when the answer would go to another host than the certificate stands for', async () => {
    verifier.change = (parameters) => ({ ...parameters, response_uri: 'http://elsewhere.test/responses/1' });
    expect(await opened()).toMatchObject({ kind: 'untrusted', code: 'x5c' });
  });

  it('when its signature is by another key', async () => {
    const other = await root.signer('Somebody', 'town.test', now + 1000, 'verifier');
    verifier.signer = { keys: other.keys, x5c: verifier.signer.x5c };
    expect(await opened()).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });

  it.each([
    ['the nonce of the wallet is another', { wallet_nonce: 'guessed' }],
    ['the nonce of the wallet is missing', { wallet_nonce: undefined }],
    ['its own nonce is missing', { nonce: undefined }],
    ['it is for somebody else', { aud: 'https://other.test' }],
    ['it has a redirect_uri beside the direct post', { redirect_uri: `${portal}/back` }],
    ['it asks for nothing', { dcql_query: undefined }],
    ['it asks for an unknown kind of answer', { response_type: 'code' }],
    ['its client identifier differs from the link', { client_id: 'x509_hash:other' }],
    ['it asks for a hundred credentials', { dcql_query: { credentials: Array(100).fill({ id: 'a', format: 'dc+sd-jwt', meta: {} }) } }],
  ])('when %s', async (_, change) => {
    verifier.change = (parameters) => ({ ...parameters, ...change });
    expect(await opened()).toMatchObject({ kind: 'malformed' });
  });

  it.each([
    ['it wants the answer unencrypted', { response_mode: 'direct_post' }],
    ['it gives no key to encrypt for', { client_metadata: {} }],
    ['it binds a transaction this wallet does not know', { transaction_data: ['e30'] }],
  ])('when %s', async (_, change) => {
    verifier.change = (parameters) => ({ ...parameters, ...change });
    const failure = await opened();
    expect(['unsupported', 'malformed']).toContain(failure.kind);
  });

  it.each([
    ['another typ', { typ: 'JWT' }],
    ['no typ', {}],
    ['another algorithm', { typ: 'oauth-authz-req+jwt', alg: 'ES384' }],
    ['no signature algorithm', { typ: 'oauth-authz-req+jwt', alg: 'none' }],
    ['no certificates', { typ: 'oauth-authz-req+jwt', x5c: undefined, jwk: {} }],
  ])('when its header has %s', async (_, header) => {
    verifier.header = header;
    expect(await opened()).toMatchObject({ kind: 'malformed' });
  });

  it('when it is gone', async () => {
    network.current.on('POST', verifier.requestUri, () => json({}, 404));
    expect(await opened()).toMatchObject({ kind: 'expired' });
  });

  it('when its client identifier has no certificate behind it', async () => {
    const link = new URL(`openid4vp://?client_id=redirect_uri:http://town.test&request_uri=${verifier.requestUri}`);
    expect(await refusal(openRequest(link, wallet))).toMatchObject({ kind: 'unsupported', code: 'client_id' });
  });
});

describe('an answer', () => {
  it('never leads to a foreign site', async () => {
    verifier.reply = () => json({ redirect_uri: 'http://elsewhere.test/collect' });
    const session = await openRequest(verifier.link(), wallet);
    expect(await refusal(session.confirm({ permit: cardId }))).toMatchObject({ kind: 'untrusted', code: 'redirect_uri' });
  });

  it('is sent again as it was when the reply is lost', async () => {
    const bodies: string[] = [];
    network.current.on('POST', verifier.responseUri, async (request) => {
      bodies.push(await request.text());
      if (bodies.length === 1) throw new TypeError('fetch failed');
      return json({});
    });
    await (await openRequest(verifier.link(), wallet)).confirm({ permit: cardId });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('may lead nowhere', async () => {
    verifier.reply = () => json({});
    const session = await openRequest(verifier.link(), wallet);
    expect(await session.confirm({ permit: cardId })).not.toHaveProperty('redirectUri');
  });

  it('that is not wanted gives the reason of the verifier and its number for the case', async () => {
    verifier.reply = () => json({ error: 'invalid_request', error_description: 'status', modellstadt_flow_id: 'K7' }, 400);
    const session = await openRequest(verifier.link(), wallet);
    expect(await refusal(session.confirm({ permit: cardId }))).toMatchObject({ kind: 'refused-by-peer', code: 'invalid_request', detail: 'status – flow K7' });
  });
});
