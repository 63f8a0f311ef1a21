import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64Url, utf8 } from '../../src/protocol/bytes';
import { openOffer } from '../../src/protocol';
import type { ProtocolFailure, SdJwtCopy } from '../../src/protocol/contract';
import { CertificateAuthority } from './certificateAuthority';
import { mdocId, permitClaims, permitId, permitType, TestIssuer } from './issuer';
import { json, useNetwork } from './network';
import { refusal } from './refusal';
import { MemoryWallet, portal } from './wallet';

const network = useNetwork();
const now = 1_795_000_000;
let root: CertificateAuthority;
let issuer: TestIssuer;
let wallet: MemoryWallet;

beforeEach(async () => {
  // Metadata is kept by issuer for minutes; every test starts later than that.
  nextHour += 3600;
  const time = now + nextHour;
  root = await CertificateAuthority.create('DEMO Modellstadt Root', time);
  issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', time + 1000, 'issuer'), time);
  issuer.serve(network.current);
  wallet = new MemoryWallet([root.anchor], [], time);
});
let nextHour = 0;

describe('an offer', () => {
  it('shows who offers what before anything is accepted', async () => {
    const session = await openOffer(issuer.link, wallet);
    expect(session.issuer).toEqual({ id: issuer.id, host: 'town.test', trusted: true, name: 'Stadt Gelsenkirchen', demo: true });
    expect(session.credentials).toMatchObject([{ title: { de: 'Bewohnerparkausweis', en: 'Bewohnerparkausweis' }, background: '#003366' }]);
    expect(session.transactionCode).toBeUndefined();
    expect(network.current.asked.every((request) => request.startsWith('GET'))).toBe(true);
  });

  it('by value survives a percent sign in the code', async () => {
    const link = new URL(`${portal}/receive?credential_offer=${encodeURIComponent(JSON.stringify(issuer.offer))}`);
    const { cards: [card] } = await (await openOffer(link, wallet)).accept();
    expect(card!.copies).toHaveLength(3);
  });

  it('that names the same card in several formats is taken once, as SD-JWT VC', async () => {
    const { [permitId]: permit, [mdocId]: mdoc } = issuer.metadata.credential_configurations_supported;
    const supported = { [permitId]: permit, [mdocId]: { ...mdoc, credential_metadata: permit.credential_metadata } };
    network.current.on('GET', `${portal}/.well-known/openid-credential-issuer/issuers/town`, () => json({ ...issuer.metadata, credential_configurations_supported: supported }));
    issuer.behaviour.offered = [mdocId, permitId];
    const session = await openOffer(issuer.link, wallet);
    expect(session.credentials.map((credential) => credential.configurationId)).toEqual([permitId]);
    expect((await session.accept()).cards).toHaveLength(1);
  });

  it('becomes a card with one key for each copy', async () => {
    const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
    expect(card).toMatchObject({ vct: permitType, claims: permitClaims, receivedAt: wallet.time, validUntil: wallet.time + 3600 });
    expect(card!.issuer).toMatchObject({ trusted: true, name: 'Stadt Gelsenkirchen', demo: true });
    expect(new Set(card!.copies.map((copy) => copy.keyId)).size).toBe(3);
    expect(card!.copies.map((copy) => copy.status)).toContainEqual({ uri: `${issuer.id}/status-lists/7`, index: 0, listNumber: 7 });
    await vi.waitFor(() => expect(issuer.events).toEqual(['credential_accepted']));
  });

  it('asks for both kinds of metadata at the same time', async () => {
    await openOffer(issuer.link, wallet);
    const asked = network.current.asked.filter((request) => request.includes('.well-known'));
    expect(asked).toEqual([
      `GET ${portal}/.well-known/oauth-authorization-server/issuers/town`,
      `GET ${portal}/.well-known/openid-credential-issuer/issuers/town`,
    ]);
  });

  it('matches credentials to keys whatever their order', async () => {
    issuer.behaviour.deliver = (all) => all.toReversed();
    const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
    for (const copy of card!.copies) {
      const { sdJwt, keyId } = copy as SdJwtCopy;
      const payload = JSON.parse(Buffer.from(sdJwt.split('.')[1]!, 'base64url').toString()) as { cnf: { jwk: JsonWebKey } };
      const own = await crypto.subtle.exportKey('jwk', wallet.publicKey(keyId));
      expect(payload.cnf.jwk.x).toBe(own.x);
    }
  });

  it('is asked again with a new nonce when the first one is over', async () => {
    const nonces = ['old', 'fresh'];
    network.current.on('POST', `${issuer.id}/nonce`, () => json({ c_nonce: nonces.shift() }));
    issuer.behaviour.nonce = 'fresh';
    expect((await (await openOffer(issuer.link, wallet)).accept()).cards).toHaveLength(1);
  });

  it('is asked again with the same token when the answer gets lost on the way', async () => {
    const issue = network.current.handler('POST', `${issuer.id}/credential`);
    let lost = 0;
    network.current.on('POST', `${issuer.id}/credential`, async (request) => {
      const answer = await issue(request);
      if (lost++ === 0) throw new TypeError('the line broke');
      return answer;
    });
    const { cards: [card] } = await (await openOffer(issuer.link, wallet)).accept();
    expect(card!.copies).toHaveLength(3);
    expect(network.current.asked.filter((request) => request === `POST ${issuer.id}/token`)).toHaveLength(1);
    expect(network.current.asked.filter((request) => request === `POST ${issuer.id}/nonce`)).toHaveLength(2);
  });

  it('says that the transaction code was wrong and can be tried again', async () => {
    issuer.behaviour.transactionCode = '1234';
    const session = await openOffer(issuer.link, wallet);
    expect(session.transactionCode).toEqual({ numeric: true, length: 4 });
    expect(await refusal(session.accept('9999'))).toMatchObject({ kind: 'wrong-code', code: 'invalid_grant' });
    expect((await session.accept('1234')).cards).toHaveLength(1);
    expect(wallet.keyCount).toBe(3);
  });

  it('is not trusted before its certificate when it comes from another address', async () => {
    wallet.config.town.portal = 'http://elsewhere.test';
    expect((await openOffer(issuer.link, wallet)).issuer.trusted).toBe(false);
  });
});

