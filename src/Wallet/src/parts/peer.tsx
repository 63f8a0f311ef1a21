import type { Trust } from '../protocol/contract';
import { DemoMark } from './demoMark';
import { Icon } from './icon';
import { Notice } from './notice';

interface PeerProps {
  peer: Trust;
  trustedText: string;
  untrustedText: string;
  untrustedHint: string;
  /** Who vouches, in words. */
  byText?: string | undefined;
}

/** Who is on the other side, and how sure we are. */
export function Peer({ peer, trustedText, untrustedText, untrustedHint, byText }: PeerProps) {
  return (
    <section class="peer" data-testid="peer" data-trusted={peer.trusted} data-demo={peer.demo}>
      <p class="peer-name"><bdi data-testid="peer-name">{peer.name}</bdi>{peer.demo && <DemoMark />}</p>
      {peer.trusted
        ? <p class="peer-trust"><Icon name="shield" /><span>{trustedText}{byText && <><br /><span data-testid="vouched-by">{byText}</span></>}</span></p>
        : <Notice tone="danger" title={untrustedText}><p><bdi dir="ltr">{peer.host}</bdi></p><p>{untrustedHint}</p></Notice>}
    </section>
  );
}
