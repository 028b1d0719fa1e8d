/** Draws a QR code. Loaded only when one is to be shown. */
import encodeQR from 'qr';
import { t } from './text.ts';

/** Dots of white around it: without them a camera does not find it. */
const border = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const dots = dotsOf(text);
  if (dots === null) return <p>{t('qrTooLong')}</p>;
  const size = dots.length;
  const path = dots
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

function dotsOf(text: string): boolean[][] | null {
  try {
    return encodeQR(text, 'raw', { border });
  } catch {
    return null;
  }
}
