/** @auth0/mdl as issuer, holder and verifier of mdocs. Bytes travel as base64url. */
import { Document, DeviceResponse, MDoc, Verifier } from '@auth0/mdl';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Identity } from '../pki.js';

export interface Contents {
  documentType: string;
  nameSpace: string;
  elements: Record<string, unknown>;
  deviceKey: JWK;
}

export interface Showing {
  /** A DeviceResponse that holds what was issued, without a device signature. */
  issued: string;
  documentType: string;
  nameSpace: string;
  elements: string[];
  deviceSecret: JWK;
  /** Tag 24 around the session transcript. */
  transcript: string;
}

export interface Shown {
  response: string;
  transcript: string;
  /** Base64 DER. */
  anchors: string[];
}

/** A device key, secret half included. */
export async function newDeviceKey(): Promise<JWK> {
  return exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
}

/** Issues; answers with a DeviceResponse without a device signature. */
export async function issue({ certificate, secret }: Identity, { documentType, nameSpace, elements, deviceKey }: Contents): Promise<string> {
  const now = new Date();
  const signed = await new Document(documentType)
    .addIssuerNameSpace(nameSpace, elements)
    .useDigestAlgorithm('SHA-256')
    .addValidityInfo({ signed: now, validFrom: now, validUntil: new Date(now.getTime() + 3_600_000) })
    .addDeviceKeyInfo({ deviceKey })
    .sign({ issuerPrivateKey: { ...secret, alg: 'ES256' }, issuerCertificate: pem(certificate), alg: 'ES256' });
  return encode(new MDoc([signed]).encode());
}

/** Shows some elements, signed with the device key. */
export async function show({ issued, documentType, nameSpace, elements, deviceSecret, transcript }: Showing): Promise<string> {
  const fields = elements.map((element) => ({ path: [`$['${nameSpace}']['${element}']`], intent_to_retain: false }));
  const shown = await DeviceResponse.from(decode(issued))
    .usingPresentationDefinition({
      id: 'question',
      input_descriptors: [{ id: documentType, format: { mso_mdoc: { alg: ['ES256'] } }, constraints: { limit_disclosure: 'required', fields } }],
    } as never)
    .usingSessionTranscriptBytes(decode(transcript))
    .authenticateWithSignature({ ...deviceSecret, alg: 'ES256' }, 'ES256')
    .sign();
  return encode(shown.encode());
}

/** Verifies chain, signatures, digests and validity; answers with the elements of each document. */
export async function verify({ response, transcript, anchors }: Shown): Promise<{ documentType: string; nameSpaces: Record<string, Record<string, unknown>> }[]> {
  const { documents } = await new Verifier(anchors.map(pem)).verify(decode(response), { encodedSessionTranscript: decode(transcript) });
  return documents.map((document) => ({
    documentType: document.docType,
    nameSpaces: Object.fromEntries(document.issuerSignedNameSpaces.map((nameSpace) => [nameSpace, document.getIssuerNameSpace(nameSpace)])),
  }));
}

function pem(certificate: string): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
