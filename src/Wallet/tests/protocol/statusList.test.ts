import { deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url, utf8 } from '../../src/protocol/bytes';
import { checkStatus, permitCode } from '../../src/protocol';
import type { StoredCredential } from '../../src/protocol/contract';
import { CertificateAuthority, signToken } from './certificateAuthority';
import { TestIssuer } from './issuer';
import { useNetwork } from './network';
import { MemoryWallet } from './wallet';

const network = useNetwork();
const now = 1_797_000_000;
let list = 0;
let uri: string;
let root: CertificateAuthority;
let issuer: TestIssuer;
let wallet: MemoryWallet;
let issued: string;

beforeEach(async () => {
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
  issued = await signToken(issuer.signer, { typ: 'dc+sd-jwt' }, { iss: issuer.id });
  wallet = new MemoryWallet([root.anchor], [], now);
  // Lists are kept by address; every test has its own.
  uri = `${issuer.id}/status-lists/${++list}`;
});

/** A card whose copy was signed by the issuer as it was before a test changed it. */
function card(index: number, validUntil = now + 100): StoredCredential {
  const copies = [{ format: 'dc+sd-jwt' as const, sdJwt: `${issued}~`, keyId: 'key', used: false, status: { uri, index, listNumber: list } }];
  return { copies, validUntil } as unknown as StoredCredential;
}

async function serve(token: Promise<string> | string): Promise<void> {
  const text = await token;
  network.current.on('GET', uri, () => new Response(text, { headers: { 'Content-Type': 'application/statuslist+jwt' } }));
}

describe('the status of a card', () => {
  it('is the bit of its own entry', async () => {
    await serve(issuer.statusToken(uri, [9]));
    expect(await checkStatus(card(8), wallet)).toBe('valid');
    expect(await checkStatus(card(9), wallet)).toBe('revoked');
  });

  it.each([
    [1, 'valid'],
    [2, 'revoked'],
    [3, 'suspended'],
    [0, 'unknown'],
  ])('with two bits an entry, entry %i is %s', async (index, expected) => {
    const status_list = { bits: 2, lst: toBase64Url(deflateSync(Uint8Array.of(0b10_01_00_11))) };
    await serve(issuer.statusToken(uri, [], { status_list }));
    expect(await checkStatus(card(index), wallet)).toBe(expected);
  });

  it('is asked for once while the list is fresh, and again after its ttl', async () => {
    await serve(issuer.statusToken(uri, []));
    await checkStatus(card(1), wallet);
    await checkStatus(card(2), wallet);
    expect(network.current.asked).toHaveLength(1);
    wallet.time += 30;
    await serve(issuer.statusToken(uri, [1]));
    expect(await checkStatus(card(1), wallet)).toBe('revoked');
  });

  it('is expired after its end, without asking anybody', async () => {
    expect(await checkStatus(card(1, now), wallet)).toBe('expired');
    expect(network.current.asked).toEqual([]);
  });
});

describe('the status is unknown', () => {
  it('when nobody answers', async () => {
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it('when the token is about another list', async () => {
    await serve(issuer.statusToken(`${uri}0`, []));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it('when the token is over', async () => {
    await serve(issuer.statusToken(uri, [], { exp: now }));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it('when a foreign root stands behind it', async () => {
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    issuer.signer = await foreign.signer('Somebody', 'town.test', now + 1000, 'issuer');
    await serve(issuer.statusToken(uri, []));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it('when another issuer signed the list, trusted though it is', async () => {
    const other = await CertificateAuthority.create('DEMO ID card office Root', now);
    wallet = new MemoryWallet([root.anchor, other.anchor], [], now);
    await serve(issuer.statusToken(uri, []));
    expect(await checkStatus(card(1), wallet)).toBe('valid');
    wallet.time += 30;
    issuer.signer = await other.signer('ID card office', 'town.test', now + 1000, 'issuer');
    await serve(issuer.statusToken(uri, [1]));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it('when the root behind the card is no longer trusted', async () => {
    await serve(issuer.statusToken(uri, []));
    expect(await checkStatus(card(1), new MemoryWallet([], [], now))).toBe('unknown');
  });

  it('when the entry lies outside the list', async () => {
    await serve(issuer.statusToken(uri, []));
    expect(await checkStatus(card(128 * 8), wallet)).toBe('unknown');
  });

  it('when a small token inflates without end', async () => {
    const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    await serve(issuer.statusToken(uri, [], { status_list: { bits: 1, lst: toBase64Url(bomb) } }));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });

  it.each([{ bits: 3, lst: '' }, { bits: 1, lst: '@@' }, { bits: 1, lst: 'AAAA' }, 'none'])('when the list is %o', async (status_list) => {
    await serve(issuer.statusToken(uri, [], { status_list }));
    expect(await checkStatus(card(1), wallet)).toBe('unknown');
  });
});

describe('the code for the warden', () => {
  it('names the entry and the time and is signed by the copy', async () => {
    const [key] = await wallet.keys.create(1);
    const copy = { format: 'dc+sd-jwt' as const, sdJwt: '', keyId: key!.keyId, used: false, status: { uri, index: 4711, listNumber: 7 } };
    const code = await permitCode(copy, wallet.keys, now);
    const [, text, signature] = /^(MSP1\.7\.4711\.1797000000)\.([\w-]{86})$/.exec(code)!;
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    expect(await crypto.subtle.verify(algorithm, wallet.publicKey(key!.keyId), fromBase64Url(signature!), utf8(text!))).toBe(true);
  });
});
