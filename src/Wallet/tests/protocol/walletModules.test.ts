import { beforeEach, describe, expect, it } from 'vitest';
import { openRequest } from '../../src/protocol';
import type { Choice, RequestSession } from '../../src/protocol/contract';
import { signToken } from './certificateAuthority';
import { mdocId, permitType } from './issuer';
import { documentType } from './mdocMaker';
import { json } from './network';
import { changed, now, useQuestion } from './question';
import { refusal } from './refusal';
import { portal } from './wallet';

/**
 * The modules of the OpenID Foundation's suite for wallets (`VP1FinalWallet…`, by their names), re-expressed for questions by link. Each of
 * the refusing ones first sees the question answered, then one thing about it changed.
 */
const question = useQuestion();

interface Variant {
  prefix: 'x509_hash' | 'x509_san_dns' | 'redirect_uri';
  mode: 'direct_post' | 'direct_post.jwt';
  format: 'dc+sd-jwt' | 'mso_mdoc';
}

const prefixes: Variant['prefix'][] = ['x509_hash', 'x509_san_dns', 'redirect_uri'];
const variants = prefixes.flatMap((prefix) =>
  (['direct_post', 'direct_post.jwt'] as const).flatMap((mode) => (['dc+sd-jwt', 'mso_mdoc'] as const).map((format): Variant => ({ prefix, mode, format }))),
);
const named = variants.map((variant) => [Object.values(variant).join(' '), variant] as const);
const sdJwt: Variant = { prefix: 'x509_hash', mode: 'direct_post.jwt', format: 'dc+sd-jwt' };
const element = (name: string) => ({ path: [documentType, name] });

/** One credential query in the format of the variant. */
function query(format: Variant['format'], claims: object[] | undefined = format === 'mso_mdoc' ? [element('family_name')] : [{ path: ['plate'] }]): object {
  const meta = format === 'mso_mdoc' ? { doctype_value: documentType } : { vct_values: [permitType] };
  return { id: 'card', format, meta, claims };
}

function write({ prefix, mode, format }: Variant, change: object = {}): void {
  const { verifier } = question.current;
  if (prefix === 'x509_san_dns') verifier.clientId = 'x509_san_dns:town.test';
  changed(verifier, { response_mode: mode, dcql_query: { credentials: [query(format)] }, ...change });
}

async function open({ prefix }: Variant): Promise<RequestSession> {
  const { verifier, wallet } = question.current;
  return openRequest(prefix === 'redirect_uri' ? await verifier.unsignedLink() : verifier.link(), wallet);
}

function first({ asked }: RequestSession): Choice {
  return Object.fromEntries(asked.map(({ queryId, candidates }) => [queryId, { cardId: candidates[0]?.card.id ?? 'none', option: 0 }]));
}

async function answer(variant: Variant, change: object = {}) {
  write(variant, change);
  const session = await open(variant);
  const result = await session.confirm(first(session));
  return { result, claims: question.current.verifier.answers.at(-1)!.claims, form: question.current.verifier.forms.at(-1)! };
}

const shown = ({ format }: Variant) => (format === 'mso_mdoc' ? { [documentType]: { family_name: 'Müller-Łukaszewska' } } : { plate: 'GE-AB 123' });

beforeEach(() => question.current.take(mdocId));

