/** Foreign OpenID4VC implementations, each driven by commands of the tests. Arguments: PEM files of the servers' certificate and key. */
// @peculiar/x509 and Credo expect it before anything else.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { CredoServer } from './credo/server.js';
import { CredoWallet } from './credo/wallet.js';
import { judgeAll, type Case } from './dcql/oracle.js';
import { answerCalls } from './line.js';
import { issue, newDeviceKey, show, verify, type Contents, type Showing, type Shown } from './mdl/oracle.js';
import { OpenId4VcIssuer, type Wish } from './oid4vc/issuer.js';
import { OpenId4VcVerifier, type Question } from './oid4vc/verifier.js';
import { OpenId4VcWallet, type ProofKind } from './oid4vc/wallet.js';
import { WalletProvider } from './oid4vc/walletProvider.js';
import { pki } from './pki.js';
import { PeerServer } from './server.js';

const [, , certificate, key] = process.argv;
const server = new PeerServer(certificate!, key!);
const wallets = new Map<string, OpenId4VcWallet>();
const credoWallets = new Map<string, CredoWallet>();
let credo: Promise<CredoServer> | undefined;
const issuers = new Map<string, OpenId4VcIssuer>();
const verifiers = new Map<string, OpenId4VcVerifier>();

server.on('GET', '/done', () => ({ type: 'text/plain', body: 'Thank you.' }));

answerCalls({
  'dcql.judge': async ({ cases }: { cases: Case[] }) => judgeAll(cases),
  'mdl.deviceKey': async () => newDeviceKey(),
  'mdl.issue': async (input: Contents) => issue((await pki()).issuer, input),
  'mdl.show': async (input: Showing) => show(input),
  'mdl.verify': async (input: Shown) => verify(input),
  'pki.root': async () => (await pki()).root,

  'oid4vc.wallet.create': async ({ anchors }: { anchors: string[] }) => keep(wallets, new OpenId4VcWallet(anchors, await WalletProvider.create((await pki()).walletProvider))),
  'oid4vc.wallet.receive': async (input: { peer: string; offer: string; transactionCode?: string }) => found(wallets, input.peer).receive(input),
  'oid4vc.wallet.authorize': async (input: { peer: string; offer: string }) => found(wallets, input.peer).authorize(input),
  'oid4vc.wallet.receiveAuthorized': async (input: { peer: string; answer: string; proof: ProofKind }) => found(wallets, input.peer).receiveAuthorized(input),
  'oid4vc.wallet.fetchDeferred': async ({ peer }: { peer: string }) => found(wallets, peer).fetchDeferred(),
  'oid4vc.wallet.present': async (input: { peer: string; link: string }) => found(wallets, input.peer).present(input),

  'oid4vc.issuer.create': async ({ walletProviders }: { walletProviders: string[] }) => keep(issuers, await OpenId4VcIssuer.start(server, (await pki()).issuer, walletProviders)),
  'oid4vc.issuer.offer': async (input: { peer: string } & Wish) => found(issuers, input.peer).offer(input),
  'oid4vc.issuer.revokeAll': async ({ peer }: { peer: string }) => found(issuers, peer).revokeAll(),

  'oid4vc.verifier.create': async () => keep(verifiers, new OpenId4VcVerifier(server, (await pki()).verifier)),
  'oid4vc.verifier.ask': async (input: { peer: string } & Question) => found(verifiers, input.peer).ask(input),
  'oid4vc.verifier.result': async ({ peer, id }: { peer: string; id: string }) => found(verifiers, peer).result(id),

  'credo.wallet.create': async ({ anchors }: { anchors: string[] }) => keep(credoWallets, await CredoWallet.create(anchors)),
  'credo.wallet.receive': async (input: { peer: string; offer: string; transactionCode?: string; format?: string }) => found(credoWallets, input.peer).receive(input),
  'credo.wallet.authorize': async (input: { peer: string; offer: string }) => found(credoWallets, input.peer).authorize(input),
  'credo.wallet.receiveAuthorized': async (input: { peer: string; answer: string }) => found(credoWallets, input.peer).receiveAuthorized(input),
  'credo.wallet.fetchDeferred': async ({ peer }: { peer: string }) => found(credoWallets, peer).fetchDeferred(),
  'credo.wallet.present': async (input: { peer: string; link: string }) => found(credoWallets, input.peer).present(input),
  'credo.issuer.create': async () => (await credoServer()).createIssuer(),
  'credo.issuer.offer': async (input: { peer: string; format?: string } & Wish) => (await credoServer()).offer(input),
  'credo.verifier.create': async () => (await credoServer()).createVerifier(),
  'credo.verifier.ask': async (input: { peer: string } & Question) => (await credoServer()).ask(input),
  'credo.verifier.result': async ({ id }: { id: string }) => (await credoServer()).result(id),
});

async function credoServer(): Promise<CredoServer> {
  return (credo ??= pki().then((made) => CredoServer.start(server, made)));
}

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
