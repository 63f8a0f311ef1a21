import { beforeEach, describe, expect, it } from 'vitest';
import { openRequest } from '../../src/protocol';
import type { Choice, MdocCopy } from '../../src/protocol/contract';
import { deviceAuthentication, presentMdoc, sessionTranscript, type Handover } from '../../src/protocol/mdocPresentation';
import { toCbor } from '../../src/protocol/cbor';
import { mdocId } from './issuer';
import { documentType } from './mdocMaker';
import { readDeviceResponse } from './mdocReader';
import { changed, useQuestion } from './question';
import { refusal } from './refusal';
import { readVector, vectorsArePresent, vectorsTitle } from './sharedVectors';

const question = useQuestion();
const element = (name: string) => ({ path: [documentType, name] });
let choice: Choice;

beforeEach(async () => {
  await question.current.take(mdocId);
  choice = { pid: { cardId: question.current.wallet.cards[1]!.id, option: 0 } };
});

function askForMdoc(claims: unknown, more: object = {}): void {
  const credential = { id: 'pid', format: 'mso_mdoc', meta: { doctype_value: documentType }, ...(claims ? { claims } : {}), ...more };
  changed(question.current.verifier, { dcql_query: { credentials: [credential] } });
}

const open = () => openRequest(question.current.verifier.link(), question.current.wallet);