describe.each(named)('answered: %s', (_, variant) => {
  it('HappyFlowNoState', async () => {
    const { claims, form } = await answer(variant, { state: undefined });
    expect(claims).toMatchObject(shown(variant));
    expect(Object.keys(form)).toEqual([variant.mode === 'direct_post' ? 'vp_token' : 'response']);
  });

  it('HappyFlowWithStateAndRedirect', async () => {
    question.current.verifier.reply = () => json({ redirect_uri: `${portal}/cb#response_code=0915`, later: 1 });
    const { result, form } = await answer(variant, { state: 'st-ate.~_1' });
    expect(result.redirectUri).toBe(`${portal}/cb#response_code=0915`);
    if (variant.mode === 'direct_post') expect(form.state).toBe('st-ate.~_1');
  });

  it('AlternateHappyFlow', async () => {
    const { claims } = await answer(variant, { nonce: 'n'.repeat(43), iss: 'https://another.example', random_parameter: 'random' });
    expect(claims).toMatchObject(shown(variant));
  });

  it('FewerClaimsThanAvailable', async () => {
    const { claims } = await answer(variant);
    if (variant.format === 'mso_mdoc') expect(claims).toEqual(shown(variant));
    else for (const name of ['permit_number', 'municipality', 'zones']) expect(claims).not.toHaveProperty(name);
  });

  it('AllMandatoryClaims', async () => {
    const names = variant.format === 'mso_mdoc' ? ['family_name', 'birth_date', 'age_over_18'] : ['plate', 'permit_number', 'municipality'];
    const claims = names.map((name) => (variant.format === 'mso_mdoc' ? element(name) : { path: [name] }));
    const all = (await answer(variant, { dcql_query: { credentials: [query(variant.format, claims)] } })).claims;
    expect(Object.keys(variant.format === 'mso_mdoc' ? (all[documentType] as object) : all)).toEqual(expect.arrayContaining(names));
  });

  it('NoClaimsInDcqlQuery', async () => {
    const credential = { ...query(variant.format), claims: undefined };
    const { claims } = await answer(variant, { dcql_query: { credentials: [credential] } });
    expect(JSON.stringify(claims)).not.toMatch(/GE-AB|Müller/);
  });

  it('OptionalCredentialSet', async () => {
    const absent = { ...query('dc+sd-jwt'), id: 'absent', meta: { vct_values: ['urn:nobody:has:this'] } };
    const credential_sets = [{ options: [['card']] }, { options: [['absent']], required: false }];
    const { claims } = await answer(variant, { dcql_query: { credentials: [query(variant.format), absent], credential_sets } });
    expect(claims).toMatchObject(shown(variant));
  });

  it('IgnoresUnusableEncryptionKey', async () => {
    const { verifier } = question.current;
    write(variant);
    const change = verifier.change;
    const unusable = [
      { kty: 'OKP', crv: 'X25519', alg: 'ECDH-ES', use: 'enc', x: 'AA' },
      { kty: 'EC', crv: 'P-256', alg: 'ECDH-ES', use: 'enc', x: 'AAAA', y: 'AAAA' },
      { kty: 'EC', crv: 'P-256', alg: 'ECDH-ES', use: 'sig', x: 'AA', y: 'AA' },
    ];
    verifier.change = (parameters) => {
      const asked = change(parameters) as { client_metadata: { jwks: { keys: object[] } } };
      asked.client_metadata.jwks.keys.unshift(...unusable);
      return asked as unknown as Record<string, unknown>;
    };
    const session = await open(variant);
    await session.confirm(first(session));
    expect(verifier.answers[0]!.claims).toMatchObject(shown(variant));
  });
});

describe('answered, of what exists in SD-JWT VC only', () => {
  const claimsOf = async (...paths: unknown[][]) => (await answer(sdJwt, { dcql_query: { credentials: [query('dc+sd-jwt', paths.map((path) => ({ path })))] } })).claims;

  it('PidAllArrayElements', async () => expect((await claimsOf(['zones', null])).zones).toEqual(['A', 'B']));
  it('PidArrayElementByIndex', async () => expect((await claimsOf(['zones', 0])).zones).toEqual(['A']));
  it('PidObjectMember', async () => expect((await claimsOf(['municipality', 'name'])).municipality).toEqual({ name: 'Gelsenkirchen' }));
});

it('AgeOver18: who asks whether somebody is of age learns no date of birth', async () => {
  const variant: Variant = { ...sdJwt, format: 'mso_mdoc' };
  const { claims } = await answer(variant, { dcql_query: { credentials: [query('mso_mdoc', [element('age_over_18')])] } });
  expect(claims).toEqual({ [documentType]: { age_over_18: true } });
});

it('RequestUriMethodPost: a question is fetched with a nonce of the wallet, and must carry it', async () => {
  const { verifier, network, wallet } = question.current;
  await answer(sdJwt);
  expect(network.asked).toContain(`POST ${verifier.requestUri}`);
  for (const wallet_nonce of ['guessed', undefined, '']) {
    write(sdJwt, { wallet_nonce });
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'malformed' });
  }
});

