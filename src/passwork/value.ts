import { decodePlain, encodePlain } from '../crypto/base64-mode.ts';
import { decryptText, encryptText } from '../crypto/text-cipher.ts';
import { AppError } from '../model/error.ts';

/**
 * The key of a stored value: text, or null on a server without client-side encryption, where values
 * are base64 only.
 */
export type Key = string | null;

/** A stored value to text; an empty one is the empty text. Throws `unreadable`, `master-password-needed`. */
export async function openValue(value: string, key: Key): Promise<string> {
  if (value === '') return '';
  return key === null ? decodePlain(value) : await decryptText(value, key);
}

/** Text to a stored value. Throws `invalid-input` for broken Unicode. */
export async function sealValue(text: string, key: Key): Promise<string> {
  return key === null ? encodePlain(text) : await encryptText(text, key);
}

/**
 * What `work` gives, or null where something cannot be decrypted: that concerns one value only. Any
 * other failure goes on.
 */
export async function orUnreadable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'unreadable') return null;
    throw thrown;
  }
}
