import { beforeAll, describe, expect, test } from 'vitest';
import facts from '../../../data/law/data-protection-authorities.json';
import { mailLink, readAddress } from '../src/privacy/addresses';
import { authorities, authorityOf } from '../src/privacy/authorities';
import { machineReadable, type Everything } from '../src/privacy/everything';
import { complaint, erasureLetter, reasons } from '../src/privacy/letters';
import { sealWithPassphrase, shortestPassphrase } from '../src/privacy/passphrase';
import { partiesIn } from '../src/privacy/parties';
import { readablePage } from '../src/privacy/readablePage';
import { transactionLog } from '../src/privacy/transactionLog';
import { walletLanguages } from '../src/texts/languages';
import { loadTexts, texts } from '../src/texts/texts';
import { citizenId, permit } from './fixtures/cards';
import { earlyShowing, showing } from './fixtures/history';
import { openFile } from './fixtures/openFile';

beforeAll(() => Promise.all(walletLanguages.map(loadTexts)));

const partyWith = (...entries: ReturnType<typeof showing>[]) => partiesIn(entries)[0]!;

describe('a party', () => {
  test('keeps its name when one of its wardens saw a card without a network', () => {
    const { vouchedBy: _, ...unvouched } = showing({ peer: 'Warden, without network' });
    expect(partyWith(unvouched, showing()).name).toBe('Stadt Gelsenkirchen');
    expect(partyWith(unvouched).name).toBe('Warden, without network');
  });
});

describe('an address of a party', () => {
  test.each([
    ['daten@stadt.example', 'mail', 'mailto:daten@stadt.example'],
    ['mailto:daten@stadt.example', 'mail', 'mailto:daten@stadt.example'],
    ['https://stadt.example/loeschen?a=1', 'page', 'https://stadt.example/loeschen?a=1'],
    ['tel:+49 209 1690', 'phone', 'tel:+492091690'],
  ])('%s becomes a way', (registered, way, href) => expect(readAddress(registered)).toMatchObject({ way, href }));

  test.each([
    'javascript:alert(1)', 'http://stadt.example', 'data:text/html,x', 'https://stadt.example@evil.example/', 'mailto:a@b.example?bcc=evil@x.example',
    'mailto:a@b.example,c@d.example', 'stadt', '', `https://stadt.example/${'a'.repeat(200)}`,
  ])('%s never becomes a link', registered => expect(readAddress(registered)).toBeUndefined());

  test('of mail carries subject and letter, and nothing they say becomes another field', () => {
    const link = mailLink(readAddress('a@b.example')!, { subject: 'Löschung & mehr?', body: 'eins\nzwei&bcc=x@y.example' });
    expect(link).not.toContain('&bcc=');
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({ subject: 'Löschung & mehr?', body: 'eins\r\nzwei&bcc=x@y.example' });
  });
});

describe('a letter', () => {
  test('asks for deletion of what was shown: which labels, how often, when, on what right', () => {
    const letter = erasureLetter(partyWith(showing(), showing({ at: Date.UTC(2026, 10, 20, 10) })), 'de');
    expect(letter.subject).toContain('Art. 17 DSGVO');
    for (const part of ['Stadt Gelsenkirchen (portal.example)', 'Bürger-ID: Vorname (2×)', '24.11.2026, 20.11.2026', 'innerhalb eines Monats']) expect(letter.body).toContain(part);
    expect(letter.body).not.toContain('Geburtsdatum');
    expect(erasureLetter(partyWith(showing()), 'en').subject).toContain('Art. 17 GDPR');
  });

  test('complains in the words of each reason, and says who asked for what and why', () => {
    const party = partyWith(showing({ what: 'declined' }), showing({ what: 'renewed' }));
    const letters = reasons.map(reason => complaint(party, reason, 'de'));
    expect(new Set(letters.map(({ body }) => body)).size).toBe(reasons.length);
    for (const { subject, body } of letters) {
      expect(subject).toContain('Anfrage von Stadt Gelsenkirchen');
      for (const part of ['portal.example', 'DEMO-Aussteller', '24.11.2026, abgelehnt: Vorname, Geburtsdatum (Zweck: Bewohnerparkausweis beantragen)']) expect(body).toContain(part);
    }
    expect(complaint(party, 'deceived', 'en').subject).toContain('allegedly unlawful or suspicious request');
  });

  test('fits into a link after hundreds of showings', () => {
    const many = Array.from({ length: 300 }, (_, i) => showing({ at: i * 86_400_000 }));
    expect(complaint(partyWith(...many), 'too-much', 'de').body.length).toBeLessThan(2500);
    expect(erasureLetter(partyWith(...many), 'de').body.length).toBeLessThan(1800);
  });
});

describe('the data protection authorities', () => {
  test('are there for each of the sixteen states and the Federation, each with its source and day', () => {
    const states = new Set(authorities.map(({ state }) => state));
    expect([...states].sort()).toEqual(Array.from({ length: 17 }, (_, i) => String(i).padStart(2, '0')));
    for (const { email, web, form, source, as_of: day, address } of authorities) {
      expect(readAddress(email)?.way).toBe('mail');
      for (const page of [web, source, ...(form === undefined ? [] : [form])]) expect(new URL(page).protocol).toBe('https:');
      expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(address.at(-1)).toMatch(/^\d{5} /);
    }
    expect(facts.collection).toContain('CC0');
  });

  test('are found by the key of a town: its own state, in Bavaria the one for public bodies', () => {
    expect([authorityOf('05513000').id, authorityOf('09162000').id, authorityOf('11000000').id, authorityOf('').id]).toEqual(['nrwldi', 'bayldb', 'berlbdi', 'bfdi']);
  });
});

