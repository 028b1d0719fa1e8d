import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { decodeBase32, encodeBase32 } from './base32.ts';

const magic = Buffer.from('Salted__', 'latin1');

/** OpenSSL's EVP_BytesToKey with MD5 and one round: 32 bytes of key, 16 of initialisation vector. */
function deriveKey(passphrase: string, salt: Uint8Array): { key: Buffer; iv: Buffer } {
  const secret = Buffer.from(passphrase, 'utf8');
  let block = Buffer.alloc(0);
  const blocks: Buffer[] = [];
  for (let round = 0; round < 3; round += 1) {
    block = createHash('md5').update(block).update(secret).update(salt).digest();
    blocks.push(block);
  }
  const bytes = Buffer.concat(blocks);
  return { key: bytes.subarray(0, 32), iv: bytes.subarray(32, 48) };
}

/**
 * enc(text, passphrase) of section 3.1: AES-256-CBC in OpenSSL's salted form, base64, then base32.
 * `salt` is 8 bytes and given by the caller, so that seeded data come out the same every time.
 */
export function encryptText(text: string, passphrase: string, salt: Uint8Array): string {
  const { key, iv } = deriveKey(passphrase, salt);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const body = Buffer.concat([magic, salt, cipher.update(text, 'utf8'), cipher.final()]);
  return encodeBase32(Buffer.from(body.toString('base64'), 'latin1'));
}

/** dec(text, passphrase) of section 3.1. Throws where padding or UTF-8 is wrong. */
export function decryptText(ciphertext: string, passphrase: string): string {
  const packed = Buffer.from(decodeBase32(ciphertext)).toString('latin1');
  const body = Buffer.from(packed, 'base64');
  if (!body.subarray(0, 8).equals(magic)) throw new Error('no salted ciphertext');
  const { key, iv } = deriveKey(passphrase, body.subarray(8, 16));
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  const plain = Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
}
