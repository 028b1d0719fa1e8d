/** Values of a server without client-side encryption: base64 of UTF-8 (section 3.7). */
import { AppError } from '../model/error.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type Bytes, wipe } from './bytes.ts';
import { looksEncrypted } from './text-cipher.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** Text to the stored value, as proper UTF-8. Throws `invalid-input` for a broken Unicode text. */
export function encodePlain(text: string): string {
  return encodeBase64(encodeUtf8(text));
}

/**
 * Stored value to text; null and `''` are the empty text. Reads proper UTF-8 and what the official JS
 * connector writes, where a character beyond U+FFFF is two surrogates of three bytes each.
 * Throws `master-password-needed` where a client encrypted the value (such a value is never UTF-8, so no
 * text is mistaken for one), otherwise `unreadable`.
 */
export function decodePlain(value: string | null): string {
  if (value === null) return '';
  if (looksEncrypted(value)) throw new AppError('master-password-needed', 'value is encrypted');
  const bytes = decodeBase64(value);
  if (bytes === null) throw unreadable();
  const text = decodeUtf8(bytes) ?? decodeUtf8(joinSurrogates(bytes));
  wipe(bytes);
  if (text === null) throw unreadable();
  return text;
}

/** Rewrites each pair of three-byte surrogates as the four bytes of UTF-8; all else stays as it is. */
function joinSurrogates(bytes: Bytes): Bytes {
  const joined = new Uint8Array(bytes.length);
  let end = 0;
  for (let at = 0; at < bytes.length; ) {
    const high = surrogateAt(bytes, at);
    const low = surrogateAt(bytes, at + 3);
    if (high >= 0xd800 && high < 0xdc00 && low >= 0xdc00) {
      const point = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
      joined[end++] = 0xf0 | (point >>> 18);
      joined[end++] = 0x80 | ((point >>> 12) & 63);
      joined[end++] = 0x80 | ((point >>> 6) & 63);
      joined[end++] = 0x80 | (point & 63);
      at += 6;
    } else {
      joined[end++] = bytes[at++] ?? 0;
    }
  }
  return joined.subarray(0, end);
}

/** The surrogate (U+D800 to U+DFFF) that stands at `at` in three bytes, 0 for anything else. */
function surrogateAt(bytes: Bytes, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const isSurrogate = first === 0xed && second >= 0xa0 && second < 0xc0 && third >> 6 === 2;
  return isSurrogate ? 0xd000 | ((second & 63) << 6) | (third & 63) : 0;
}

function unreadable(): AppError {
  return new AppError('unreadable', 'the value is not base64 of UTF-8');
}