describe('an offer is refused', () => {
  it('when it is gone', async () => {
    network.current.on('GET', `${issuer.id}/offers/1`, () => json({}, 404));
    expect(await refusal(openOffer(issuer.link, wallet))).toMatchObject({ kind: 'expired', code: 'http_404' });
  });

  it('when its code was used', async () => {
    network.current.on('POST', `${issuer.id}/token`, () => json({ error: 'invalid_grant' }, 400));
    const session = await openOffer(issuer.link, wallet);
    expect(await refusal(session.accept())).toMatchObject({ kind: 'expired', code: 'invalid_grant' });
    expect(wallet.keyCount).toBe(0);
  });

  it('when nobody answers', async () => {
    network.current.on('GET', `${issuer.id}/offers/1`, () => {
      throw new TypeError('fetch failed');
    });
    expect(await refusal(openOffer(issuer.link, wallet))).toMatchObject({ kind: 'network' });
  });

  it('over plain http outside the demonstration', async () => {
    wallet.config.insecureHttpAllowed = false;
    expect(await refusal(openOffer(issuer.link, wallet))).toMatchObject({ kind: 'untrusted', code: 'url' });
  });

  it('with a grant nobody has heard of', async () => {
    network.current.on('GET', `${issuer.id}/offers/1`, () => json({ ...issuer.offer, grants: { 'urn:other': {} } }));
    expect(await refusal(openOffer(issuer.link, wallet))).toMatchObject({ kind: 'unsupported', code: 'grant' });
  });

  it('when the answer never ends', async () => {
    network.current.on('GET', `${issuer.id}/offers/1`, () => json({ ...issuer.offer, padding: 'x'.repeat(2_000_000) }));
    expect(await refusal(openOffer(issuer.link, wallet))).toMatchObject({ kind: 'malformed', code: 'size' });
  });
});