describe('an mdoc that is asked for', () => {
  it.each(['direct_post.jwt', 'direct_post'])('is shown with the asked elements only, signed by the holder for this question (%s)', async (mode) => {
    askForMdoc([element('age_over_18')]);
    const change = question.current.verifier.change;
    question.current.verifier.change = (parameters) => ({ ...change(parameters), response_mode: mode });
    const session = await open();
    expect(session.asked).toMatchObject([{ vcts: [documentType], candidates: [{ options: [[[documentType, 'age_over_18']]], always: [] }] }]);
    const { usedCopies } = await session.confirm(choice);
    expect(usedCopies[0]!.keyId).toBe(question.current.wallet.cards[1]!.copies[0]!.keyId);
    expect(question.current.verifier.answers).toEqual([{ claims: { [documentType]: { age_over_18: true } }, binding: {} }]);
  });

  it('without elements shows none', async () => {
    askForMdoc(undefined);
    await (await open()).confirm(choice);
    expect(question.current.verifier.answers[0]!.claims).toEqual({});
  });

  it('is not found for another value, an element it does not have, or as an SD-JWT VC', async () => {
    askForMdoc([{ ...element('family_name'), values: ['Meier'] }]);
    expect((await open()).asked[0]!.candidates).toEqual([]);
    askForMdoc([element('nickname')]);
    expect((await open()).asked[0]!.candidates).toEqual([]);
    askForMdoc([element('family_name')], { format: 'dc+sd-jwt', meta: { vct_values: [documentType] } });
    expect((await open()).asked[0]!.candidates).toEqual([]);
    expect(await refusal((await open()).confirm(choice))).toMatchObject({ kind: 'no-matching-card' });
  });

  it('is found by the authority that certified its signer, and not by another', async () => {
    const { root } = question.current;
    askForMdoc([element('age_over_18')], { trusted_authorities: [{ type: 'aki', values: [await root.keyIdentifier()] }] });
    expect((await open()).asked[0]!.candidates).toHaveLength(1);
    askForMdoc([element('age_over_18')], { trusted_authorities: [{ type: 'aki', values: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y'] }] });
    expect((await open()).asked[0]!.candidates).toHaveLength(0);
  });

  it('cannot authorise a transaction, which has no place in its signature', async () => {
    askForMdoc([element('family_name')]);
    const change = question.current.verifier.change;
    const data = { type: 'urn:modellstadt:transaction:declaration:1', credential_ids: ['pid'], statement_de: 'Ja', statement_en: 'Yes' };
    question.current.verifier.change = (parameters) => ({ ...change(parameters), transaction_data: [Buffer.from(JSON.stringify(data)).toString('base64url')] });
    expect(await refusal(open())).toMatchObject({ kind: 'unsupported', code: 'invalid_transaction_data' });
  });
});

describe('the signature of the holder', () => {
  const asked = { clientId: 'x509_hash:abc', nonce: 'n-1', responseUri: 'https://verifier.test/answers/1' };
  const encryptionKey = { kty: 'EC', crv: 'P-256', x: 'DxiH5Q4Yx3UrukE2lWCErq8N8bqC9CHLLrAwLz5BmE0', y: 'XtLM4-3h5o3HUH0MHVJV0kyq0iBlrBwlh8qEDMZ4-Pc' };
  const shown = () => {
    const { wallet } = question.current;
    const handover: Handover = { ...asked, encryptionKey };
    return presentMdoc(wallet.cards[1]!.copies[0] as MdocCopy, documentType, [[documentType, 'family_name']], handover, wallet.keys);
  };

  it.each<[string, object]>([
    ['another verifier', { clientId: 'x509_hash:abd' }],
    ['another nonce', { nonce: 'n-2' }],
    ['another address', { responseUri: 'https://verifier.test/answers/2' }],
    ['an answer in the clear', { key: undefined }],
    ['another key', { key: { ...encryptionKey, y: encryptionKey.x } }],
  ])('does not hold for %s', async (_, change) => {
    const response = await shown();
    expect(await readDeviceResponse(response, { ...asked, key: encryptionKey })).toEqual({ [documentType]: { family_name: 'Müller-Łukaszewska' } });
    await expect(readDeviceResponse(response, { ...asked, key: encryptionKey, ...change })).rejects.toThrow('the holder signed something else');
  });

  it('is not given for an element that is not there', async () => {
    const { wallet } = question.current;
    const copy = wallet.cards[1]!.copies[0] as MdocCopy;
    const handover: Handover = { ...asked, encryptionKey };
    expect(await refusal(presentMdoc(copy, documentType, [[documentType, 'nickname']], handover, wallet.keys))).toMatchObject({ kind: 'malformed', code: 'claims' });
  });
});

interface HandoverVector {
  handover_type: string;
  inputs: { client_id: string; nonce: string; jwk?: JsonWebKey; response_uri: string };
  session_transcript_cbor_hex: string;
}

describe.skipIf(!vectorsArePresent)(vectorsTitle('the session transcript of the specification'), () => {
  const vectors = vectorsArePresent ? readVector<{ handovers: HandoverVector[] }>('openid4vp/mdoc-handover.json').handovers : [];
  const byLink = vectors.filter(({ handover_type: type }) => type === 'OpenID4VPHandover');

  it.each(byLink.map((vector) => [vector.inputs.jwk ? 'encrypted' : 'in the clear', vector] as const))('comes out byte for byte (%s)', async (_, { inputs, session_transcript_cbor_hex: expected }) => {
    const transcript = await sessionTranscript({ clientId: inputs.client_id, nonce: inputs.nonce, encryptionKey: inputs.jwk, responseUri: inputs.response_uri });
    expect(Buffer.from(toCbor(transcript)).toString('hex')).toBe(expected);
  });

  it('is what a wallet of the conformance suite signed', async () => {
    const vector = readVector<Record<'client_id' | 'nonce' | 'response_uri' | 'device_response_base64url', string> & { expected: { device_authentication_bytes_hex: string } }>('mdoc/openid4vp-device-response.json');
    const transcript = await sessionTranscript({ clientId: vector.client_id, nonce: vector.nonce, encryptionKey: undefined, responseUri: vector.response_uri });
    expect(Buffer.from(deviceAuthentication('org.iso.18013.5.1.mDL', transcript)).toString('hex')).toBe(vector.expected.device_authentication_bytes_hex);
    const asked = { clientId: vector.client_id, nonce: vector.nonce, responseUri: vector.response_uri };
    expect((await readDeviceResponse(vector.device_response_base64url, asked))['org.iso.18013.5.1']).toMatchObject({ given_name: 'Erika' });
  });
});
