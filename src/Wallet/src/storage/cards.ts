import type { Copy, KeyVault, StoredCredential } from '../protocol/contract';
import { sameBytes } from '../protocol/bytes';
import { copyToShow, saySame } from '../protocol/copies';
import { answer, read, readAll, transact } from './database';
import { changeFace, faceOf, facesReadable, keptFace } from './faces';
import { asKeptToday, type KeptCard } from './keptCard';
import { seal, unseal, type Sealed } from './seal';

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

/**
 * Takes a one-time copy to be shown, and brings the card to the front. The copy counts as used from now on, whatever comes of it; choosing it
 * and marking it are one step, so two tabs that take one in the same moment get different ones.
 *
 * @param shown the card as the person saw it
 * @returns the copy as it was before; undefined when the card is gone, or says something else by now
 */
export async function takeCopy(dataKey: CryptoKey, shown: StoredCredential): Promise<Copy | undefined> {
  let taken: Copy | undefined;
  const changed = await changeCard(dataKey, shown.id, card => {
    taken = saySame(card.claims, shown.claims) ? copyToShow(card.copies) : undefined;
    return { ...card, copies: card.copies.map(copy => (copy === taken ? { ...copy, used: true } : copy)) };
  });
  await changeFace(shown.id, { lastUsed: Date.now() }, dataKey);
  return changed ? taken : undefined;
}

/**
 * Changes a card that is still there; false when it is not. Sealing cannot wait inside a transaction, so a card that another tab or fresh
 * copies changed in this moment is taken as it is now: no copy that was shown counts as unused again, and no key that is gone comes back.
 */
async function changeCard(dataKey: CryptoKey, id: string, change: (card: StoredCredential) => StoredCredential): Promise<boolean> {
  for (;;) {
    const before = await read('cards', id);
    if (!before) return false;
    const after = await seal(dataKey, 'cards', id, change(asKeptToday(await unseal<KeptCard>(dataKey, 'cards', before))));
    const done = await transact(['cards'], 'readwrite', async t => {
      const store = t.objectStore('cards');
      const now = await answer<Sealed | undefined>(store.get(id));
      if (!now || !sameBytes(now.iv, before.iv)) return false;
      await answer(store.put(after));
      return true;
    });
    if (done) return true;
  }
}

/**
 * Puts fresh copies in the place of a card's old ones, and removes the old keys: all at once, and only while the card is still there.
 * The card keeps its id, its place on the home screen and the day it was first received.
 */
export async function replaceCopies(dataKey: CryptoKey, old: StoredCredential, fresh: StoredCredential): Promise<void> {
  const card = { ...fresh, id: old.id, receivedAt: old.receivedAt };
  const sealed = await seal(dataKey, 'cards', old.id, card);
  await transact(['cards', 'faces', 'keys'], 'readwrite', async t => {
    const [cards, faces, keys] = [t.objectStore('cards'), t.objectStore('faces'), t.objectStore('keys')];
    const isThere = (await answer(faces.count(old.id))) > 0;
    if (isThere) await answer(cards.put(sealed));
    await Promise.all((isThere ? old : card).copies.map(copy => answer(keys.delete(copy.keyId))));
  });
  const { lastUsed: _, ...face } = faceOf(card);
  await changeFace(old.id, face, dataKey);
}

/** Three of ten left, one of three: before the last fresh one is shown. */
export function needsCopies({ renewal, copies, validUntil = Infinity }: StoredCredential, now = Date.now() / 1000): boolean {
  const unused = copies.filter(copy => !copy.used).length;
  return renewal !== undefined && validUntil > now && unused < copies.length && unused <= Math.min(3, Math.floor(copies.length / 3));
}

/** Forgets the way to fresh copies, with its key. */
export async function stopRenewal(dataKey: CryptoKey, { id }: StoredCredential, keys: KeyVault): Promise<void> {
  const token = (await openCard(dataKey, id))?.renewal?.dpop?.keyId;
  await changeCard(dataKey, id, ({ renewal: _, ...rest }) => rest);
  if (token !== undefined) await keys.remove([token]);
}

/**
 * Deletes a card with its face and its keys. `tokenKey: 'left'` leaves the key of its tokens for the last word to the issuer; so does
 * another card that came with the same tokens.
 */
export async function discardCard(dataKey: CryptoKey, id: string, tokenKey: 'gone' | 'left' = 'gone'): Promise<void> {
  const all = await openCards(dataKey);
  const card = all.find(one => one.id === id);
  const token = tokenKey === 'gone' ? card?.renewal?.dpop?.keyId : undefined;
  const shared = all.some(one => one.id !== id && one.renewal?.dpop?.keyId === token);
  await transact(['cards', 'faces', 'keys'], 'readwrite', async t => {
    const keys = [...(card?.copies.map(copy => copy.keyId) ?? []), ...(token !== undefined && !shared ? [token] : [])];
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
