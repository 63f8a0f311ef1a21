/** Foreign OpenID4VC implementations, each driven by commands of the tests. */
import { randomUUID } from 'node:crypto';
import { answerCalls } from './line.js';
import { OpenId4VcWallet } from './oid4vc/wallet.js';

const wallets = new Map<string, OpenId4VcWallet>();

answerCalls({
  'oid4vc.wallet.create': async ({ anchors }: { anchors: string[] }) => keep(wallets, new OpenId4VcWallet(anchors)),
  'oid4vc.wallet.receive': async (input: { peer: string; offer: string; transactionCode?: string }) => found(wallets, input.peer).receive(input),
  'oid4vc.wallet.present': async (input: { peer: string; link: string }) => found(wallets, input.peer).present(input),
});

function keep<T>(peers: Map<string, T>, peer: T): string {
  const id = randomUUID();
  peers.set(id, peer);
  return id;
}

function found<T>(peers: Map<string, T>, id: string): T {
  const peer = peers.get(id);
  if (!peer) throw new TypeError('no such peer');
  return peer;
}
