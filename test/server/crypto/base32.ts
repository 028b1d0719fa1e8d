/** Passwork's own base32: no i, l, o, s (section 3.2 of the protocol notes). */
const alphabet = '0123456789abcdefghjkmnpqrtuvwxyz';

const values = new Map<string, number>([...alphabet].map((letter, value) => [letter, value]));
for (const [alias, letter] of [
  ['o', '0'],
  ['i', '1'],
  ['l', '1'],
  ['s', '5'],
] as const) {
  values.set(alias, alphabet.indexOf(letter));
}

/** Bytes as text of the alphabet, without padding; the last group is filled with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet[(buffer << (5 - bits)) & 31] : out;
}

/** Text to bytes: any case, foreign characters skipped, left-over bits dropped. */
export function decodeBase32(text: string): Uint8Array {
  const out: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of text.toLowerCase()) {
    const value = values.get(letter);
    if (value === undefined) continue;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(out);
}
