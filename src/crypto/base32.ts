/**
 * The base32 of Passwork (section 3.2 of its protocol notes): big-endian, no padding, alphabet without
 * i, l, o and s. It always carries the ASCII of a base64 text here, so both sides are bytes.
 */
import type { Bytes } from './bytes.ts';

const alphabet = '0123456789abcdefghjkmnpqrtuvwxyz';
const aliases = { o: '0', i: '1', l: '1', s: '5' };

const symbols = Uint8Array.from(alphabet, (symbol) => symbol.charCodeAt(0));

/** In the table of values: a character that is skipped. */
const skipped = 0xff;
const values = new Uint8Array(256).fill(skipped);
for (const [symbol, standsFor] of [
  ...Array.from(alphabet, (symbol) => [symbol, symbol] as const),
  ...Object.entries(aliases),
]) {
  values[symbol.charCodeAt(0)] = alphabet.indexOf(standsFor);
  values[symbol.toUpperCase().charCodeAt(0)] = alphabet.indexOf(standsFor);
}

/** Bytes to base32 as ASCII; the last group is filled up with zero bits. */
export function encodeBase32(bytes: Uint8Array): Bytes {
  const output = new Uint8Array(Math.ceil((bytes.length * 8) / 5));
  let bits = 0;
  let held = 0;
  let end = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      output[end++] = symbols[(bits >>> held) & 31] ?? 0;
    }
  }
  if (held > 0) output[end] = symbols[(bits << (5 - held)) & 31] ?? 0;
  return output;
}

/**
 * Base32 as ASCII to bytes. Never fails: either case, the aliases and any separator are accepted,
 * every unknown character is skipped, left-over bits are dropped. `ascii` is used as working space.
 */
export function decodeBase32(ascii: Bytes): Bytes {
  const count = replaceByValues(ascii);
  const output = new Uint8Array(Math.floor((count * 5) / 8));
  let bits = 0;
  let held = 0;
  let end = 0;
  for (let at = 0; at < count; at++) {
    bits = (bits << 5) | (ascii[at] ?? 0);
    held += 5;
    if (held >= 8) {
      held -= 8;
      output[end++] = bits >>> held;
    }
  }
  return output;
}

/** Packs the values of all known characters to the front and returns their number. */
function replaceByValues(ascii: Bytes): number {
  let count = 0;
  for (const character of ascii) {
    const value = values[character] ?? skipped;
    ascii[count] = value;
    if (value !== skipped) count++;
  }
  return count;
}
