import { formatClaim, partsNotSaid } from '../texts/format';
import { useWallet } from '../wallet';
import { useTexts } from './useTexts';

const longest = 160;
/** How a JPEG and a PNG begin in base64. */
const pictures = [['/9j/', 'image/jpeg'], ['iVBORw0KGgo', 'image/png']] as const;
const dataUrl = /^data:image\/(?:jpeg|png);base64,([A-Za-z0-9+/]+={0,2})$/;

/** A value as the other side will see it, whole: pictures as pictures, a long text on demand, an object with all its parts. */
export function ClaimValue({ value }: { value: unknown }) {
  const t = useTexts();
  const { language } = useWallet();
  const picture = pictureOf(value);
  if (picture) return <img class="claim-picture" src={picture} alt={t.consent.picture} data-testid="claim-picture" />;
  const text = [formatClaim(value, language, t), ...partsNotSaid(value, language, t)].join('\n');
  if (text.length <= longest) return <bdi>{text}</bdi>;
  return <details class="quiet"><summary><bdi>{text.slice(0, longest / 2)}…</bdi></summary><p class="claim-long"><bdi>{text}</bdi></p></details>;
}

/** An address for `<img>`, when the value is a picture that browsers draw. */
function pictureOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (dataUrl.test(value)) return value;
  const base64 = value.replaceAll('-', '+').replaceAll('_', '/');
  const kind = /^[A-Za-z0-9+/]{100,}={0,2}$/.test(base64) ? pictures.find(([start]) => base64.startsWith(start)) : undefined;
  return kind && `data:${kind[1]};base64,${base64}`;
}
