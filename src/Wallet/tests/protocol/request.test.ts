import { beforeEach, describe, expect, it } from 'vitest';
import { openOffer, openRequest } from '../../src/protocol';
import type { Choice, Copy } from '../../src/protocol/contract';
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
let issuer: TestIssuer;
let cardId: string;
/** The permit, with as little as is asked. */
let permit: Choice;

beforeEach(async () => {
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
  issuer.serve(network.current);
  verifier = await TestVerifier.create(await root.signer('Stadt Gelsenkirchen Parken', 'town.test', now + 1000, 'verifier'), now);
  verifier.serve(network.current);
  wallet = new MemoryWallet([root.anchor], [root.anchor], now);
  const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
  wallet.cards.push(card!);
  cardId = card!.id;
  permit = { permit: { cardId, option: 0 } };
});

function ask(claims: unknown, more: object = {}): void {
  const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, ...(claims ? { claims } : {}) };
  verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential], ...more } });
}

describe('a request', () => {
  it('shows who asks for what and why', async () => {
    const session = await openRequest(verifier.link(), wallet);
    expect(session).toMatchObject({ responseHost: 'town.test', purpose: 'Um den Antrag zu prüfen', crossDevice: false });
    expect(session.verifier).toEqual({ trusted: true, name: 'Stadt Gelsenkirchen Parken', host: 'town.test', demo: true, by: root.anchor.name });
    expect(session.asked).toMatchObject([{ queryId: 'permit', vcts: [permitType], candidates: [{ options: [[['plate']]] }] }]);
    expect(session.asked[0]!.candidates.map(({ card }) => card.id)).toEqual([cardId]);
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
    const result = await session.confirm(permit);
    expect(result).toMatchObject({ redirectUri: `${portal}/parking/applications/1?response_code=abc` });
    expect(result.usedCopies).toEqual([{ credentialId: cardId, keyId: wallet.cards[0]!.copies[0]!.keyId, repeated: false }]);
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
      const { usedCopies } = await (await openRequest(verifier.link(), wallet)).confirm(permit);
      expect(usedCopies[0]!.keyId).toBe(expected);
    }
  });

  it('gets its copy when the person confirms: of two that were open at once, each another', async () => {
    const [first, second] = await Promise.all([openRequest(verifier.link(), wallet), openRequest(verifier.link(), wallet)]);
    const used = await Promise.all([first.confirm(permit), second.confirm(permit)]);
    expect(used.map(({ usedCopies }) => usedCopies[0]!.keyId)).toEqual(wallet.cards[0]!.copies.slice(0, 2).map(({ keyId }) => keyId));
  });

  it('is not answered when the card is gone by the time the person confirms', async () => {
    const session = await openRequest(verifier.link(), wallet);
    const [card] = wallet.cards.splice(0);
    expect(await refusal(session.confirm(permit))).toMatchObject({ kind: 'no-matching-card' });
    expect(verifier.answers).toHaveLength(0);
    wallet.cards.push(card!);
    await session.confirm(permit);
    expect(verifier.answers).toHaveLength(1);
  });

  it('for an object or a list gets all of it, for one member only that', async () => {
    ask([{ path: ['municipality', 'name'] }, { path: ['zones', null] }]);
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(verifier.answers[0]!.claims).toMatchObject({ municipality: { name: 'Gelsenkirchen' }, zones: ['A', 'B'] });
    expect(verifier.answers[0]!.claims.municipality).not.toHaveProperty('ags');
    ask([{ path: ['municipality'] }, { path: ['zones', 1] }]);
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(verifier.answers[1]!.claims).toMatchObject({ municipality: { ags: '05513000', name: 'Gelsenkirchen' }, zones: ['B'] });
  });

  it('without claims gets the credential with nothing disclosed', async () => {
    ask(undefined);
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(verifier.answers[0]!.claims).not.toHaveProperty('plate');
  });

  it('with empty lists is read as if they were absent', async () => {
    ask([], { credential_sets: [] });
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates).toHaveLength(1);
  });

  it('for a value that does not match finds no card and says nothing to the verifier', async () => {
    ask([{ path: ['plate'], values: ['GE-ZZ 1'] }]);
    const session = await openRequest(verifier.link(), wallet);
    expect(session.asked[0]).toMatchObject({ vcts: [permitType], candidates: [] });
    expect(await refusal(session.confirm(permit))).toMatchObject({ kind: 'no-matching-card' });
    expect(verifier.answers).toHaveLength(0);
  });

  it('takes the first set of claims that the card has', async () => {
    const claims = [
      { id: 'a', path: ['colour'] },
      { id: 'b', path: ['plate'] },
    ];
    const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims, claim_sets: [['a'], ['b']] };
    verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential] } });
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates[0]!.options).toEqual([[['plate']]]);
  });

  describe('that does not require everything', () => {
    const claims = ['plate', 'permit_number', 'zones'].map((name) => ({ id: name, path: [name] }));
    const optional = (claim_sets: string[][]) => {
      const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims, claim_sets };
      verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential] } });
    };
    const twoCards = () => {
      const credentials = ['permit', 'other'].map((id) => ({ id, format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims: [{ path: ['plate'] }] }));
      const credential_sets = [{ options: [['permit']] }, { options: [['other']], required: false }];
      verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials, credential_sets } });
    };

    it('shows the least first, and more of the same card when the person wants to', async () => {
      optional([['plate', 'permit_number', 'zones'], ['plate', 'zones'], ['plate']]);
      const session = await openRequest(verifier.link(), wallet);
      expect(session.asked[0]!.candidates[0]!.options).toEqual([[['plate']], [['plate'], ['permit_number'], ['zones']], [['plate'], ['zones']]]);
      await session.confirm(permit);
      expect(verifier.answers[0]!.claims).not.toHaveProperty('zones');
      await session.confirm({ permit: { cardId, option: 2 } });
      expect(verifier.answers[1]!.claims).toMatchObject({ plate: 'GE-AB 123', zones: ['A', 'B'] });
      expect(verifier.answers[1]!.claims).not.toHaveProperty('permit_number');
    });

    it('keeps to the sets the verifier takes', async () => {
      optional([['plate', 'zones'], ['permit_number', 'zones']]);
      expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates[0]!.options).toEqual([[['plate'], ['zones']]]);
      const session = await openRequest(verifier.link(), wallet);
      expect(await refusal(session.confirm({ permit: { cardId, option: 1 } }))).toMatchObject({ kind: 'no-matching-card' });
      expect(verifier.answers).toHaveLength(0);
    });

    it('leaves an optional card out unless the person adds it', async () => {
      twoCards();
      const session = await openRequest(verifier.link(), wallet);
      expect(session.asked.map(({ queryId, optionalGroup }) => [queryId, optionalGroup])).toEqual([['permit', undefined], ['other', 0]]);
      await session.confirm(permit);
      expect(verifier.answers).toHaveLength(1);
      await session.confirm({ ...permit, other: { cardId, option: 0 } });
      expect(verifier.answers).toHaveLength(3);
    });

    it('says nothing of an optional card that is not here', async () => {
      twoCards();
      const change = verifier.change;
      verifier.change = (parameters) => {
        const asked = change(parameters) as { dcql_query: { credentials: { meta: object }[] } };
        asked.dcql_query.credentials[1]!.meta = { vct_values: ['urn:nobody:has:this'] };
        return asked;
      };
      expect((await openRequest(verifier.link(), wallet)).asked.map(({ queryId }) => queryId)).toEqual(['permit']);
    });

    it('takes an optional set whole or not at all', async () => {
      const credentials = ['permit', 'b', 'c'].map((id) => ({ id, format: 'dc+sd-jwt', meta: { vct_values: [permitType] } }));
      const credential_sets = [{ options: [['permit']] }, { options: [['b', 'c']], required: false }];
      verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials, credential_sets } });
      const session = await openRequest(verifier.link(), wallet);
      expect(await refusal(session.confirm({ ...permit, b: { cardId, option: 0 } }))).toMatchObject({ kind: 'no-matching-card' });
      const { usedCopies } = await session.confirm({ ...permit, b: { cardId, option: 0 }, c: { cardId, option: 0 } });
      expect(verifier.answers).toHaveLength(3);
      expect(usedCopies).toHaveLength(1);
    });
  });

  it('says what everybody sees who gets to see the card', async () => {
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates[0]!.always).toEqual([]);
    issuer.behaviour.payload = (payload) => ({ ...payload, issuing_authority: 'Stadt Gelsenkirchen', demo: true });
    wallet.cards.splice(0, 1, ...(await (await openOffer(issuer.link, wallet)).accept()).cards);
    expect((await openRequest(verifier.link(), wallet)).asked[0]!.candidates[0]!.always).toEqual([['issuing_authority'], ['demo']]);
  });

  it('is answered in the clear where it says so, and encrypted where it says that', async () => {
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    verifier.change = (parameters) => ({ ...parameters, response_mode: 'direct_post' });
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(verifier.forms.map((form) => Object.keys(form).sort())).toEqual([['response'], ['state', 'vp_token']]);
    expect(verifier.answers.map(({ claims }) => claims.plate)).toEqual(['GE-AB 123', 'GE-AB 123']);
  });

  it('tells the same to a verifier whether a card is missing, does not match, or is not to be shown', async () => {
    const told: unknown[] = [];
    const asked: string[][] = [];
    for (const claims of [[{ path: ['plate'] }], [{ path: ['plate'], values: ['GE-ZZ 1'] }], [{ path: ['no_such_claim'] }]]) {
      ask(claims);
      const before = network.current.asked.length;
      await (await openRequest(verifier.link(), wallet)).refuse();
      asked.push(network.current.asked.slice(before));
      told.push(verifier.forms.at(-1));
    }
    expect(told).toEqual(Array(3).fill({ error: 'access_denied', state: 'verifier-state' }));
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });

  it('for cards of certain authorities finds those, by the key identifier in their chain', async () => {
    const restrict = async (authority: object) => {
      const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, trusted_authorities: [authority] };
      verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential] } });
      return (await openRequest(verifier.link(), wallet)).asked[0]!.candidates.map(({ card }) => card.id);
    };
    expect(await restrict({ type: 'aki', values: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y', await root.keyIdentifier()] })).toEqual([cardId]);
    const stranger = await CertificateAuthority.create('Foreign Root', now);
    expect(await restrict({ type: 'aki', values: [await stranger.keyIdentifier()] })).toEqual([]);
    expect(await restrict({ type: 'etsi_tl', values: ['https://lists.test'] })).toEqual([]);
    expect(await refusal(restrict({ type: 'of_our_own', values: ['x'] }))).toMatchObject({ kind: 'malformed', code: 'dcql_query' });
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

  it('when an issuer of credentials asks', async () => {
    const asking = await TestVerifier.create(await root.signer('Somebody', 'town.test', now + 1000, 'issuer'), now);
    asking.serve(network.current);
    expect(await refusal(openRequest(asking.link(), wallet))).toMatchObject({ kind: 'untrusted', detail: 'the leaf is no verifier' });
  });

  it('when the answer would go to another host than the certificate stands for', async () => {
    verifier.change = (parameters) => ({ ...parameters, response_uri: 'http://elsewhere.test/responses/1' });
    expect(await opened()).toMatchObject({ kind: 'untrusted', code: 'response_uri' });
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
    ['its metadata would have to be fetched', { client_metadata_uri: `${portal}/metadata` }],
    ['it asks for an unknown kind of answer', { response_type: 'code' }],
    ['its client identifier differs from the link', { client_id: 'x509_hash:other' }],
    ['it asks for a hundred credentials', { dcql_query: { credentials: Array(100).fill({ id: 'a', format: 'dc+sd-jwt', meta: {} }) } }],
  ])('when %s', async (_, change) => {
    verifier.change = (parameters) => ({ ...parameters, ...change });
    expect(await opened()).toMatchObject({ kind: 'malformed' });
  });

  it.each([
    ['it wants the answer through the browser', { response_mode: 'dc_api.jwt' }],
    ['it wants the answer in the address', { response_mode: 'fragment' }],
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
});

describe('an answer', () => {
  it('sends nobody to a foreign site, but says where the verifier wants the person', async () => {
    verifier.reply = () => json({ redirect_uri: 'https://elsewhere.test/collect' });
    const result = await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(result.redirectUri).toBeUndefined();
    expect(result.elsewhere?.href).toBe('https://elsewhere.test/collect');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense', 7])('leads nowhere when it should lead to %s', async (address) => {
    verifier.reply = () => json({ redirect_uri: address });
    const { redirectUri, elsewhere } = await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect([redirectUri, elsewhere]).toEqual([undefined, undefined]);
  });

  it('uses its copies up before it leaves, so that a lost one is never shown twice', async () => {
    const steps: string[] = [];
    network.current.on('POST', verifier.responseUri, () => {
      steps.push('sent', ...wallet.cards[0]!.copies.filter((copy) => copy.used).map(({ keyId }) => keyId));
      return json({ error: 'server_error' }, 500);
    });
    const session = await openRequest(verifier.link(), wallet);
    const failed = session.confirm(permit, (copies) => void steps.push(`used ${copies.map(({ keyId }) => keyId).join()}`));
    expect(await refusal(failed)).toMatchObject({ kind: 'refused-by-peer' });
    const [{ keyId }] = wallet.cards[0]!.copies as [Copy];
    expect(steps).toEqual([`used ${keyId}`, 'sent', keyId]);
  });

  it('is sent again as it was when the reply is lost', async () => {
    const bodies: string[] = [];
    network.current.on('POST', verifier.responseUri, async (request) => {
      bodies.push(await request.text());
      if (bodies.length === 1) throw new TypeError('fetch failed');
      return json({});
    });
    await (await openRequest(verifier.link(), wallet)).confirm(permit);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('may lead nowhere', async () => {
    verifier.reply = () => json({});
    const session = await openRequest(verifier.link(), wallet);
    expect(await session.confirm(permit)).not.toHaveProperty('redirectUri');
  });

  it('that is not wanted gives the reason of the verifier and its number for the case', async () => {
    verifier.reply = () => json({ error: 'invalid_request', error_description: 'status', modellstadt_flow_id: 'K7' }, 400);
    const session = await openRequest(verifier.link(), wallet);
    expect(await refusal(session.confirm(permit))).toMatchObject({ kind: 'refused-by-peer', code: 'invalid_request', detail: 'status – flow K7' });
  });
});
