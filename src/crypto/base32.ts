/**
 * The base32 of Passwork (section 3.2 of its protocol notes): big-endian, no padding, alphabet without
 * i, l, o and s. It always carries the ASCII of a base64 text here, so both sides are bytes.
 * An attachment is 15 million symbols, hence the loops over whole groups.
 */
import type { Bytes } from './bytes.ts';

const alphabet = '0123456789abcdefghjkmnpqrtuvwxyz';
const aliases = { o: '0', i: '1', l: '1', s: '5' };

const symbols = Uint8Array.from(alphabet, (symbol) => symbol.charCodeAt(0));

/** Value of each character, negative for one that is skipped. */
const values = new Int8Array(256).fill(-1);
for (const symbol of alphabet) setValue(symbol, symbol);
for (const [alias, symbol] of Object.entries(aliases)) setValue(alias, symbol);

function setValue(character: string, symbol: string): void {
  values[character.charCodeAt(0)] = alphabet.indexOf(symbol);
  values[character.toUpperCase().charCodeAt(0)] = alphabet.indexOf(symbol);
}

/** Bytes to base32 as ASCII; the last group is filled up with zero bits. */
export function encodeBase32(bytes: Uint8Array): Bytes {
  const output = new Uint8Array(Math.ceil((bytes.length * 8) / 5));
  let at = 0;
  let end = 0;
  for (; at + 5 <= bytes.length; at += 5) {
    const high =
      (byteAt(bytes, at) << 12) | (byteAt(bytes, at + 1) << 4) | (byteAt(bytes, at + 2) >>> 4);
    const low =
      (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 8) | byteAt(bytes, at + 4);
    writeFour(output, end, high);
    writeFour(output, end + 4, low);
    end += 8;
  }
  let bits = 0;
  let held = 0;
  for (; end < output.length; end++) {
    if (held < 5) {
      bits = (bits << 8) | byteAt(bytes, at++);
      held += 8;
    }
    held -= 5;
    output[end] = symbolOf(bits >>> held);
  }
  return output;
}

/**
 * Base32 as ASCII to bytes, in place: the result is the front of `ascii`. Never fails: either case, the
 * aliases and any separator are accepted, unknown characters are skipped, left-over bits dropped.
 */
export function decodeBase32InPlace(ascii: Bytes): Bytes {
  const view = new DataView(ascii.buffer, ascii.byteOffset, ascii.length);
  let at = 0;
  let end = 0;
  // Whole groups of eight symbols, up to the first character to skip. What is written has been read before.
  for (; at + 8 <= ascii.length; at += 8) {
    const high = fourValues(view.getUint32(at));
    const low = fourValues(view.getUint32(at + 4));
    if ((high | low) < 0) break;
    view.setUint32(end, (high << 12) | (low >>> 8));
    view.setUint8(end + 4, low);
    end += 5;
  }
  let bits = 0;
  let held = 0;
  for (; at < ascii.length; at++) {
    const value = numberOf(byteAt(ascii, at));
    if (value < 0) continue;
    bits = (bits << 5) | value;
    held += 5;
    if (held >= 8) {
      held -= 8;
      ascii[end++] = bits >>> held;
    }
  }
  return ascii.subarray(0, end);
}

/** Twenty bits from four characters, negative where one of them is to be skipped. */
function fourValues(characters: number): number {
  return (
    (numberOf(characters >>> 24) << 15) |
    (numberOf((characters >>> 16) & 255) << 10) |
    (numberOf((characters >>> 8) & 255) << 5) |
    numberOf(characters & 255)
  );
}

function numberOf(character: number): number {
  return values[character] ?? -1;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Four symbols for the lowest twenty bits. */
function writeFour(output: Bytes, end: number, bits: number): void {
  output[end] = symbolOf(bits >>> 15);
  output[end + 1] = symbolOf(bits >>> 10);
  output[end + 2] = symbolOf(bits >>> 5);
  output[end + 3] = symbolOf(bits);
}

function symbolOf(bits: number): number {
  return symbols[bits & 31] ?? 0;
}
