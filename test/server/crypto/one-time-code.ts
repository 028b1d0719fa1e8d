import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, any case; throws on a foreign character, because the site chooses its own secrets. */
function decodeSecret(secret: string): Buffer {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of secret.toUpperCase().replace(/[\s=]/g, '')) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new Error('no base32');
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes);
}

/** Code of RFC 6238: SHA-1, 30 seconds, 6 digits. `at` is in unix seconds, `secret` in base32. */
export function oneTimeCode(secret: string, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30)));
  const digest = createHmac('sha1', decodeSecret(secret)).update(counter).digest();
  const offset = (digest[digest.length - 1] ?? 0) & 15;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Accepts the code of the running step and of its neighbours: a person takes seconds to submit. */
export function acceptsCode(secret: string, code: string, at: number): boolean {
  const typed = code.replace(/\s/g, '');
  return [-30, 0, 30].some((drift) => oneTimeCode(secret, at + drift) === typed);
}
