/** Putting disclosures back where their digests stand (RFC 9901 section 7.1 steps 2 to 5), for any SD-JWT payload. */
import { fromBase64Url, sha256, toBase64Url, utf8 } from './bytes';
import { ProtocolFailure } from './contract';
import { isObject } from './signedToken';

type Json = Record<string, unknown>;

const maximumDisclosures = 200;
const maximumDepth = 16;
const reservedNames = new Set(['_sd', '...', '__proto__']);

/**
 * The payload with every disclosed claim in place and without digests. SHA-256 only, which every issuer has to support.
 *
 * @param disclosures as they stand between the tildes
 */
export async function unpack(payload: Json, disclosures: string[]): Promise<Json> {
  const { _sd_alg: algorithm = 'sha-256', ...packed } = payload;
  if (algorithm !== 'sha-256') throw new ProtocolFailure('malformed', '_sd_alg', 'expected sha-256');
  if (disclosures.length > maximumDisclosures) throw broken('too many disclosures');
  return new Unpacking(await readDisclosures(disclosures)).run(packed);
}

interface Disclosure {
  /** Absent for an element of an array. */
  name: string | undefined;
  value: unknown;
}

async function readDisclosures(encoded: string[]): Promise<Map<string, Disclosure>> {
  const digests = await Promise.all(encoded.map(async (text) => toBase64Url(await sha256(utf8(text)))));
  const disclosures = new Map(digests.map((digest, index) => [digest, readDisclosure(encoded[index]!)]));
  if (disclosures.size !== encoded.length) throw broken('the same disclosure twice');
  return disclosures;
}

function readDisclosure(encoded: string): Disclosure {
  let parts: unknown;
  try {
    parts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(encoded)));
  } catch {
    throw broken('not base64url of JSON');
  }
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw broken('expected salt, name and value');
  if (parts.length === 2) return { name: undefined, value: parts[1] };
  const name: unknown = parts[1];
  if (parts.length !== 3 || typeof name !== 'string') throw broken('expected salt, name and value');
  if (reservedNames.has(name)) throw broken(`${name} is reserved`);
  return { name, value: parts[2] };
}

/** One run of RFC 9901 section 7.1 step 3: every digest once, every disclosure referenced, no claim overwritten. */
class Unpacking {
  readonly #disclosures: Map<string, Disclosure>;
  readonly #seen = new Set<string>();

  constructor(disclosures: Map<string, Disclosure>) {
    this.#disclosures = disclosures;
  }

  run(payload: Json): Json {
    const claims = this.#object(payload, 0);
    const unreferenced = [...this.#disclosures.keys()].some((digest) => !this.#seen.has(digest));
    if (unreferenced) throw broken('a disclosure nobody references');
    return claims;
  }

  #value(value: unknown, depth: number): unknown {
    if (depth > maximumDepth) throw broken(`deeper than ${maximumDepth}`);
    if (Array.isArray(value)) return value.flatMap((element: unknown) => this.#element(element, depth + 1));
    return isObject(value) ? this.#object(value, depth + 1) : value;
  }

  #object(packed: Json, depth: number): Json {
    const { _sd: digests = [], ...visible } = packed;
    if (['...', '_sd_alg', '__proto__'].some((name) => Object.hasOwn(visible, name))) throw broken('a reserved name is used as a claim');
    if (!Array.isArray(digests)) throw broken('_sd is not an array');
    const claims: Json = {};
    for (const [name, value] of Object.entries(visible)) claims[name] = this.#value(value, depth);
    for (const digest of digests) {
      const disclosure = this.#take(digest);
      if (!disclosure) continue;
      if (disclosure.name === undefined) throw broken('an array element where a claim belongs');
      if (Object.hasOwn(claims, disclosure.name)) throw broken(`${disclosure.name} is there twice`);
      claims[disclosure.name] = this.#value(disclosure.value, depth);
    }
    return claims;
  }

  /** None or one element: a digest without disclosure leaves no trace in the array. */
  #element(element: unknown, depth: number): unknown[] {
    if (!isObject(element) || !('...' in element)) return [this.#value(element, depth)];
    if (Object.keys(element).length > 1) throw broken('a digest in an array stands alone');
    const disclosure = this.#take(element['...']);
    if (!disclosure) return [];
    if (disclosure.name !== undefined) throw broken('a claim where an array element belongs');
    return [this.#value(disclosure.value, depth)];
  }

  #take(digest: unknown): Disclosure | undefined {
    if (typeof digest !== 'string') throw broken('a digest is not a text');
    if (this.#seen.has(digest)) throw broken('the same digest twice');
    this.#seen.add(digest);
    return this.#disclosures.get(digest);
  }
}

function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'disclosure', detail);
}
