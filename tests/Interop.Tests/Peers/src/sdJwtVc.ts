/** SD-JWT VCs with @sd-jwt/sd-jwt-vc; its signatures with jose. */
import { createHash, randomBytes } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { KeyRing } from './keys.js';
import { keyOfChain } from './trust.js';

const shared = {
  hasher: (text: string | ArrayBuffer, algorithm: string) => createHash(algorithm.replace('-', '')).update(typeof text === 'string' ? text : Buffer.from(text)).digest(),
  hashAlg: 'sha-256' as const,
  saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
};

/** Verifies signature, key binding, validity and status: fetches the status list, and verifies its signature, too. */
export function sdJwtVerifier(anchors: string[]): SDJwtVcInstance {
  const byChain = async (text: string, signature: string) => {
    const compact = `${text}.${signature}`;
    const { x5c } = decodeProtectedHeader(compact);
    await compactVerify(compact, await importJWK(keyOfChain(x5c ?? [], anchors), 'ES256'), { algorithms: ['ES256'] });
    return true;
  };
  return new SDJwtVcInstance({
    ...shared,
    verifier: byChain,
    statusVerifier: byChain,
    statusListFetcher: fetchStatusList,
    kbVerifier: async (text, signature, payload) => {
      const { jwk } = (payload as unknown as { cnf: { jwk: JWK } }).cnf;
      await compactVerify(`${text}.${signature}`, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
      return true;
    },
  });
}

/** Shows a credential with the key it is bound to. */
export function sdJwtHolder(keys: KeyRing, key: JWK): SDJwtVcInstance {
  return new SDJwtVcInstance({
    ...shared,
    kbSignAlg: 'ES256',
    kbSigner: (text) => signText(keys, key, text),
  });
}

/** Issues credentials signed with a key of the ring. */
export function sdJwtIssuer(keys: KeyRing, key: JWK): SDJwtVcInstance {
  return new SDJwtVcInstance({ ...shared, signAlg: 'ES256', signer: (text) => signText(keys, key, text) });
}

async function signText(keys: KeyRing, key: JWK, text: string): Promise<string> {
  const [header, payload] = text.split('.').map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
  return (await keys.sign(key, header!, payload!)).split('.')[2]!;
}

async function fetchStatusList(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { Accept: 'application/statuslist+jwt' } });
  const type = answer.headers.get('Content-Type');
  if (!answer.ok || !type?.startsWith('application/statuslist+jwt')) throw new TypeError(`status list: ${answer.status} ${type}`);
  return answer.text();
}