describe('the diary for programs', () => {
  const log = (...entries: ReturnType<typeof showing>[]) => transactionLog(entries);

  test('names each showing as the technical specification does', () => {
    const [one] = log(showing({ id: 'line' }));
    expect(one).toEqual({
      transactionIdentifier: 'line', time: '2026-11-24T10:00:00', transactionType: 'Presentation', transactionResult: 'Completed',
      presentation: {
        interactingPartyType: 'ServiceProvider', interactingPartyName: 'Stadt Gelsenkirchen', interactingPartyHost: 'portal.example',
        purpose: ['Bewohnerparkausweis beantragen'],
        listOfClaimsRequested: [{ credentialIdentifier: 'urn:modellstadt:citizen-id:1', claims: [['given_name'], ['birthdate']] }],
        listOfClaimsPresented: [{ credentialIdentifier: 'urn:modellstadt:citizen-id:1', claims: [['given_name']] }],
      },
    });
  });

  test('says of a refusal and a failure that nothing came of them, and why', () => {
    const [declined, failed] = log(showing({ what: 'declined' }), showing({ what: 'failed', reason: 'network' }));
    expect([declined, failed]).toMatchObject([
      { transactionResult: 'NotCompleted', presentation: { reasonOfNoncompletion: 'declined by the user' } },
      { transactionResult: 'NotCompleted', presentation: { reasonOfNoncompletion: 'network' } },
    ]);
  });

  test.each([
    ['received', 'CredentialIssuance'], ['renewed', 'CredentialReissuance'], ['not-renewed', 'CredentialReissuance'], ['deleted', 'CredentialDeletion'],
    ['erasure-asked', 'DataDeletionRequest'], ['reported', 'DPAReport'], ['exported', 'OtherTransaction'], ['cleared', 'OtherTransaction'],
  ] as const)('calls %s %s', (what, type) => expect(log(showing({ what }))[0]).toMatchObject({ transactionType: type }));

  test('leaves out what an early wallet did not write down', () => {
    expect(log(earlyShowing())[0]).toMatchObject({ transactionType: 'Presentation', presentation: { listOfClaimsPresented: [] } });
  });
});

describe('everything', () => {
  const renewal = { server: 's', token: 'secret-token', clientId: '', attested: false, identifiers: {}, refreshToken: 'secret-refresh' };
  const copies = [{ format: 'dc+sd-jwt' as const, sdJwt: 'secret-credential', keyId: 'k', used: true }];
  const everything: Everything = { at: Date.UTC(2026, 10, 24), town: 'Gelsenkirchen', language: 'de', cards: [citizenId({ renewal, copies }), permit()], history: [showing(), earlyShowing()] };

  test('comes back out of the encrypted file as it went in', async () => {
    const plain = machineReadable(everything);
    const file = await sealWithPassphrase(plain, 'vier kurze Wörter hier'.normalize('NFD'));
    expect(await openFile(file, 'vier kurze Wörter hier')).toBe(plain);
    const back = JSON.parse(plain) as { cards: { claims: unknown }[]; history: unknown[]; MigrationData: { transactionLog: unknown[]; listOfCredentials: unknown[] } };
    expect(back.cards.map(({ claims }) => claims)).toEqual(everything.cards.map(({ claims }) => claims));
    expect([back.history, back.MigrationData.transactionLog, back.MigrationData.listOfCredentials].map(list => list.length)).toEqual([2, 2, 2]);
  });

  test('is sealed as the technical specification wants it, and opens with nothing else', async () => {
    const file = await sealWithPassphrase(machineReadable(everything), 'x'.repeat(shortestPassphrase));
    const header = JSON.parse(atob(file.split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/'))) as { p2c: number };
    expect(header).toMatchObject({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' });
    expect(header.p2c).toBeGreaterThanOrEqual(600_000);
    await expect(openFile(file, 'y'.repeat(shortestPassphrase))).rejects.toThrow();
    const parts = file.split('.');
    parts[3] = `${parts[3]!.startsWith('A') ? 'B' : 'A'}${parts[3]!.slice(1)}`;
    await expect(openFile(parts.join('.'), 'x'.repeat(shortestPassphrase))).rejects.toThrow();
    for (const word of ['Ayşe', 'Gelsenkirchen', 'portal.example']) expect(file).not.toContain(word);
  });

  test('holds no key, no token and no credential that could be shown', () => {
    const files = machineReadable(everything) + readablePage(everything, texts('de'), 'de');
    for (const secret of ['secret-token', 'secret-refresh', 'secret-credential']) expect(files).not.toContain(secret);
  });

  test.each(walletLanguages)('is a page to read in %s with every value and every line', language => {
    const page = readablePage(everything, texts(language), language);
    expect(page).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    for (const part of ['Ayşe', 'Georgstraße 17a', 'GE-AB 123', 'portal.example', texts(language).history.what.shown]) expect(page).toContain(part);
  });

  test('is a page in which a name is never markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const page = readablePage({ ...everything, cards: [citizenId({ claims: { given_name: evil } })], history: [showing({ peer: evil, purpose: evil, claims: [evil], cards: [evil] })] }, texts('en'), 'en');
    expect(page).not.toContain('<img');
    expect(page).not.toContain(evil);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(page).toContain('default-src \'none\'');
  });
});
