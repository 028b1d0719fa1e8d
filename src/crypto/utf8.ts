import { AppError } from '../model/error.ts';
import type { Bytes } from './bytes.ts';

const encoder = new TextEncoder();
// A leading U+FEFF is part of the text here: without `ignoreBOM` the decoder would swallow it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Text to UTF-8, nothing normalised.
 * Throws `invalid-input` for half a surrogate pair: the encoder would silently put U+FFFD in its place,
 * and what was stored would not be what was typed.
 */
export function encodeUtf8(text: string): Bytes {
  refuseHalfPairs(text);
  return encoder.encode(text);
}

/** `encodeUtf8` into the front of a buffer of `maxUtf8Length`; returns the number of bytes. */
export function encodeUtf8Into(text: string, buffer: Bytes): number {
  refuseHalfPairs(text);
  return encoder.encodeInto(text, buffer).written;
}

/** Bytes that the UTF-8 of a text has at most. */
export function maxUtf8Length(text: string): number {
  return text.length * 3;
}

function refuseHalfPairs(text: string): void {
  if (/\p{Surrogate}/u.test(text)) throw new AppError('invalid-input', 'text is not valid Unicode');
}

/** UTF-8 to text; null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text as found to bytes for a table-driven decoder, in the front of `buffer` where it fits. Nothing is
 * refused: characters beyond ASCII become bytes from 0x80 up, which no table knows.
 */
export function toAscii(text: string, buffer: Bytes = new Uint8Array(text.length)): Bytes {
  // Into a buffer of the right size the encoder writes ten times faster than into one that it makes itself.
  const { read, written } = encoder.encodeInto(text, buffer);
  return read === text.length ? buffer.subarray(0, written) : encoder.encode(text);
}

/** ASCII bytes that we made to text. */
export function fromAscii(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
