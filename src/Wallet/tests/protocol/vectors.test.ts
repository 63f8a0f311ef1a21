import { describe, expect, it } from 'vitest';
import { checkStatus } from '../../src/protocol';
import type { StoredCredential } from '../../src/protocol/contract';
import { unpack } from '../../src/protocol/unpacking';
import { CertificateAuthority, signToken } from './certificateAuthority';
import { TestIssuer } from './issuer';
import { useNetwork } from './network';
import { refusal } from './refusal';
import { listVectors, readVector, vectorsArePresent, vectorsTitle } from './sharedVectors';
import { MemoryWallet } from './wallet';

type Json = Record<string, unknown>;

interface Example {
  id: string;
  issuer_payload: Json;
  disclosures: { disclosure: string }[];
  verified_payload_all_disclosures?: Json;
  processed_with_all_disclosures?: Json;
}

interface VerificationCase {
  id: string;
  expect: 'accept' | 'reject';
  sd_jwt: string;
  clause: string;
  expected_payload: Json;
}

const folders = ['rfc9901', 'testcases', 'ietf-examples'];
const examples = folders
  .flatMap((folder) => listVectors(`sd-jwt/${folder}`))
  .map((path) => readVector<Example>(path))
  .filter((example) => expectedOf(example) !== undefined);

/** Only the rules about disclosures, and only SHA-256; signatures, times and key binding are checked elsewhere. */
const cases = vectorsArePresent
  ? readVector<{ cases: VerificationCase[] }>('sd-jwt/verification-cases.json').cases.filter(
      ({ id, clause }) => /^(7\.1 \([345]|4\.[12]|4\.2\.)/.test(clause) && !id.startsWith('accept-sha-'),
    )
  : [];

function expectedOf(example: Example): Json | undefined {
  return example.verified_payload_all_disclosures ?? example.processed_with_all_disclosures;
}

describe.skipIf(!vectorsArePresent)(vectorsTitle('the published examples of SD-JWT'), () => {
  it.each(examples.map((example) => [example.id, example] as const))('%s unpacks to the printed payload', async (_, example) => {
    const unpacked = await unpack(example.issuer_payload, example.disclosures.map(({ disclosure }) => disclosure));
    expect(unpacked).toEqual(expectedOf(example));
  });

  it.each(cases.map((one) => [one.id, one.expect, one] as const))('%s: %s', async (_, expected, { sd_jwt, expected_payload }) => {
    const [jwt, ...parts] = sd_jwt.split('~');
    const payload = JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as Json;
    const unpacking = unpack(payload, parts.slice(0, -1));
    if (expected === 'accept') expect(await unpacking).toEqual(expected_payload);
    else expect(await refusal(unpacking)).toMatchObject({ kind: 'malformed' });
  });
});

interface ListCase {
  id?: string;
  statuses?: number[];
  status_list?: object;
  json?: object;
  bits?: number;
}

describe.skipIf(!vectorsArePresent)(vectorsTitle('the published examples of status lists'), () => {
  const network = useNetwork();
  const now = 1_798_000_000;
  const lists = vectorsArePresent
    ? [
        ...readVector<{ lists: ListCase[] }>('status-list/short-lists.json').lists,
        ...readVector<{ cases: ListCase[] }>('status-list/derived-lists.json').cases,
      ]
    : [];

  it.each(lists.map((list, index) => [list.id ?? `${list.bits} bits`, list, index] as const))('%s', async (_, list, number) => {
    const root = await CertificateAuthority.create('Root', now);
    const issuer = new TestIssuer(await root.signer('Issuer', 'town.test', now + 1000, 'issuer'), now);
    const wallet = new MemoryWallet([root.anchor], [], now);
    const issued = await signToken(issuer.signer, { typ: 'dc+sd-jwt' }, { iss: issuer.id });
    const uri = `${issuer.id}/vectors/${number}`;
    const token = await issuer.statusToken(uri, [], { status_list: list.status_list ?? list.json });
    network.current.on('GET', uri, () => new Response(token));
    const read = (index: number) => {
      const copies = [{ format: 'dc+sd-jwt' as const, sdJwt: `${issued}~`, keyId: '', used: false, status: { uri, index, listNumber: 0 } }];
      return checkStatus({ copies } as unknown as StoredCredential, wallet);
    };
    const expected = list.statuses?.map((status) => ['valid', 'revoked', 'suspended'][status] ?? 'unknown') ?? ['unknown'];
    for (const [index, status] of expected.entries()) expect(await read(index)).toBe(status);
  });
});
