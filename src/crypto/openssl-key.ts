/**
 * Key derivation of `openssl enc` with MD5 and one round (section 3.1 of the protocol notes). Weak by
 * design of the protocol: what protects a text is that its passphrase is a long random one.
 */
import { md5 } from '@noble/hashes/legacy.js';
import { type Bytes, joinBytes, wipe } from './bytes.ts';
import { encodeUtf8 } from './utf8.ts';

const digestLength = 16;
export const saltLength = 8;

/** 32 bytes of key followed by 16 bytes of IV, from a passphrase and 8 bytes of salt. Secret: the caller wipes it. */
export function deriveKeyAndIv(passphrase: string, salt: Uint8Array): Bytes {
  const derived = new Uint8Array(3 * digestLength);
  const secret = encodeUtf8(passphrase);
  // Each digest is over the one before it, the passphrase and the salt; the first has none before it.
  const input = joinBytes(derived.subarray(0, digestLength), secret, salt);
  for (let offset = 0; offset < derived.length; offset += digestLength) {
    const digest = md5(offset === 0 ? input.subarray(digestLength) : input);
    derived.set(digest, offset);
    input.set(digest);
    wipe(digest);
  }
  wipe(secret, input);
  return derived;
}
