/**
 * Key derivation of `openssl enc` with MD5 and one round (section 3.1 of the protocol notes). Weak by
 * design of the protocol: what protects a text is that its passphrase is a long random one.
 */

import { md5 } from '@noble/hashes/legacy.js';
import { type Bytes, wipe } from './bytes.ts';
import { encodeUtf8Into, maxUtf8Length } from './utf8.ts';

const digestLength = 16;
export const saltLength = 8;

/** Working space for passphrases of usual length: a new buffer would cost a tenth of a field's decryption. */
const scratch = new Uint8Array(1024);

/**
 * 32 bytes of key followed by 16 bytes of IV, from a passphrase and 8 bytes of salt. Secret: the caller
 * wipes it. Throws `invalid-input` for a passphrase that is no Unicode text.
 */
export function deriveKeyAndIv(passphrase: string, salt: Uint8Array): Bytes {
  const derived = new Uint8Array(3 * digestLength);
  const longest = digestLength + maxUtf8Length(passphrase) + saltLength;
  const room = longest <= scratch.length ? scratch : new Uint8Array(longest);
  // Each digest is over the one before it, the passphrase and the salt; the first has none before it.
  const saltStart = digestLength + encodeUtf8Into(passphrase, room.subarray(digestLength));
  room.set(salt, saltStart);
  const input = room.subarray(0, saltStart + saltLength);
  for (let offset = 0; offset < derived.length; offset += digestLength) {
    const digest = md5(offset === 0 ? input.subarray(digestLength) : input);
    derived.set(digest, offset);
    input.set(digest);
    digest.fill(0);
  }
  wipe(input);
  return derived;
}
