import type { RequestSession } from '../protocol/contract';
import { phraseOf } from '../texts/languages';
import { useWallet } from '../wallet';
import { Peer } from './peer';
import { useTexts } from './useTexts';

/** Who asks, where the answer goes, and who vouches for that. */
export function Asker({ request: { verifier, responseHost } }: { request: RequestSession }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <Peer
      peer={verifier} trustedText={t.present.trusted(responseHost)} untrustedText={t.present.untrusted} untrustedHint={t.present.untrustedHint}
      byText={verifier.by && t.receive.by(phraseOf(verifier.by, language).text)}
    />
  );
}
