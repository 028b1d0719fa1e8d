/** Reads a QR code from a picture. Loaded only when one is to be read. */
import decodeQR from 'qr/decode.js';

/** Pixels along the longer side; a code that is smaller in it cannot be read from a screen either. */
const longestSide = 4096;
/** Milliseconds of trying hard, after the first look. */
const patience = 1500;

/** The text of the code in a picture at this address (`data:` or `blob:`); null where there is none. */
export async function readQr(address: string): Promise<string | null> {
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const { naturalWidth, naturalHeight } = picture;
  // Larger and smaller as well: drawn codes are found best when their dots are several pixels wide.
  for (const scale of [1, 2, 0.5]) {
    const width = Math.round(naturalWidth * scale);
    const height = Math.round(naturalHeight * scale);
    if (width < 1 || height < 1 || Math.max(width, height) > longestSide) continue;
    const text = readAt(picture, { width, height });
    if (text !== null) return text;
  }
  return null;
}

function readAt(
  picture: HTMLImageElement,
  { width, height }: { width: number; height: number },
): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  // A picture with holes is read as on paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  try {
    return decodeQR({ width, height, data }, { timeLimit: patience });
  } catch {
    // It throws where it finds none.
    return null;
  }
}
