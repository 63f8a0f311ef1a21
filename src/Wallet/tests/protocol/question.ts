import { beforeEach } from 'vitest';
import { openOffer } from '../../src/protocol';
import type { Choice } from '../../src/protocol/contract';
import { CertificateAuthority } from './certificateAuthority';
import { permitType, TestIssuer } from './issuer';
import { useNetwork, type Network } from './network';
import { TestVerifier } from './verifier';
import { MemoryWallet } from './wallet';

export const now = 1_796_000_000;

/** A wallet with a permit, and a verifier that asks for its plate. */
export interface Question {
  root: CertificateAuthority;
  issuer: TestIssuer;
  verifier: TestVerifier;
  wallet: MemoryWallet;
  /** The permit, with as little as is asked. */
  permit: Choice;
  network: Network;
  /** Takes one more card of a kind the issuer has. */
  take(configurationId: string): Promise<void>;
  /** Asks for these claims of a permit instead. */
  ask(claims: unknown, credential?: object, query?: object): void;
}

/** Fresh before each test of a file. */
export function useQuestion(): { current: Question } {
  const network = useNetwork();
  const holder = {} as { current: Question };
  beforeEach(async () => {
    const root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
    const issuer = new TestIssuer(await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer'), now);
    issuer.serve(network.current);
    const verifier = await TestVerifier.create(await root.signer('Stadt Gelsenkirchen Parken', 'town.test', now + 1000, 'verifier'), now);
    verifier.serve(network.current);
    const wallet = new MemoryWallet([root.anchor], [root.anchor], now);
    const take = async (configurationId: string) => {
      issuer.behaviour.offered = [configurationId];
      wallet.cards.push(...(await (await openOffer(issuer.link, wallet)).accept()).cards);
    };
    await take('resident-parking-permit');
    const permit = { permit: { cardId: wallet.cards[0]!.id, option: 0 } };
    const ask = (claims: unknown, credential: object = {}, query: object = {}) => {
      const asked = { id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, ...(claims ? { claims } : {}), ...credential };
      verifier.change = (parameters) => ({ ...parameters, dcql_query: { credentials: [asked], ...query } });
    };
    holder.current = { root, issuer, verifier, wallet, permit, network: network.current, take, ask };
  });
  return holder;
}

/** The same request with some parameters changed; `undefined` takes one away. */
export function changed(verifier: TestVerifier, change: object): void {
  verifier.change = (parameters) => ({ ...parameters, ...change });
}
