import { describe, expect, it } from 'vitest';
import { openRequest } from '../../src/protocol';
import { CertificateAuthority } from './certificateAuthority';
import { changed, now, useQuestion } from './question';
import { refusal } from './refusal';
import { TestVerifier } from './verifier';

const question = useQuestion();

describe('a verifier named by the host in its certificate', () => {
  const named = (host = 'town.test') => {
    question.current.verifier.clientId = `x509_san_dns:${host}`;
    return openRequest(question.current.verifier.link(), question.current.wallet);
  };

  it('is shown with the name in the certificate and who vouches for it, and gets its answer under that name', async () => {
    const session = await named();
    expect(session.verifier).toEqual({ trusted: true, name: 'Stadt Gelsenkirchen Parken', host: 'town.test', demo: true, by: question.current.root.anchor.name });
    await session.confirm(question.current.permit);
    expect(question.current.verifier.answers[0]!.binding).toMatchObject({ aud: 'x509_san_dns:town.test' });
  });

  it('is refused under a host that the certificate does not have', async () => {
    expect(await refusal(named('other.test'))).toMatchObject({ kind: 'malformed' });
  });

  it('is refused when the answer would go to another host of the certificate', async () => {
    const { verifier } = question.current;
    changed(verifier, { response_uri: 'http://sub.town.test/responses/1' });
    expect(await refusal(named())).toMatchObject({ kind: 'malformed' });
  });
});

describe('a verifier that nobody vouches for', () => {
  const open = async () => openRequest(await question.current.verifier.unsignedLink(), question.current.wallet);

  it('asks in the link itself, has no name but its address, and gets its answer encrypted', async () => {
    const session = await open();
    expect(session.verifier).toEqual({ trusted: false, name: 'town.test', host: 'town.test', demo: false });
    expect(question.current.network.asked.some((call) => call.includes('/verifier/'))).toBe(false);
    await session.confirm(question.current.permit);
    expect(question.current.verifier.forms[0]).toHaveProperty('response');
    expect(question.current.verifier.answers[0]).toMatchObject({
      claims: { plate: 'GE-AB 123' },
      binding: { aud: `redirect_uri:${question.current.verifier.responseUri}`, nonce: 'verifier-nonce' },
    });
  });

  it('says what for, and that it comes from another screen, in words of its own', async () => {
    changed(question.current.verifier, { modellstadt_cross_device: true });
    expect(await open()).toMatchObject({ purpose: 'Um den Antrag zu prüfen', crossDevice: true });
  });

  it('may announce nothing, and can show no registration', async () => {
    const { verifier } = question.current;
    changed(verifier, {
      verifier_info: [{ format: 'registration_cert', data: 'a.b.c' }],
      modellstadt_announced_offer: { credential_issuer: 'http://town.test/issuers/town', credential_configuration_ids: ['resident-parking-permit'] },
    });
    const session = await open();
    expect(session.announcedOffer).toBeUndefined();
    expect(session.registration).toBeUndefined();
  });

  it.each([
    ['its answer would go to another address than its name', { response_uri: 'http://town.test/elsewhere' }],
    ['it has no nonce', { nonce: undefined }],
    ['a redirect_uri stands beside the direct post', { redirect_uri: 'http://town.test/back' }],
    ['its metadata would have to be fetched', { client_metadata_uri: 'http://town.test/metadata' }],
    ['its query is no JSON', { dcql_query: '{' }],
  ])('is refused when %s', async (_, change) => {
    expect((await open()).asked).toHaveLength(1);
    changed(question.current.verifier, change);
    expect((await refusal(open())).kind).toMatch(/malformed|untrusted/);
  });

  it('is refused when it names a parameter twice', async () => {
    const link = await question.current.verifier.unsignedLink();
    link.searchParams.append('nonce', 'another');
    expect(await refusal(openRequest(link, question.current.wallet))).toMatchObject({ kind: 'malformed', detail: 'a parameter stands twice' });
  });

  it('is refused when its question is signed all the same', async () => {
    const { verifier, wallet } = question.current;
    verifier.clientId = `redirect_uri:${verifier.responseUri}`;
    expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'malformed', code: 'client_id' });
  });

  it('has no name either when a root that nobody knows signed its certificate', async () => {
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    const stranger = await TestVerifier.create(await foreign.signer('Bundesdruckerei', 'town.test', now + 1000, 'verifier'), now);
    stranger.serve(question.current.network);
    const session = await openRequest(stranger.link(), question.current.wallet);
    expect(session.verifier).toEqual({ trusted: false, name: 'town.test', host: 'town.test', demo: false });
  });

  it('does not get the registration of somebody whose name it puts into a certificate of its own', async () => {
    const registrars = await CertificateAuthority.create('DEMO Registrar Root', now);
    const { wallet, network } = question.current;
    wallet.config.trust.registrars = [registrars.anchor];
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    const stranger = await TestVerifier.create(await foreign.signer('Stadt', 'town.test', now + 1000, 'verifier', false, 'AG:DE-05513000'), now);
    stranger.serve(network);
    changed(stranger, { verifier_info: [{ format: 'registration_cert', data: 'a.b.c' }] });
    expect((await openRequest(stranger.link(), wallet)).registration).toBeUndefined();
  });
});

describe('a client identifier with another prefix', () => {
  it.each(['verifier_attestation:town', 'decentralized_identifier:did:example:1', 'openid_federation:https://town.test', 'town', 'x509_san_uri:http://town.test'])(
    'such as %s is refused before anything is fetched',
    async (clientId) => {
      const { verifier, wallet, network } = question.current;
      verifier.clientId = clientId;
      const before = network.asked.length;
      expect(await refusal(openRequest(verifier.link(), wallet))).toMatchObject({ kind: 'unsupported', code: 'client_id' });
      expect(network.asked).toHaveLength(before);
    },
  );
});
