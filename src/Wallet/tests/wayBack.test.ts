import { describe, expect, it } from 'vitest';
import { keepingWayBack, wayBack } from '../src/wayBack';

const portal = 'https://stadt.example';

describe('the way on after a card has arrived', () => {
  it('leads to a page of the town', () => {
    expect(wayBack('?new=1&back=%2Fguest%2Fat%2F1', portal)?.href).toBe('https://stadt.example/guest/at/1');
  });

  it.each(['', '?new=1', '?back=https://elsewhere.example/', '?back=//elsewhere.example/', '?back=/%5Celsewhere.example/', '?back=javascript:alert(1)'])(
    'leads nowhere else: %s', search => expect(wayBack(search, portal)).toBeUndefined(),
  );

  it('is carried from the link to the screen of the card and to no other', () => {
    const link = new URL('https://wallet.example/receive?credential_offer_uri=x&back=%2Fguest%2Fat%2F1');
    expect(keepingWayBack('/card/1?new=1', link)).toBe('/card/1?new=1&back=%2Fguest%2Fat%2F1');
    expect(keepingWayBack('/', link)).toBe('/');
  });
});
