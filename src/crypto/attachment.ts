/** Files that hang on an item (section 3.8): content and hash as the official clients write them. */
import { AppError } from '../model/error.ts';
import { decodeBase64InPlace, encodeBase64, encodeBase64Ascii } from './base64.ts';
import { type Bytes, wipe } from './bytes.ts';
import { sha256Hex } from './hash.ts';
import { decryptBytes, encryptBytes } from './text-cipher.ts';
import { toAscii } from './utf8.ts';

/** The largest file that a client may send, in bytes. */
export const maxAttachmentBytes = 5 * 1024 * 1024;

/** The `encryptedKey` of every attachment where nothing is encrypted: base64 of 32 letters a. */
export const plainAttachmentKey = encodeBase64(toAscii('a'.repeat(32)));

export type SealedAttachment = { readonly encryptedData: string; readonly hash: string };

/**
 * A file as it is sent: base64 of the bytes, encrypted under the attachment's key or, where `key` is null
 * (no client-side encryption), in base64 once more. Throws `too-large` beyond 5 MiB.
 */
export async function encryptAttachment(
  bytes: Uint8Array,
  key: string | null,
): Promise<SealedAttachment> {
  if (bytes.length > maxAttachmentBytes) {
    throw new AppError('too-large', 'attachment is larger than 5 MiB');
  }
  const content = encodeBase64Ascii(bytes);
  try {
    const encryptedData = key === null ? encodeBase64(content) : await encryptBytes(content, key);
    return { encryptedData, hash: await attachmentHash(bytes) };
  } finally {
    wipe(content);
  }
}

/**
 * The bytes of a stored file. Throws `unreadable` where it cannot be decrypted, `damaged-attachment` where
 * content and hash disagree.
 */
export async function decryptAttachment(
  sealed: SealedAttachment,
  key: string | null,
): Promise<Bytes> {
  const content =
    key === null
      ? decodeBase64InPlace(toAscii(sealed.encryptedData))
      : await decryptBytes(sealed.encryptedData, key);
  const bytes = content && (decodeBase64InPlace(content)?.slice() ?? null);
  if (content) wipe(content);
  if (bytes === null) throw new AppError('unreadable', 'the attachment cannot be decrypted');
  if (!(await hashFits(bytes, sealed.hash))) {
    throw new AppError('damaged-attachment', 'content and hash of an attachment disagree');
  }
  return bytes;
}

/**
 * The official hash: SHA-256 hex not of the file, but of the UTF-8 of the text whose characters are its
 * bytes, so that each byte over 127 counts as two.
 */
export function attachmentHash(bytes: Uint8Array): Promise<string> {
  const widened = new Uint8Array(bytes.length * 2);
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    // Without a branch, which random bytes make the processor guess wrong: the first of two bytes is always
    // written, and written over where there is only one.
    const isWide = byte >>> 7;
    widened[end] = 0xc0 | (byte >>> 6);
    end += isWide;
    widened[end++] = byte & ~(isWide << 6);
  }
  const content = widened.subarray(0, end);
  return sha256Hex(content).finally(() => wipe(content));
}

/** Other clients store the plain SHA-256 of the file; the JS connector stores `''` for an empty one. */
async function hashFits(bytes: Bytes, hash: string): Promise<boolean> {
  const wanted = hash.toLowerCase();
  if (bytes.length === 0 && wanted === '') return true;
  return wanted === (await attachmentHash(bytes)) || wanted === (await sha256Hex(bytes));
}
