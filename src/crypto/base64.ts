/** Standard base64 (RFC 4648, `+` and `/`) on bytes: faster on megabytes than `atob` and a loop. */
import type { Bytes } from './bytes.ts';
import { fromAscii, toAscii } from './utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = 0x3d; // =

const symbols = toAscii(alphabet);

/** Value of each character; white space and all that is an error are negative. */
const space = -1;
const unknown = -2;
const values = new Int8Array(256).fill(unknown);
for (const character of ' \t\r\n') values[character.charCodeAt(0)] = space;
symbols.forEach((symbol, value) => {
  values[symbol] = value;
});

/** Bytes to padded base64 as ASCII. */
export function encodeBase64Ascii(bytes: Uint8Array): Bytes {
  const output = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    output[end] = symbolOf(group >>> 18);
    output[end + 1] = symbolOf(group >>> 12);
    output[end + 2] = symbolOf(group >>> 6);
    output[end + 3] = symbolOf(group);
    end += 4;
  }
  const leftOver = bytes.length % 3;
  if (leftOver > 0) output[end - 1] = padding;
  if (leftOver === 1) output[end - 2] = padding;
  return output;
}

/**
 * Base64 as ASCII to bytes, in place: the result is the front of `ascii`; null where it is no base64.
 * White space inside and missing padding are accepted, as other clients write both; anything else
 * outside the alphabet, padding in the middle and a single left-over character are not. Left-over bits are
 * dropped whatever their value.
 */
export function decodeBase64InPlace(ascii: Bytes): Bytes | null {
  const view = new DataView(ascii.buffer, ascii.byteOffset, ascii.length);
  let at = 0;
  let end = 0;
  // Whole groups of four symbols, up to the first character that is none. Each write is one byte too long: the
  // next one covers it, and all that it covers has been read before.
  for (; at + 4 <= ascii.length; at += 4) {
    const characters = view.getUint32(at);
    const group =
      (numberOf(characters >>> 24) << 18) |
      (numberOf((characters >>> 16) & 255) << 12) |
      (numberOf((characters >>> 8) & 255) << 6) |
      numberOf(characters & 255);
    if (group < 0) break;
    view.setUint32(end, group << 8);
    end += 3;
  }
  let bits = 0;
  let count = 0;
  for (; at < ascii.length; at++) {
    const value = numberOf(ascii[at] ?? 0);
    if (value === unknown) break;
    if (value === space) continue;
    bits = (bits << 6) | value;
    count++;
    // The first symbol of four completes no byte, each of the others does.
    if (count % 4 !== 1) ascii[end++] = bits >>> (2 * missingIn(count));
  }
  return count % 4 !== 1 && isPadding(ascii.subarray(at), missingIn(count))
    ? ascii.subarray(0, end)
    : null;
}

/** Symbols that fill the last group of four. */
function missingIn(count: number): number {
  return (4 - (count % 4)) % 4;
}

/** What follows the last symbol: nothing, or a sign for each missing one. */
function isPadding(rest: Bytes, missing: number): boolean {
  const signs = rest.filter((character) => values[character] !== space);
  return (
    signs.length === 0 || (signs.length === missing && signs.every((sign) => sign === padding))
  );
}

function numberOf(character: number): number {
  return values[character] ?? unknown;
}

function symbolOf(bits: number): number {
  return symbols[bits & 63] ?? 0;
}

/** Bytes to padded base64. */
export function encodeBase64(bytes: Uint8Array): string {
  return fromAscii(encodeBase64Ascii(bytes));
}

/** Base64 to bytes, null where it is none; as tolerant as `decodeBase64InPlace`. */
export function decodeBase64(text: string): Bytes | null {
  return decodeBase64InPlace(toAscii(text))?.slice() ?? null;
}
