import { beforeAll, describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { erasureOf, linkabilityOf, partiesIn, partyOf, seenBy } from '../src/privacy/parties';
import { privacyState } from '../src/privacy/privacyState';
import { requestEntry } from '../src/privacy/requestEntry';
import { ProtocolFailure, type RequestSession } from '../src/protocol/contract';
import { readAll, write } from '../src/storage/database';
import { clearHistory, historyLimit, loadHistory, note } from '../src/storage/history';
import { seal } from '../src/storage/seal';
import { loadTexts } from '../src/texts/texts';
import { freshBrowser, wait } from './fixtures/browser';
import { citizenId, permit } from './fixtures/cards';
import { earlyShowing, showing } from './fixtures/history';

beforeAll(() => loadTexts('de'));

describe('the history at rest', () => {
  freshBrowser();

  test('tells the newest first and lets the oldest go beyond its limit', async () => {
    const key = await setUpPin('123456');
    const old = await Promise.all(Array.from({ length: historyLimit }, (_, i) =>
      seal(key, 'history', `${String(i).padStart(15, '0')}-old-${i}`, { at: i, what: 'shown', cards: [`card ${i}`] })));
    await write('history', ...old);
    for (const card of ['one', 'two']) {
      wait(1000);
      await note(key, { what: 'shown', cards: [card] });
    }
    const entries = await loadHistory(key);
    expect(entries).toHaveLength(historyLimit);
    expect([entries[0]?.cards, entries.at(-1)?.cards]).toEqual([['two'], ['card 2']]);
  });

  test('opens lines that an early wallet wrote', async () => {
    const key = await setUpPin('123456');
    const id = '000001795514400-11111111-2222-3333-4444-555555555555';
    const line = { at: 1, what: 'shown', cards: ['Bürger-ID'], peer: 'Stadt', host: 'a.example', claims: ['Vorname'] };
    await write('history', await seal(key, 'history', id, line));
    expect(await loadHistory(key)).toEqual([{ ...line, id: '11111111-2222-3333-4444-555555555555' }]);
  });

  test('holds no name of a party and no label that can be read without the data key', async () => {
    const key = await setUpPin('123456');
    await note(key, showing());
    const lying = (await readAll('history')).map(sealed => JSON.stringify(Object.keys(sealed)) + sealed.id + new TextDecoder('latin1').decode(sealed.ciphertext)).join();
    for (const secret of ['Gelsenkirchen', 'portal', 'Vorname', 'citizen', 'given_name', 'beantragen']) expect(lying).not.toContain(secret);
  });

  test('is empty after the holder cleared it, but for the line that says so', async () => {
    const key = await setUpPin('123456');
    await note(key, showing());
    await clearHistory(key);
    expect((await loadHistory(key)).map(({ what, peer }) => [what, peer])).toEqual([['cleared', undefined]]);
  });
});

describe('a line about a question', () => {
  const copies = [{ format: 'dc+sd-jwt' as const, sdJwt: 'x', keyId: 'k1', used: true }, { format: 'dc+sd-jwt' as const, sdJwt: 'y', keyId: 'k2', used: false }];
  const card = citizenId({ copies });
  const request = {
    verifier: { trusted: true, name: 'Stadt Gelsenkirchen', host: 'portal.example', demo: true, by: { de: 'DEMO-Anker', en: 'DEMO anchor' } },
    registration: { name: 'Stadt', purpose: '', unregistered: [], contacts: ['mailto:loeschen@stadt.example'], supervisor: ['aufsicht@land.example'] },
    responseHost: 'portal.example',
    purpose: 'Antrag',
    asked: [{
      queryId: 'q', vcts: [card.vct], candidates: [{ card, options: [[['given_name']]], always: [] }],
      claims: [{ path: ['given_name'], optional: false }, { path: ['nickname'], optional: true }],
    }],
  } as unknown as RequestSession;

  test('says who asked for what and why, who vouched, and what was given, without a value', () => {
    const entry = requestEntry('shown', request, { choice: { q: { cardId: card.id, option: 0 } }, usedCopies: [{ credentialId: card.id, keyId: 'k2', repeated: false }] }, 'de');
    expect(entry).toMatchObject({
      what: 'shown', peer: 'Stadt Gelsenkirchen', host: 'portal.example', vouchedBy: 'DEMO-Anker', purpose: 'Antrag', cards: ['Bürger-ID'], claims: ['Vorname'],
      contacts: ['mailto:loeschen@stadt.example'], supervisor: ['aufsicht@land.example'],
    });
    expect(entry.asked).toEqual([{
      card: card.id, type: card.vct, title: 'Bürger-ID', copy: 'k2', repeated: false,
      claims: [{ path: ['given_name'], label: 'Vorname', optional: false, given: true }, { path: ['nickname'], label: 'nickname', optional: true, given: false }],
    }]);
    for (const value of ['Ayşe', 'Müller', '1984', 'Georgstraße']) expect(JSON.stringify(entry)).not.toContain(value);
  });

  test('says that a copy was shown before', () => {
    const entry = requestEntry('shown', request, { choice: { q: { cardId: card.id, option: 0 } }, usedCopies: [{ credentialId: card.id, keyId: 'k1', repeated: true }] }, 'de');
    expect(entry.asked?.[0]).toMatchObject({ copy: 'k1', repeated: true });
  });

  test('gives nothing away after a no, and says why nothing came of a yes', () => {
    const no = requestEntry('declined', request, { choice: {} }, 'de');
    expect([no.asked?.[0]?.claims.map(({ given }) => given), no.claims, no.cards, no.suspected]).toEqual([[false, false], undefined, [], undefined]);
    expect(requestEntry('declined', request, { choice: {}, suspected: true }, 'de')).toMatchObject({ what: 'declined', suspected: true });
    const broken = (failure: unknown) => requestEntry('failed', request, { choice: { q: { cardId: card.id, option: 0 } }, failure }, 'de').reason;
    expect([broken(new ProtocolFailure('network')), broken(new TypeError('Ayşe'))]).toEqual(['network', 'unexpected']);
  });
});

describe('a party', () => {
  test('is known by its host and reached by a line that tells nothing', () => {
    const first = showing({ at: 2 });
    const entries = [first, showing({ at: 1, peer: 'Gelsenkirchen' }), showing({ host: 'other.example', peer: 'Stadt Gelsenkirchen' }), { ...showing(), host: undefined } as never];
    expect(partiesIn(entries).map(({ host, name, entries: lines }) => [host, name, lines.length]))
      .toEqual([['portal.example', 'Stadt Gelsenkirchen', 2], ['other.example', 'Stadt Gelsenkirchen', 1]]);
    expect(partyOf(entries, first.id)?.entries).toHaveLength(2);
    const { asked: _, ...received } = showing({ what: 'received', peer: 'DEMO Stadt' });
    expect(partiesIn([received, first])[0]?.name).toBe('Stadt Gelsenkirchen');
    expect(partiesIn([received])[0]?.name).toBe('DEMO Stadt');
    expect(partyOf(entries, 'nobody')).toBeUndefined();
  });

  test('has seen each label once and each card so often', () => {
    const more = showing({ at: 5 }, { claims: [{ path: ['birthdate'], label: 'Geburtsdatum', optional: false, given: true }] });
    const [party] = partiesIn([more, showing(), showing({ what: 'declined' }), earlyShowing({ cards: ['Parkausweis'], claims: ['Kennzeichen'] })]);
    expect(seenBy(party!)).toEqual([
      { title: 'Bürger-ID', labels: ['Geburtsdatum', 'Vorname'], times: 2, last: 5 },
      { title: 'Parkausweis', labels: ['Kennzeichen'], times: 1, last: earlyShowing().at },
    ]);
  });

  test('cannot connect fresh copies, connects a copy it saw twice, and one that somebody else saw', () => {
    const of = (...entries: ReturnType<typeof showing>[]) => {
      const parties = partiesIn(entries);
      return linkabilityOf(parties[0]!, parties);
    };
    expect(of(showing(), showing())).toEqual({ kind: 'fresh' });
    expect(of(showing({}, { copy: 'same' }), showing({}, { copy: 'same' }))).toEqual({ kind: 'again', others: [] });
    expect(of(showing({}, { repeated: true }))).toEqual({ kind: 'again', others: [] });
    expect(of(showing({}, { copy: 'same' }), showing({ host: 'b.example', peer: 'B' }, { copy: 'same' }))).toEqual({ kind: 'again', others: ['B'] });
    expect(of(showing(), earlyShowing())).toEqual({ kind: 'unknown' });
  });

  test('owes an answer until one is noted, and again after the next request', () => {
    const line = (what: 'erasure-asked' | 'erasure-answered', at: number) => showing({ what, at, way: 'mail' });
    const state = (...entries: ReturnType<typeof showing>[]) => erasureOf(partiesIn(entries)[0]!);
    expect(state(showing())).toBeUndefined();
    expect(state(line('erasure-asked', 5))).toEqual({ at: 5, way: 'mail' });
    expect(state(line('erasure-answered', 7), line('erasure-asked', 5))).toEqual({ at: 5, way: 'mail', answeredAt: 7 });
    expect(state(line('erasure-asked', 9), line('erasure-answered', 7), line('erasure-asked', 5))).toEqual({ at: 9, way: 'mail' });
  });
});

describe('the state of privacy', () => {
  const day = 86_400_000;
  const now = Date.UTC(2027, 11, 1);

  test('names who recognises a copy, and cards about the person that nobody saw for half a year', () => {
    const entries = [showing({}, { copy: 'same' }), showing({}, { copy: 'same' }), showing({ host: 'b.example' })];
    const { recognisedBy, idle } = privacyState(entries, [citizenId(), permit()], now);
    expect([recognisedBy.map(({ host }) => host), idle.map(({ id }) => id)]).toEqual([['portal.example'], ['citizen-1']]);
  });

  test('counts a card as used that was shown or received lately', () => {
    const idle = (at: number, receivedAt = 0) => privacyState([showing({ at })], [citizenId({ receivedAt })], now).idle.length;
    expect([idle(now - 183 * day), idle(now - 181 * day), idle(0, now / 1000 - 100)]).toEqual([1, 0, 0]);
    expect(privacyState([earlyShowing({ at: now })], [citizenId({ receivedAt: 0 })], now).idle).toEqual([]);
  });

  test('looks into the name spaces of an mdoc', () => {
    const mdoc = citizenId({ claims: { 'org.iso.23220.1': { given_name: 'Ayşe' } }, receivedAt: 0 });
    expect(privacyState([], [mdoc], now).idle).toHaveLength(1);
  });
});
