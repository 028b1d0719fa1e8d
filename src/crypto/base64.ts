/** Standard base64 (RFC 4648, `+` and `/`), on bytes: faster on megabytes than `atob` and a loop. */
import type { Bytes } from './bytes.ts';
import { fromAscii, toAscii } from './utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = 0x3d; // =

const symbols = toAscii(alphabet);

/** In the table of values: white space, which is skipped, and everything that is an error. */
const space = 0xfe;
const unknown = 0xff;
const values = new Uint8Array(256).fill(unknown);
for (const character of ' \t\r\n') values[character.charCodeAt(0)] = space;
symbols.forEach((symbol, value) => {
  values[symbol] = value;
});

/** Bytes to padded base64 as ASCII. */
export function encodeBase64Ascii(bytes: Uint8Array): Bytes {
  const output = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  const whole = bytes.length - (bytes.length % 3);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    output[end++] = symbols[group >>> 18] ?? 0;
    output[end++] = symbols[(group >>> 12) & 63] ?? 0;
    output[end++] = symbols[(group >>> 6) & 63] ?? 0;
    output[end++] = symbols[group & 63] ?? 0;
  }
  if (bytes.length > whole) output[end - 1] = padding;
  if (bytes.length === whole + 1) output[end - 2] = padding;
  return output;
}

/**
 * Base64 as ASCII to bytes; null where it is none. White space inside and missing padding are accepted,
 * as other clients write both; anything else outside the alphabet, padding in the middle and a
 * single left-over character are not. Left-over bits are dropped whatever their value.
 */
export function decodeBase64Ascii(ascii: Uint8Array): Bytes | null {
  const packed = new Uint8Array(ascii.length);
  let count = 0;
  let at = 0;
  for (; at < ascii.length; at++) {
    const value = values[ascii[at] ?? 0] ?? unknown;
    packed[count] = value;
    if (value < 64) count++;
    else if (value === unknown) break;
  }
  if (count % 4 === 1 || !isPadding(ascii.subarray(at), count)) return null;
  const output = new Uint8Array(Math.floor((count * 3) / 4));
  let end = 0;
  for (let from = 0; from < count; from += 4) {
    const group =
      ((packed[from] ?? 0) << 18) |
      ((packed[from + 1] ?? 0) << 12) |
      ((packed[from + 2] ?? 0) << 6) |
      (packed[from + 3] ?? 0);
    output[end++] = group >>> 16;
    output[end++] = group >>> 8;
    output[end++] = group;
  }
  packed.fill(0);
  return output;
}

/** What follows the last symbol: nothing, or the signs that fill the last group of four. */
function isPadding(rest: Uint8Array, count: number): boolean {
  const signs = rest.filter((character) => values[character] !== space);
  return (
    signs.length === 0 ||
    (signs.every((sign) => sign === padding) && signs.length === (4 - (count % 4)) % 4)
  );
}

/** Bytes to padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  return fromAscii(encodeBase64Ascii(bytes));
}

/** Base64 to bytes, null where it is none; as tolerant as `decodeBase64Ascii`. */
export function decodeBase64(text: string): Bytes | null {
  return decodeBase64Ascii(toAscii(text));
}
