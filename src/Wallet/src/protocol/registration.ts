/**
 * What a registrar says that a verifier may ask for: a registration certificate (ETSI TS 119 475 V1.2.1 section 5.2) in
 * `verifier_info` (OpenID4VP 1.0 section 5.11). The wallet shows it, and warns of whatever is asked beyond it.
 */
import { fromBase64Url } from './bytes';
import type { Certificate } from './certificates';
import { ProtocolFailure, type Context, type Registration } from './contract';
import { isObject, verifySignedToken } from './signedToken';

type Json = Record<string, unknown>;

const format = 'registration_cert';
const typ = 'rc-wrp+jwt';
const serviceProvider = 'https://uri.etsi.org/19475/Entitlement/Service_Provider';
const clockSkewSeconds = 60;
const maximumTextLength = 500;
/** Mail, page, telephone of a supervisory authority (EU technical specification 8, RPT_DPA_06); some write `uri` for the page. */
const addressPlaces = ['email', 'infoURI', 'uri', 'phone'];

/**
 * Undefined when the verifier sends no registration, or when this wallet knows no registrar.
 *
 * @throws ProtocolFailure `untrusted` when it sends one that does not hold or that is somebody else's.
 */
export async function readRegistration(payload: Json, leaf: Certificate, context: Context): Promise<Registration | undefined> {
  const registrars = context.config.trust.registrars ?? [];
  const compact = registrars.length > 0 ? findRegistration(payload.verifier_info) : undefined;
  if (compact === undefined) return undefined;
  const { payload: registered } = await verifySignedToken(compact, typ, 'registrar', registrars, context.now());
  check(registered, leaf, context.now());
  return {
    name: textOf(registered.name),
    purpose: purposeOf(registered.purpose, context.language),
    ...addressesOf('contacts', [registered.support_uri]),
    ...addressesOf('supervisor', isObject(registered.supervisory_authority) ? addressPlaces.map((place) => (registered.supervisory_authority as Json)[place]) : []),
    unregistered: askedBeyond(listOf(isObject(payload.dcql_query) ? payload.dcql_query.credentials : []), listOf(registered.credentials)),
  };
}

/** One entry for the whole question; some registrars hand out the JWT in base64url once more. */
function findRegistration(verifierInfo: unknown): string | undefined {
  const entries = listOf(verifierInfo).filter((entry) => entry.format === format);
  const data = entries.length === 1 && entries[0]!.credential_ids === undefined ? entries[0]!.data : undefined;
  if (typeof data !== 'string') return undefined;
  return data.includes('.') ? data : new TextDecoder().decode(fromBase64Url(data));
}

function check({ sub, intermediary, iat, exp, entitlements }: Json, leaf: Certificate, now: number): void {
  const asking = isObject(intermediary) ? intermediary.sub : sub;
  if (typeof asking !== 'string' || asking !== leaf.identifier) throw untrusted('the registration is for another party');
  if (typeof iat !== 'number' || iat > now + clockSkewSeconds) throw untrusted('the registration is not valid yet');
  if (exp !== undefined && !(typeof exp === 'number' && exp > now)) throw untrusted('the registration is over');
  if (!Array.isArray(entitlements) || !entitlements.includes(serviceProvider)) throw untrusted('registered for something else');
}

/** Every type and every claim that any set of claims may ask for must be registered. */
function askedBeyond(asked: Json[], registered: Json[]): Registration['unregistered'] {
  return asked.flatMap((query) => {
    const queryId = String(query.id);
    const allowed = typesOf(query).map((type) => registered.filter((entry) => entry.format === query.format && typesOf(entry).includes(type)));
    if (allowed.length === 0 || allowed.some((entries) => entries.length === 0)) return [{ queryId, path: [] }];
    const paths = listOf(query.claims).map(({ path }) => (Array.isArray(path) ? (path as unknown[]) : []));
    return paths
      .filter((path) => !allowed.every((entries) => entries.some((entry) => reaches(claimsOf(entry), path))))
      .map((path) => ({ queryId, path: path.map((step) => (step === null ? '*' : String(step))) }));
  });
}

/** An entry without claims stands for every claim; a registered path also covers what lies below it. */
function reaches(claims: Json[], asked: unknown[]): boolean {
  return claims.length === 0 || claims.some(({ path }) => Array.isArray(path) && path.length > 0 && path.length <= asked.length && path.every((step, index) => fits(step, asked[index])));
}

function fits(registered: unknown, asked: unknown): boolean {
  return registered === null ? typeof asked !== 'string' : registered === asked;
}

function typesOf({ meta }: Json): unknown[] {
  if (!isObject(meta)) return [];
  return Array.isArray(meta.vct_values) ? meta.vct_values : meta.doctype_value === undefined ? [] : [meta.doctype_value];
}

/** The specification names the array in the singular, its own example in the plural. */
function claimsOf({ claim, claims }: Json): Json[] {
  return listOf(claim ?? claims);
}

function purposeOf(purpose: unknown, language: Context['language']): string {
  const entries = listOf(purpose);
  const entry = entries.find(({ lang }) => typeof lang === 'string' && lang.split('-')[0] === language) ?? entries[0];
  return textOf(entry?.value);
}

/** As registered, unread: whoever opens one looks first at what kind it is. */
function addressesOf<Name extends 'contacts' | 'supervisor'>(name: Name, values: unknown[]): Partial<Record<Name, string[]>> {
  const addresses = values.map(textOf).filter((address) => address !== '');
  return addresses.length > 0 ? ({ [name]: addresses } as Record<Name, string[]>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, maximumTextLength) : '';
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function untrusted(detail: string): ProtocolFailure {
  return new ProtocolFailure('untrusted', 'verifier_info', detail);
}