describe('a credential is refused', () => {
  async function refusalOnAccept(): Promise<ProtocolFailure> {
    const failure = await refusal((await openOffer(issuer.link, wallet)).accept());
    expect(wallet.keyCount).toBe(0);
    return failure;
  }

  function reDisclose(change: (disclosures: string[]) => string[]): void {
    issuer.behaviour.deliver = (all) =>
      all.map((text) => {
        const [jwt, ...rest] = text.split('~');
        return [jwt, ...change(rest.slice(0, -1)), ''].join('~');
      });
  }

  const disclosure = (...parts: unknown[]) => toBase64Url(utf8(JSON.stringify(parts)));

  it('when a disclosure was tampered with', async () => {
    reDisclose((all) => [disclosure('salt', 'plate', 'GE-XX 999'), ...all.slice(1)]);
    expect(await refusalOnAccept()).toMatchObject({ kind: 'malformed', code: 'disclosure' });
  });

  it('when a disclosure is referenced by nothing', async () => {
    reDisclose((all) => [...all, disclosure('salt', 'extra', true)]);
    expect(await refusalOnAccept()).toMatchObject({ kind: 'malformed', code: 'disclosure' });
  });

  it('when a disclosure has a reserved name', async () => {
    reDisclose((all) => [...all, disclosure('salt', '_sd', [])]);
    expect(await refusalOnAccept()).toMatchObject({ detail: '_sd is reserved' });
  });

  it('when a disclosure comes twice', async () => {
    reDisclose((all) => [...all, all[0]!]);
    expect(await refusalOnAccept()).toMatchObject({ detail: 'the same disclosure twice' });
  });

  it('when a foreign root stands behind it', async () => {
    const foreign = await CertificateAuthority.create('Foreign Root', wallet.time);
    issuer.signer = await foreign.signer('Stadt Gelsenkirchen', 'town.test', wallet.time + 1000, 'issuer');
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', code: 'x5c' });
    await vi.waitFor(() => expect(issuer.events).toEqual(['credential_failure']));
  });

  it('when a foreign root only carries the name of ours', async () => {
    const impostor = await CertificateAuthority.create(root.name, wallet.time);
    issuer.signer = await impostor.signer('Stadt Gelsenkirchen', 'town.test', wallet.time + 1000, 'issuer');
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', code: 'x5c' });
  });

  it('when the certificate is for another host', async () => {
    issuer.signer = await root.signer('Stadt Gelsenkirchen', 'other.test', wallet.time + 1000, 'issuer');
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', detail: 'the certificate is for another host' });
  });

  it('when the certificate is over', async () => {
    issuer.signer = await root.signer('Stadt Gelsenkirchen', 'town.test', wallet.time - 100, 'issuer');
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', detail: 'a certificate of the chain is not valid now' });
  });

  it('when an authority signs in place of a leaf', async () => {
    issuer.signer = await root.signer('Stadt Gelsenkirchen', 'town.test', wallet.time + 1000, 'issuer', true);
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', detail: 'the leaf is an authority' });
  });

  it('when a verifier signs it', async () => {
    issuer.signer = await root.signer('Stadt Gelsenkirchen', 'town.test', wallet.time + 1000, 'verifier');
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', detail: 'the leaf is no issuer' });
  });

  it('when the root is among its certificates', async () => {
    issuer.signer = root.withRoot(issuer.signer);
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', detail: 'a root among the certificates' });
  });

  it('when the signature is by another key than the certificate', async () => {
    const other = await root.signer('Stadt Gelsenkirchen', 'town.test', wallet.time + 1000, 'issuer');
    issuer.signer = { keys: other.keys, x5c: issuer.signer.x5c };
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });

  it('when it is bound to a foreign key', async () => {
    const [foreign] = await new MemoryWallet([], [], 0).keys.create(1);
    issuer.behaviour.payload = (payload) => ({ ...payload, cnf: { jwk: foreign!.publicJwk } });
    expect(await refusalOnAccept()).toMatchObject({ kind: 'malformed', code: 'cnf' });
  });

  it('when two copies share a key', async () => {
    issuer.behaviour.deliver = (all) => [all[0]!, all[0]!, all[1]!];
    expect(await refusalOnAccept()).toMatchObject({ detail: 'two copies share a key' });
  });

  it('when it is of another type than offered', async () => {
    issuer.behaviour.payload = (payload) => ({ ...payload, vct: 'urn:other' });
    expect(await refusalOnAccept()).toMatchObject({ kind: 'malformed', code: 'vct' });
  });

  it('when it names another issuer', async () => {
    issuer.behaviour.payload = (payload) => ({ ...payload, iss: 'http://other.test/issuers/town' });
    expect(await refusalOnAccept()).toMatchObject({ kind: 'untrusted', code: 'iss' });
  });

  it('when one copy says something else', async () => {
    let count = 0;
    issuer.behaviour.payload = (payload) => ({ ...payload, plate: `GE-AB ${count++}` });
    expect(await refusalOnAccept()).toMatchObject({ detail: 'the copies differ' });
  });

  it('when there are more than were asked for', async () => {
    issuer.behaviour.deliver = (all) => [...all, ...all];
    expect(await refusalOnAccept()).toMatchObject({ kind: 'malformed', code: 'credentials' });
  });
});
