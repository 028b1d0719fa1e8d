/** enc(text, passphrase) and dec(text, passphrase) of section 3.1 of the protocol notes. */
import { AppError } from '../model/error.ts';
import { armor, unarmor } from './armor.ts';
import { type Bytes, joinBytes, randomBytes, wipe } from './bytes.ts';
import { deriveKeyAndIv, saltLength } from './openssl-key.ts';
import { decodeUtf8, encodeUtf8, toAscii } from './utf8.ts';

const magic = toAscii('Salted__');
const headerLength = magic.length + saltLength;
const blockLength = 16;
const keyLength = 32;

/** How every ciphertext begins: the base32 of the base64 of `Salted__`, as far as the salt leaves it alone. */
const ciphertextStart = 'amt4cwv48xb6pp1h';

/** True for a value that a client encrypted, as opposed to one of a server without client-side encryption. */
export function looksEncrypted(value: string): boolean {
  return value.startsWith(ciphertextStart);
}

/** Encrypts a text under a passphrase, which is always used as text. Throws `invalid-input` for a broken Unicode text. */
export async function encryptText(text: string, passphrase: string): Promise<string> {
  const bytes = encodeUtf8(text);
  try {
    return await encryptBytes(bytes, passphrase);
  } finally {
    wipe(bytes);
  }
}

/**
 * Decrypts what `encryptText` or an official client wrote. Upper case, alias letters and separators in
 * the ciphertext are accepted. Every failure is the same `unreadable`, so that nothing tells a wrong
 * passphrase from a damaged text; an empty ciphertext is one too ("no value" is the caller's to know).
 */
export async function decryptText(ciphertext: string, passphrase: string): Promise<string> {
  const bytes = await decryptBytes(ciphertext, passphrase);
  const text = decodeUtf8(bytes);
  wipe(bytes);
  // A wrong passphrase passes the padding check once in about 256 times; UTF-8 catches most of these.
  if (text === null) throw unreadable();
  return text;
}

/** `encryptText` for bytes, which stay the caller's. The salt is for known-answer tests; leave it out. */
export async function encryptBytes(
  bytes: Bytes,
  passphrase: string,
  salt: Bytes = randomBytes(saltLength),
): Promise<string> {
  const derived = deriveKeyAndIv(passphrase, salt);
  try {
    const key = await importKey(derived, 'encrypt');
    const iv = derived.subarray(keyLength);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, bytes);
    return armor(joinBytes(magic, salt, new Uint8Array(sealed)));
  } finally {
    wipe(derived);
  }
}

/** `decryptText` for bytes: the caller wipes what it gets. */
export async function decryptBytes(ciphertext: string, passphrase: string): Promise<Bytes> {
  const packed = unarmor(ciphertext);
  if (packed === null || !hasWholeBlocks(packed)) throw unreadable();
  try {
    const derived = deriveKeyAndIv(passphrase, packed.subarray(magic.length, headerLength));
    try {
      const key = await importKey(derived, 'decrypt');
      const iv = derived.subarray(keyLength);
      const sealed = packed.subarray(headerLength);
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, sealed));
    } finally {
      wipe(derived);
    }
  } catch {
    throw unreadable();
  }
}

function hasWholeBlocks(packed: Bytes): boolean {
  return (
    packed.length >= headerLength + blockLength &&
    (packed.length - headerLength) % blockLength === 0 &&
    magic.every((byte, at) => packed[at] === byte)
  );
}

function importKey(derived: Bytes, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const raw = derived.subarray(0, keyLength);
  return crypto.subtle.importKey('raw', raw, 'AES-CBC', false, [usage]);
}

function unreadable(): AppError {
  return new AppError('unreadable', 'the text cannot be decrypted');
}
