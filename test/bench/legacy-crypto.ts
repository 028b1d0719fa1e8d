/**
 * What the official JS connector does with each value, over the same package (crypto-js): its base32 to
 * text, character by character, then AES with the passphrase, then UTF-8. Runs on Node and in a browser.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import CryptoJS from 'crypto-js';

const values: Record<string, number> = { o: 0, i: 1, l: 1, s: 5 };
[...'0123456789abcdefghjkmnpqrtuvwxyz'].forEach((symbol, value) => {
  values[symbol] = value;
});

export function legacyDecrypt(ciphertext: string, passphrase: string): string {
  const base64 = decodeBase32(ciphertext);
  return CryptoJS.AES.decrypt(base64, passphrase).toString(CryptoJS.enc.Utf8);
}

/**
 * The connector decodes a file to a text whose characters are its bytes, checks the hash of that text and
 * then collects the bytes. It hashes with js-sha256; the library here is no slower.
 */
export function legacyDecryptFile(
  file: { readonly encryptedData: string; readonly hash: string },
  key: string,
): Uint8Array {
  const characters = atob(legacyDecrypt(file.encryptedData, key));
  if (bytesToHex(sha256(new TextEncoder().encode(characters))) !== file.hash) {
    throw new Error('hashes are not equal');
  }
  const numbers = new Array<number>(characters.length);
  for (let at = 0; at < characters.length; at++) numbers[at] = characters.charCodeAt(at);
  return Uint8Array.from(numbers);
}

function decodeBase32(text: string): string {
  let decoded = '';
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charAt(at).toLowerCase()];
    if (value === undefined) continue;
    bits = ((bits << 5) | value) & 0xfff;
    held += 5;
    if (held >= 8) {
      held -= 8;
      decoded += String.fromCharCode((bits >> held) & 0xff);
    }
  }
  return decoded;
}

/** Master key for options of the form `pbkdf:{digest}:{iterations}:{bytes}:{salt}`, in base64. */
export type LegacyDerivation = (password: string, mkOptions: string) => Promise<string>;

/** In a browser the connector's `pbkdf2` package hands over to WebCrypto in just this way. */
export async function legacyDeriveInBrowser(password: string, mkOptions: string): Promise<string> {
  const [, digest = '', iterations, bytes, salt] = mkOptions.split(':');
  const encoder = new TextEncoder();
  const raw = encoder.encode(password);
  const key = await crypto.subtle.importKey('raw', raw, { name: 'PBKDF2' }, false, ['deriveBits']);
  const parameters = {
    name: 'PBKDF2',
    salt: encoder.encode(salt),
    iterations: Number(iterations),
    hash: { name: digest.replace('sha', 'SHA-') },
  };
  const derived = await crypto.subtle.deriveBits(parameters, key, Number(bytes) * 8);
  return btoa(String.fromCharCode(...new Uint8Array(derived)));
}