describe.each(named)('refused: %s', (_, variant) => {
  it('ClaimNotInCredential', async () => {
    await answer(variant);
    const claims = [variant.format === 'mso_mdoc' ? element('nickname') : { path: ['nickname'] }, variant.format === 'mso_mdoc' ? element('family_name') : { path: ['plate'] }];
    await nothingIsSent(variant, { dcql_query: { credentials: [query(variant.format, claims)] } });
  });

  it('RequiredNonMatchingCredential', async () => {
    await answer(variant);
    const absent = { ...query('dc+sd-jwt'), id: 'absent', meta: { vct_values: ['urn:nobody:has:this'] } };
    await nothingIsSent(variant, { dcql_query: { credentials: [query(variant.format), absent] } });
  });

  it('MissingNonce', () => refused(variant, { nonce: undefined }));
  it('RedirectUriWithDirectPost', () => refused(variant, { redirect_uri: `${portal}/cb` }));
  it('UnknownTransactionDataType', () => refused(variant, { transaction_data: [Buffer.from(JSON.stringify({ type: 'pay', credential_ids: ['card'] })).toString('base64url')] }));
});

describe('refused, because of the name', () => {
  it.each(['x509_san_dns', 'redirect_uri'] as const)('ResponseUriNotClientId: %s', (prefix) => refused({ ...sdJwt, prefix }, { response_uri: 'http://elsewhere.test/responses/1' }));

  it('MismatchedClientIdInRequestObject', async () => {
    await refused(sdJwt, { client_id: 'x509_hash:other' });
    await refused({ ...sdJwt, prefix: 'x509_san_dns' }, { client_id: 'town.test' });
  });

  it.each(['unknown_prefix:town.test', 'town.test', ':', ''])('InvalidClientIdPrefix: %s', async (clientId) => {
    await answer(sdJwt);
    question.current.verifier.clientId = clientId;
    expect(await refusal(open(sdJwt))).toMatchObject({ kind: 'unsupported', code: 'client_id' });
    expect(question.current.verifier.forms).toHaveLength(1);
  });
});

describe.each(['x509_hash', 'x509_san_dns'] as const)('refused, because of the signature: %s', (prefix) => {
  const variant: Variant = { ...sdJwt, prefix };

  it('InvalidRequestObjectSignature', async () => {
    await answer(variant);
    const { root, verifier } = question.current;
    const other = await root.signer('Somebody', 'town.test', now + 1000, 'verifier');
    verifier.signer = { keys: other.keys, x5c: verifier.signer.x5c };
    expect(await refusal(open(variant))).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });

  it.each([
    ['InvalidRequestObjectTyp', { typ: 'JWT' }],
    ['MissingRequestObjectTyp', {}],
  ])('%s', async (_, header) => {
    await answer(variant);
    question.current.verifier.header = header;
    expect(await refusal(open(variant))).toMatchObject({ kind: 'malformed', code: 'typ' });
  });
});

it('MultiSignedOneInvalidSignature: several signatures exist only for questions through the browser; by link they are refused', async () => {
  const { verifier, network, wallet } = question.current;
  await answer(sdJwt);
  const compact = await signToken(verifier.signer, verifier.header, { client_id: verifier.clientId });
  const [protectedHeader, payload, signature] = compact.split('.');
  network.on('POST', verifier.requestUri, () => json({ payload, signatures: [{ protected: protectedHeader, signature }] }));
  expect((await refusal(openRequest(verifier.link(), wallet))).kind).toBe('malformed');
});

it('WrongExpectedOrigins: a question that was made for the browser is refused by link', async () => {
  for (const mode of ['dc_api', 'dc_api.jwt']) await refused(sdJwt, { response_mode: mode, expected_origins: ['https://elsewhere.test'] });
});

/** Answered as it is; with one change nothing is shown and nothing sent. */
async function refused(variant: Variant, change: object): Promise<void> {
  await answer(variant);
  const { verifier } = question.current;
  const sent = verifier.forms.length;
  write(variant, change);
  expect((await refusal(open(variant))).kind).toMatch(/malformed|unsupported|untrusted/);
  expect(verifier.forms).toHaveLength(sent);
}

/** The question is read, but no card answers it, and agreeing all the same sends nothing. */
async function nothingIsSent(variant: Variant, change: object): Promise<void> {
  const { verifier } = question.current;
  const sent = verifier.forms.length;
  write(variant, change);
  const session = await open(variant);
  expect(session.asked.some(({ candidates }) => candidates.length === 0)).toBe(true);
  expect(await refusal(session.confirm(first(session)))).toMatchObject({ kind: 'no-matching-card' });
  expect(verifier.forms).toHaveLength(sent);
}
