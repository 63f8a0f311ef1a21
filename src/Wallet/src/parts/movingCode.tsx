import { useEffect, useState } from 'preact/hooks';
import { QrCode } from './qrCode';

/** Five codes a second: each is seen by six pictures of a camera, and nothing flashes more than three times a second (WCAG 2.2, 2.3.1). */
export const codeMilliseconds = 200;

/** QR codes in one place, one after the other, again and again. */
export function MovingCode({ texts, label }: { texts: string[]; label: string }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (texts.length < 2) return;
    const timer = setInterval(() => setTurn(last => last + 1), codeMilliseconds);
    return () => clearInterval(timer);
  }, [texts.length]);
  const shown = turn % texts.length;
  return (
    <div class="moving-code" data-testid="moving-code" data-codes={JSON.stringify(texts)}>
      {texts.map((text, index) => <div key={index} hidden={index !== shown}><QrCode text={text} label={label} dense /></div>)}
    </div>
  );
}
