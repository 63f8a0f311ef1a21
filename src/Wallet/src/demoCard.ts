import type { Face } from './storage/faces';

/**
 * The card for showing somebody else how it works: a made-up town, car and person, known to this wallet only.
 *
 * It is no credential. It lies in no store of cards, has no key, and so cannot answer a request; whether it was taken is one setting.
 */
export const demoFace: Face = {
  id: 'demo',
  vct: 'urn:modellstadt:demo',
  title: { de: 'DEMO', en: 'DEMO' },
  issuer: 'Musterstadt',
  demo: true,
  // No authority gives the number 0 to a car.
  plate: 'DE-MO 000',
  zone: 'X',
  validUntil: '2099-12-31',
  status: 'valid',
  lastUsed: 0,
};

export const demoPerson = 'Erika Mustermann';

/** What the QR code of the demo card says to whoever reads it: neither a link nor the code of a permit. */
export const demoCode = 'DEMO – kein Ausweis, not a permit';
