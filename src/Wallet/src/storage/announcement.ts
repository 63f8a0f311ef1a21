import type { OfferSession } from '../protocol/contract';
import { answer, transact } from './database';
import { keepSetting } from './settings';

/** A promise the citizen gave on the consent screen: "and accept the card when the town issues it". */
interface Announcement {
  issuer: string;
  configurationIds: string[];
  /** Milliseconds. */
  until: number;
}

const validFor = 10 * 60_000;

/** Remembers for ten minutes that one offer of exactly this issuer and kind needs no further tap. */
export function announce(offer: { issuer: string; configurationIds: string[] }): Promise<void> {
  const announcement: Announcement = { ...offer, until: Date.now() + validFor };
  return keepSetting('announcement', announcement);
}

/**
 * Uses the promise up if it covers the offer. Read and delete are one transaction, so two offers that arrive together cannot
 * both use it. An offer with a transaction code is never accepted silently: its code has to be typed.
 */
export function takeAnnouncement(offer: OfferSession): Promise<boolean> {
  return transact(['settings'], 'readwrite', async t => {
    const store = t.objectStore('settings');
    const record = await answer<{ value: Announcement } | undefined>(store.get('announcement'));
    const covered = record !== undefined && covers(record.value, offer);
    if (covered) await answer(store.delete('announcement'));
    return covered;
  });
}

function covers(announcement: Announcement, offer: OfferSession): boolean {
  const remaining = announcement.until - Date.now();
  return remaining > 0 && remaining <= validFor
    && offer.issuer.trusted
    && offer.transactionCode === undefined
    && offer.signIn === undefined
    && offer.issuer.id === announcement.issuer
    && offer.credentials.length > 0
    && offer.credentials.every(credential => announcement.configurationIds.includes(credential.configurationId));
}
