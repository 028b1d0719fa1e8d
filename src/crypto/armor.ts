/** The text form of a ciphertext (section 3.1 of the protocol notes): base32 of base64 of its bytes. */
import { decodeBase32InPlace, encodeBase32 } from './base32.ts';
import { decodeBase64InPlace, encodeBase64Ascii } from './base64.ts';
import type { Bytes } from './bytes.ts';
import { fromAscii, toAscii } from './utf8.ts';

// 32 symbols carry 20 characters of base64, that is 15 bytes: a chunk has whole groups of both.
const chunkLength = 512 * 32;
const chunkBytes = 512 * 15;

/** Working space of one chunk. A new buffer costs more than a field's decoding, and megabytes of them more than all. */
const scratch = new Uint8Array(chunkLength);

/** Bytes to text. */
export function armor(bytes: Uint8Array): string {
  return fromAscii(encodeBase32(encodeBase64Ascii(bytes)));
}

/** Text to bytes, null where there is no base64 inside. As tolerant as its two decoders. */
export function unarmor(text: string): Bytes | null {
  if (text.length <= chunkLength) return decode(toAscii(text, scratch))?.slice() ?? null;
  const bytes = new Uint8Array(Math.ceil((text.length * chunkBytes) / chunkLength));
  let end = 0;
  for (let at = 0; at < text.length; at += chunkLength) {
    const chunk = decode(toAscii(text.slice(at, at + chunkLength), scratch));
    const isWhole = chunk?.length === chunkBytes || at + chunkLength >= text.length;
    // Where something was skipped or is wrong, the groups lie across the chunks.
    if (chunk === null || !isWhole) return decode(toAscii(text));
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes.subarray(0, end);
}

function decode(ascii: Bytes): Bytes | null {
  return decodeBase64InPlace(decodeBase32InPlace(ascii));
}
