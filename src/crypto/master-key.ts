/** From the master password to the key of the hierarchy and its proof (section 3.3). */
import { AppError } from '../model/error.ts';
import { encodeBase64 } from './base64.ts';
import { wipe } from './bytes.ts';
import { legacyMd5Hex, sha256HexOfText } from './hash.ts';
import { encodeUtf8 } from './utf8.ts';

/** What the server asks for; `salt` is used as the text it is. */
export type KeyDerivation = {
  readonly digest: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly iterations: number;
  /** Length of the derived key in bytes. */
  readonly length: number;
  readonly salt: string;
};

/** Bounds on what a server may ask for: PBKDF2 iterations, and the shortest key in bytes. */
export type KeyLimits = {
  readonly minIterations?: number;
  readonly maxIterations?: number;
  readonly minLength?: number;
};

const defaultKeyLimits = {
  minIterations: 100_000,
  maxIterations: 5_000_000,
  minLength: 16,
};

// Work grows with the length too, by one more run for each digest, so it has a fixed ceiling.
const maxLength = 128;
const maxOptionsLength = 1024;

const digests: Readonly<Record<string, KeyDerivation['digest']>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/**
 * Reads `pbkdf:{digest}:{iterations}:{bytes}:{salt}`. Null means "no derivation": no options, or of
 * another type, and then the master password itself is the key. Throws `bad-server-answer` for options
 * of our type that are not exactly as described: a guess could derive a wrong key and encrypt with it.
 */
export function parseKeyDerivation(options: string | null): KeyDerivation | null {
  if (options === null || !options.startsWith('pbkdf:')) return null;
  if (options.length > maxOptionsLength) throw badOptions();
  const [, digestName = '', iterations = '', length = '', salt = '', ...rest] = options.split(':');
  const digest = Object.hasOwn(digests, digestName) ? digests[digestName] : undefined;
  if (digest === undefined || salt === '' || rest.length > 0) throw badOptions();
  return { digest, iterations: parseCount(iterations), length: parseCount(length), salt };
}

/**
 * The master key: base64 text of the derived bytes, or the master password itself where `derivation` is
 * null. Throws `weak-key-derivation` where iterations or length are outside the limits, before any work.
 */
export async function deriveMasterKey(
  masterPassword: string,
  derivation: KeyDerivation | null,
  limits: KeyLimits = {},
): Promise<string> {
  if (derivation === null) return masterPassword;
  const { digest, iterations, length, salt } = derivation;
  const { minIterations, maxIterations, minLength } = { ...defaultKeyLimits, ...limits };
  const inBounds =
    iterations >= minIterations &&
    iterations <= maxIterations &&
    length >= minLength &&
    length <= maxLength;
  if (!inBounds) throw new AppError('weak-key-derivation', 'key derivation outside the limits');
  const secret = encodeUtf8(masterPassword);
  try {
    const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: digest, iterations, salt: encodeUtf8(salt) };
    const derived = new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
    try {
      return encodeBase64(derived);
    } finally {
      wipe(derived);
    }
  } finally {
    wipe(secret);
  }
}

/** Which hash of the master key a server wants to see: MD5 where it says `legacySupport`. */
export type ProofAlgorithm = 'sha256' | 'md5';

/** The header that proves the master key: lower-case hex, `''` where there is no key. */
export async function masterKeyProof(
  masterKey: string,
  algorithm: ProofAlgorithm = 'sha256',
): Promise<string> {
  if (masterKey === '') return '';
  return algorithm === 'md5' ? legacyMd5Hex(masterKey) : sha256HexOfText(masterKey);
}

/** A positive decimal number without sign, point or exponent. */
function parseCount(text: string): number {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) throw badOptions();
  return Number(text);
}

function badOptions(): AppError {
  return new AppError('bad-server-answer', 'key derivation options not understood');
}
