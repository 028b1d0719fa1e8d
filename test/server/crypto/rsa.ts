import {
  checkPrimeSync,
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import type { Random } from '../state/random.ts';

export type RsaKeys = { readonly publicPem: string; readonly privatePem: string };

const exponent = 65537n;

/**
 * A pair of RSA keys that is the same for the same seed: node can generate keys, but not from a
 * given source. `pkcs1` is what Passwork's web client writes, `pkcs8` what the Python one does.
 */
export function makeRsaKeys(random: Random, bits: number, format: 'pkcs1' | 'pkcs8'): RsaKeys {
  const p = findPrime(random, bits / 2);
  const q = findPrime(random, bits / 2);
  const d = invert(exponent, (p - 1n) * (q - 1n));
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: toBase64Url(p * q),
      e: toBase64Url(exponent),
      d: toBase64Url(d),
      p: toBase64Url(p),
      q: toBase64Url(q),
      dp: toBase64Url(d % (p - 1n)),
      dq: toBase64Url(d % (q - 1n)),
      qi: toBase64Url(invert(q, p)),
    },
  });
  return {
    privatePem: String(key.export({ type: format, format: 'pem' })),
    publicPem: String(createPublicKey(key).export({ type: 'spki', format: 'pem' })),
  };
}

/** A prime that fits the exponent. `checkPrimeSync` does not need a random source of its own. */
function findPrime(random: Random, bits: number): bigint {
  for (;;) {
    const bytes = random.bytes(bits / 8);
    // The two highest bits keep the product at its full length, the lowest makes the number odd.
    bytes[0] = (bytes[0] ?? 0) | 0xc0;
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) | 1;
    const candidate = toNumber(bytes);
    if (candidate % exponent !== 1n && checkPrimeSync(candidate)) return candidate;
  }
}

/** Inverse of `value` by extended Euclid. */
function invert(value: bigint, modulus: bigint): bigint {
  let [a, b] = [value % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function toBase64Url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

function modulusLength(key: KeyObject): number {
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}

/**
 * RSAES-PKCS1-v1_5 as base64. The filling comes from `random`, so that seeded data are repeatable.
 * Throws where the text is longer than the key holds.
 */
export function encryptRsa(text: string, publicPem: string, random: Random): string {
  const key = createPublicKey(publicPem);
  const message = Buffer.from(text, 'utf8');
  const filling = modulusLength(key) - message.length - 3;
  if (filling < 8) throw new Error('text too long for the key');
  const padding = random.bytes(filling).map((byte) => byte || 1);
  const block = Buffer.concat([Buffer.from([0, 2]), padding, Buffer.from([0]), message]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block).toString('base64');
}

/**
 * RSAES-OAEP with SHA-256, MGF1 with SHA-256 and no label, as base64: what newer clients of
 * Passwork 7 write. By hand (RFC 8017, 7.1.1) for the same reason: the seed comes from `random`.
 */
export function encryptRsaOaep(text: string, publicPem: string, random: Random): string {
  const key = createPublicKey(publicPem);
  const message = Buffer.from(text, 'utf8');
  const length = modulusLength(key);
  const filling = length - message.length - 2 * 32 - 2;
  if (filling < 0) throw new Error('text too long for the key');
  const noLabel = createHash('sha256').digest();
  const data = Buffer.concat([noLabel, Buffer.alloc(filling), Buffer.from([1]), message]);
  const seed = random.bytes(32);
  const maskedData = xor(data, mask(seed, data.length));
  const maskedSeed = xor(seed, mask(maskedData, seed.length));
  const block = Buffer.concat([Buffer.from([0]), maskedSeed, maskedData]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block).toString('base64');
}

/** MGF1 with SHA-256. */
function mask(seed: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let counter = 0; blocks.length * 32 < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    blocks.push(createHash('sha256').update(seed).update(count).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

function xor(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((byte, index) => byte ^ (right[index] ?? 0));
}

/** Whether a key is long enough to hold a vault's key under OAEP. */
export function holdsOaep(publicPem: string): boolean {
  return modulusLength(createPublicKey(publicPem)) >= 256;
}

/** Reverses `encryptRsaOaep`. */
export function decryptRsaOaep(ciphertext: string, privatePem: string): string {
  const key = createPrivateKey(privatePem);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const bytes = Buffer.from(ciphertext, 'base64');
  return privateDecrypt({ key, padding, oaepHash: 'sha256' }, bytes).toString('utf8');
}

/** Reverses `encryptRsa`. Node refuses v1.5 decryption (CVE-2023-46809), so the block is opened here. */
export function decryptRsa(ciphertext: string, privatePem: string): string {
  const key = createPrivateKey(privatePem);
  const bytes = Buffer.from(ciphertext, 'base64');
  const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('no such padding');
  return block.subarray(end + 1).toString('utf8');
}
