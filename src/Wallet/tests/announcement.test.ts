import { describe, expect, test } from 'vitest';
import { announce, takeAnnouncement } from '../src/storage/announcement';
import { freshBrowser, wait } from './fixtures/browser';
import { offer, town } from './fixtures/cards';

const announced = { issuer: town.id, configurationIds: ['resident-parking-permit'] };

describe('an announced offer', () => {
  freshBrowser();

  test('is accepted once without a further tap', async () => {
    await announce(announced);
    expect(await takeAnnouncement(offer())).toBe(true);
    expect(await takeAnnouncement(offer())).toBe(false);
  });

  test('is used up by only one of two offers that arrive together', async () => {
    await announce(announced);
    const taken = await Promise.all([takeAnnouncement(offer()), takeAnnouncement(offer())]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('is forgotten after ten minutes', async () => {
    await announce(announced);
    wait(10 * 60_000);
    expect(await takeAnnouncement(offer())).toBe(false);
  });

  test('does not cover anything that was not announced', async () => {
    await announce(announced);
    const card = offer().credentials[0]!;
    expect(await takeAnnouncement(offer())).toBe(true);
    for (const other of [
      offer({ issuer: { ...town, id: 'http://localhost:5080/issuers/demo-id-card' } }),
      offer({ issuer: { ...town, trusted: false } }),
      offer({ credentials: [card, { ...card, configurationId: 'citizen-id' }] }),
      offer({ credentials: [] }),
      offer({ transactionCode: { numeric: true } }),
    ]) {
      await announce(announced);
      expect(await takeAnnouncement(other)).toBe(false);
    }
  });
});
