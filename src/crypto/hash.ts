import { md5 } from '@noble/hashes/legacy.js';
import { type Bytes, toHex } from './bytes.ts';
import { encodeUtf8 } from './utf8.ts';

/** SHA-256 of bytes in lower-case hex. */
export async function sha256Hex(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 of the UTF-8 of a text in lower-case hex. */
export function sha256HexOfText(text: string): Promise<string> {
  return sha256Hex(encodeUtf8(text));
}

/** Hash of a new vault's password (section 2.3), which the server keeps beside `salt`. */
export function vaultPasswordHash(vaultPassword: string, salt: string): Promise<string> {
  return sha256HexOfText(vaultPassword + salt);
}

/**
 * MD5 in lower-case hex as the official JS connector computes it (section 3.3): CRLF counts as LF, and
 * a character beyond U+FFFF as two surrogates of three bytes each. Equal to MD5 of the UTF-8 for all
 * base64 keys; the difference shows where a master password itself is the key.
 */
export function legacyMd5Hex(text: string): string {
  return toHex(md5(encodeSurrogatesApart(text.replaceAll('\r\n', '\n'))));
}

function encodeSurrogatesApart(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >>> 6);
      bytes[end++] = 0x80 | (unit & 63);
    } else {
      bytes[end++] = 0xe0 | (unit >>> 12);
      bytes[end++] = 0x80 | ((unit >>> 6) & 63);
      bytes[end++] = 0x80 | (unit & 63);
    }
  }
  return bytes.slice(0, end);
}
