import { describe, expect, test } from 'vitest';
import { inOrder, wayBack } from '../../src/loss/restoring';
import type { ListedCard } from '../../src/loss/listedCards';
import type { WalletConfig } from '../../src/protocol/contract';

const config: WalletConfig = { town: { ags: '', name: '', portal: 'https://town.test' }, demo: true, insecureHttpAllowed: false, trust: { issuers: [], verifiers: [] } };
const card = (vct: string, issuer = 'https://town.test/issuers/town'): ListedCard => ({ issuer, configurationId: 'one', vct, title: { de: '', en: '' } });
const [idCard, citizenId, permit] = ['urn:eudi:pid:1', 'urn:modellstadt:citizen-id:1', 'urn:modellstadt:resident-parking-permit:1'].map(vct => card(vct)) as [ListedCard, ListedCard, ListedCard];
const diploma = card('urn:diploma', 'https://university.test');

describe('the way back of a card', () => {
  test('is the proof of its first issue', () => {
    expect(wayBack(citizenId, config)).toEqual({ way: 'show-id-card', address: 'https://town.test/citizen-id' });
    expect(wayBack(permit, config)).toEqual({ way: 'show-citizen-id', address: 'https://town.test/permit/mine' });
  });

  test('of somebody else leads to its issuer, also when it calls itself a citizen ID', () => {
    const { way, address } = wayBack(card('urn:modellstadt:citizen-id:1', 'https://evil.test'), config);
    expect(way).toBe('issuer');
    const offer = new URL(address, 'https://wallet.test').searchParams.get('credential_offer');
    expect(JSON.parse(offer!)).toEqual({ credential_issuer: 'https://evil.test', credential_configuration_ids: ['one'] });
  });

  test('begins with what proves the next', () => {
    expect(inOrder([diploma, permit, citizenId, idCard], config)).toEqual([idCard, citizenId, permit, diploma]);
  });
});
