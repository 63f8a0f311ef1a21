import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/**
 * A QR code, black on white in every theme, because scanners want it so.
 *
 * @param dense as few and as large squares as the text allows, for a display that nothing covers
 */
export function QrCode({ text, label, dense = false }: { text: string; label: string; dense?: boolean }) {
  const { size, path } = useMemo(() => drawn(text, dense), [text, dense]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges" data-testid="qr" data-text={text}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string, dense: boolean): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: dense ? 'L' : 'M', border: 4 });
  return { size, path: data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('') };
}
