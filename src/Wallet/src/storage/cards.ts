import type { StoredCredential } from '../protocol/contract';
import { answer, read, readAll, transact } from './database';
import { changeFace, faceOf, facesReadable, keptFace } from './faces';
import { asKeptToday, type KeptCard } from './keptCard';
import { seal, unseal } from './seal';

/** Keeps new cards: sealed content and face arrive together or not at all. */
export async function keepCards(dataKey: CryptoKey, cards: StoredCredential[]): Promise<void> {
  const readable = await facesReadable();
  const sealed = await Promise.all(cards.map(card => seal(dataKey, 'cards', card.id, card)));
  const faces = await Promise.all(cards.map(card => keptFace(dataKey, faceOf(card), readable)));
  await transact(['cards', 'faces'], 'readwrite', async t => {
    await Promise.all([
      ...sealed.map(record => answer(t.objectStore('cards').put(record))),
      ...faces.map(face => answer(t.objectStore('faces').put(face))),
    ]);
  });
}

export async function openCard(dataKey: CryptoKey, id: string): Promise<StoredCredential | undefined> {
  const sealed = await read('cards', id);
  return sealed && asKeptToday(await unseal<KeptCard>(dataKey, 'cards', sealed));
}

export async function openCards(dataKey: CryptoKey): Promise<StoredCredential[]> {
  const all = await readAll('cards');
  return Promise.all(all.map(async sealed => asKeptToday(await unseal<KeptCard>(dataKey, 'cards', sealed))));
}

/** Notes that a one-time copy was shown, and brings the card to the front. */
export async function markCopyUsed(dataKey: CryptoKey, cardId: string, keyId: string): Promise<void> {
  const card = await openCard(dataKey, cardId);
  if (!card) return;
  const copies = card.copies.map(copy => (copy.keyId === keyId ? { ...copy, used: true } : copy));
  const sealed = await seal(dataKey, 'cards', cardId, { ...card, copies });
  await transact(['cards'], 'readwrite', t => answer(t.objectStore('cards').put(sealed)));
  await changeFace(cardId, { lastUsed: Date.now() }, dataKey);
}

/** Deletes a card with its face and all its keys. */
export async function discardCard(dataKey: CryptoKey, id: string): Promise<void> {
  const card = await openCard(dataKey, id);
  await transact(['cards', 'faces', 'keys'], 'readwrite', async t => {
    const keys = card?.copies.map(copy => copy.keyId) ?? [];
    await Promise.all([
      answer(t.objectStore('cards').delete(id)),
      answer(t.objectStore('faces').delete(id)),
      ...keys.map(key => answer(t.objectStore('keys').delete(key))),
    ]);
  });
}

const identifying = ['given_name', 'family_name', 'birthdate', 'plate'];

/** Cards that a new one takes the place of: same kind, issuer and person or vehicle. A permit for later leaves today's alone. */
export function replacedBy(card: StoredCredential, others: StoredCredential[], today: string): StoredCredential[] {
  const from = card.claims['valid_from'];
  if (typeof from === 'string' && from > today) return [];
  return others.filter(other =>
    other.id !== card.id
    && other.vct === card.vct
    && other.issuer.id === card.issuer.id
    && identifying.every(name => other.claims[name] === card.claims[name]));
}
