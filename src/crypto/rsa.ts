/**
 * RSA as Passwork uses it (sections 3.5 and 3.6): OAEP through WebCrypto, RSAES-PKCS1-v1_5, which WebCrypto
 * lacks, through a library. Which padding was used is found out for each ciphertext.
 */
import { PKCS1_KEM } from 'micro-rsa-dsa-dh/rsa.js';
import { AppError } from '../model/error.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type Bytes, wipe } from './bytes.ts';
import { type ParsedPrivateKey, parsePrivateKey, parsePublicKey } from './pem.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export type RsaPadding = 'OAEP-SHA256' | 'PKCS1v15';

const oaep = { name: 'RSA-OAEP', hash: 'SHA-256' };
/** Bytes that OAEP with SHA-256 adds to a text. */
const oaepOverhead = 66;

/** A private key ready for use. Secret: never leaves the worker, never stored. */
export type RsaPrivateKey = {
  readonly raw: Pick<ParsedPrivateKey, 'n' | 'd'>;
  readonly oaep: CryptoKey;
};

export type RsaPlaintext = { readonly text: string; readonly padding: RsaPadding };

/** Reads a private key from PEM, PKCS#1 or PKCS#8, 1024 to 8192 bits. Throws `unreadable`. */
export async function openPrivateKey(pem: string): Promise<RsaPrivateKey> {
  const parsed = parsePrivateKey(pem);
  if (parsed === null) throw unreadable();
  const { n, d, pkcs8 } = parsed;
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, oaep, false, ['decrypt']);
    return { raw: { n, d }, oaep: key };
  } catch {
    throw unreadable();
  } finally {
    wipe(pkcs8);
  }
}

/**
 * Decrypts base64 (line feeds allowed) to a text and tells its padding. OAEP is tried first: it has a
 * checksum, while one in some hundred foreign blocks would pass for v1.5. Throws `unreadable`.
 */
export async function decryptRsa(ciphertext: string, key: RsaPrivateKey): Promise<RsaPlaintext> {
  const block = toBlock(ciphertext, key.raw.n);
  if (block === null) throw unreadable();
  const fromOaep = await openOaep(block, key.oaep);
  const bytes = fromOaep ?? openV15(block, key.raw);
  const text = bytes && decodeUtf8(bytes);
  if (bytes) wipe(bytes);
  if (text === null) throw unreadable();
  return { text, padding: fromOaep ? 'OAEP-SHA256' : 'PKCS1v15' };
}

/**
 * Encrypts a text for the owner of a public key (PEM, SPKI) to base64. A text too long for OAEP goes out
 * with v1.5, as the official client does: 1024 bits hold 62 bytes, less than a vault key.
 * Throws `invalid-input` for a key we cannot use and a text too long for either.
 */
export async function encryptRsa(
  text: string,
  publicKeyPem: string,
  padding: RsaPadding,
): Promise<string> {
  const key = parsePublicKey(publicKeyPem);
  if (key === null) throw new AppError('invalid-input', 'not an RSA public key');
  const bytes = encodeUtf8(text);
  try {
    if (padding === 'OAEP-SHA256' && bytes.length <= blockLength(key.n) - oaepOverhead) {
      const imported = await crypto.subtle.importKey('spki', key.spki, oaep, false, ['encrypt']);
      return encodeBase64(new Uint8Array(await crypto.subtle.encrypt(oaep, imported, bytes)));
    }
    return encodeBase64(PKCS1_KEM.encrypt(key, bytes));
  } catch (cause) {
    throw new AppError('invalid-input', 'text cannot be encrypted with this key', { cause });
  } finally {
    wipe(bytes);
  }
}

async function openOaep(block: Bytes, key: CryptoKey): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(oaep, key, block));
  } catch {
    return null;
  }
}

function openV15(block: Bytes, key: RsaPrivateKey['raw']): Uint8Array | null {
  try {
    return PKCS1_KEM.decrypt(key, block);
  } catch {
    return null;
  }
}

/** The number as a whole block: JSEncrypt leaves out zero bytes at its front. */
function toBlock(ciphertext: string, n: bigint): Bytes | null {
  const bytes = decodeBase64(ciphertext);
  const length = blockLength(n);
  if (bytes === null || bytes.length === 0 || bytes.length > length) return null;
  const block = new Uint8Array(length);
  block.set(bytes, length - bytes.length);
  return block;
}

/** Length of the modulus in bytes. */
function blockLength(n: bigint): number {
  return Math.ceil(n.toString(16).length / 2);
}

function unreadable(): AppError {
  return new AppError('unreadable', 'RSA key or ciphertext cannot be read');
}
