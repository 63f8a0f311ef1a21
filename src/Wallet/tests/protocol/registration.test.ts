import { beforeEach, describe, expect, it } from 'vitest';
import { openOffer, openRequest } from '../../src/protocol';
import { sha256, toBase64Url, utf8 } from '../../src/protocol/bytes';
import { CertificateAuthority, signToken, type Signer } from './certificateAuthority';
import { permitType, TestIssuer } from './issuer';
import { useNetwork } from './network';
import { refusal } from './refusal';
import { TestVerifier } from './verifier';
import { MemoryWallet } from './wallet';

const network = useNetwork();
const now = 1_796_000_000;
const town = 'AG:DE-05513000';
let root: CertificateAuthority;
let registrar: Signer;
let verifier: TestVerifier;
let wallet: MemoryWallet;
let cardId: string;

beforeEach(async () => {
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  const registrars = await CertificateAuthority.create('DEMO Registrar Root', now);
  registrar = await registrars.signer('DEMO Registrar', 'registrar.test', now + 1000, 'registrar');
  const issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
  issuer.serve(network.current);
  verifier = await TestVerifier.create(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'verifier', false, town), now);
  verifier.serve(network.current);
  wallet = new MemoryWallet([root.anchor], [root.anchor], now, [registrars.anchor]);
  const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
  wallet.cards.push(card!);
  cardId = card!.id;
});

const registered = {
  name: 'Stadt Gelsenkirchen',
  sub: town,
  iat: now - 100,
  exp: now + 100_000,
  entitlements: ['https://uri.etsi.org/19475/Entitlement/Service_Provider'],
  purpose: [
    { lang: 'en', value: 'Checking permits' },
    { lang: 'de', value: 'Ausweise prüfen' },
  ],
  credentials: [{ format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claim: [{ path: ['plate'] }, { path: ['municipality'] }, { path: ['zones', null] }] }],
};

async function register(payload: object, { signer = registrar, header = {}, wrap = false } = {}): Promise<void> {
  const jwt = await signToken(signer, { typ: 'rc-wrp+jwt', ...header }, payload);
  const data = wrap ? toBase64Url(utf8(jwt)) : jwt;
  const change = verifier.change;
  verifier.change = (parameters) => ({ ...change(parameters), verifier_info: [{ format: 'registration_cert', data }] });
}

function ask(...paths: unknown[]): void {
  const credential = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims: paths.map((path) => ({ path })) };
  verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [credential] } });
}

describe('a registration', () => {
  it('names where deletion is asked for, and who supervises the party', async () => {
    await register({ ...registered, support_uri: 'mailto:daten@stadt.test', supervisory_authority: { email: 'post@aufsicht.test', infoURI: 'https://aufsicht.test/', phone: 7 } });
    const { registration } = await openRequest(verifier.link(), wallet);
    expect(registration).toMatchObject({ contacts: ['mailto:daten@stadt.test'], supervisor: ['post@aufsicht.test', 'https://aufsicht.test/'] });
  });

  it.each([false, true])('is shown with name and purpose (JWT in base64url once more: %s)', async (wrap) => {
    await register(registered, { wrap });
    expect((await openRequest(verifier.link(), wallet)).registration).toEqual({ name: 'Stadt Gelsenkirchen', purpose: 'Ausweise prüfen', unregistered: [] });
  });

  it('covers what lies below a registered claim, and one of the registered elements', async () => {
    ask(['municipality', 'name'], ['zones', 0], ['zones', null]);
    await register(registered);
    expect((await openRequest(verifier.link(), wallet)).registration?.unregistered).toEqual([]);
  });

  it('that does not cover all that is asked (attack 19) says what is beyond it', async () => {
    ask(['plate'], ['permit_number'], ['zones']);
    await register(registered);
    expect((await openRequest(verifier.link(), wallet)).registration?.unregistered).toEqual([
      { queryId: 'permit', path: ['permit_number'] },
      { queryId: 'permit', path: ['zones'] },
    ]);
  });

  it('for another kind of card covers nothing', async () => {
    await register({ ...registered, credentials: [{ format: 'dc+sd-jwt', meta: { vct_values: ['urn:other'] } }] });
    expect((await openRequest(verifier.link(), wallet)).registration?.unregistered).toEqual([{ queryId: 'permit', path: [] }]);
  });

  it('is missing where the verifier sends none, or the wallet knows no registrar', async () => {
    expect((await openRequest(verifier.link(), wallet)).registration).toBeUndefined();
    await register(registered);
    wallet.config.trust.registrars = [];
    expect((await openRequest(verifier.link(), wallet)).registration).toBeUndefined();
  });

  it.each([
    ['is over', { exp: now - 1 }],
    ['has not begun', { iat: now + 1000 }],
    ['is for another party', { sub: 'AG:DE-05911000' }],
    ['is for something else', { entitlements: ['https://uri.etsi.org/19475/Entitlement/Non_Q_EAA_Provider'] }],
  ])('that %s refuses the question', async (_, change) => {
    await register(registered);
    expect((await openRequest(verifier.link(), wallet)).registration).toBeDefined();
    await register({ ...registered, ...change });
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'untrusted', code: 'verifier_info' });
  });

  it('of somebody who is no registrar, or of another type, refuses the question', async () => {
    await register(registered, { signer: await root.signer('Stadt', 'town.test', now + 1000, 'registrar') });
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'untrusted' });
    await register(registered, { header: { typ: 'JWT' } });
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'malformed', code: 'typ' });
  });
});

const declaration = {
  type: 'urn:modellstadt:transaction:declaration:1',
  credential_ids: ['permit'],
  statement_de: 'Ich beantrage den Ausweis für GE-AB 123.',
  statement_en: 'I apply for the permit for GE-AB 123.',
};

function declare(...entries: object[]): string[] {
  const encoded = entries.map((entry) => toBase64Url(utf8(JSON.stringify(entry))));
  verifier.change = (parameters) => ({ ...parameters, transaction_data: encoded });
  return encoded;
}

describe('a declaration', () => {
  it('is shown word for word, and its hash goes into the key binding', async () => {
    const [encoded] = declare(declaration);
    const session = await openRequest(verifier.link(), wallet);
    expect(session.declarations).toEqual(['Ich beantrage den Ausweis für GE-AB 123.']);
    await session.confirm({ permit: { cardId, option: 0 } });
    expect(verifier.answers[0]!.binding).toMatchObject({
      transaction_data_hashes: [toBase64Url(await sha256(utf8(encoded!)))],
      transaction_data_hashes_alg: 'sha-256',
    });
  });

  it('is not there where nothing is to be declared', async () => {
    const session = await openRequest(verifier.link(), wallet);
    await session.confirm({ permit: { cardId, option: 0 } });
    expect(session.declarations).toEqual([]);
    expect(verifier.answers[0]!.binding).not.toHaveProperty('transaction_data_hashes');
  });

  it.each([
    ['of an unknown type', { type: 'urn:example:payment' }],
    ['with an unknown member', { amount: '10 EUR' }],
    ['without its German words', { statement_de: undefined }],
    ['with words that are none', { statement_en: 7 }],
    ['about a card that is not asked for', { credential_ids: ['passport'] }],
    ['with a hash this wallet does not know', { transaction_data_hashes_alg: ['md5'] }],
  ])('%s refuses the question', async (_, change) => {
    declare(declaration, { ...declaration, ...change });
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'unsupported', code: 'invalid_transaction_data' });
  });
});
