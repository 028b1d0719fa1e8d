/**
 * Our own envelope for a small secret at rest (not of Passwork's protocol): AES-256-GCM under a key that
 * PBKDF2-SHA-256 makes from a passphrase. Version and parameters lie beside the blob as JSON text:
 * `{"version":1,"iterations":600000,"salt":base64,"iv":base64,"data":base64}`.
 */
import { AppError } from '../model/error.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type Bytes, randomBytes, wipe } from './bytes.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

const version = 1;
/** OWASP's figure for PBKDF2-HMAC-SHA-256 (password storage cheat sheet, 2023). */
const iterations = 600_000;
// Read back parameters are bounded: they lie where a damaged or hostile profile could change them.
const maxIterations = 5_000_000;
const saltBytes = 16;
const ivBytes = 12;
const tagBytes = 16;

/** Seals a text under a passphrase, with a new salt and IV each time. */
export async function sealText(text: string, passphrase: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const iv = randomBytes(ivBytes);
  const bytes = encodeUtf8(text);
  try {
    const key = await deriveKey(passphrase, { salt, iterations, usage: 'encrypt' });
    const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes));
    return JSON.stringify({
      version,
      iterations,
      salt: encodeBase64(salt),
      iv: encodeBase64(iv),
      data: encodeBase64(data),
    });
  } finally {
    wipe(bytes);
  }
}

/**
 * Opens what `sealText` made. Throws `wrong-master-password` for another passphrase or a changed blob (the
 * tag cannot tell them apart), `unreadable` for text that is no envelope of ours.
 */
export async function unsealText(sealed: string, passphrase: string): Promise<string> {
  const envelope = parseEnvelope(sealed);
  if (envelope === null) throw new AppError('unreadable', 'not a sealed text');
  const { iv, data } = envelope;
  const key = await deriveKey(passphrase, { ...envelope, usage: 'decrypt' });
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data).then(
    (plain) => new Uint8Array(plain),
    () => {
      throw new AppError('wrong-master-password', 'the passphrase does not open the sealed text');
    },
  );
  const text = decodeUtf8(bytes);
  wipe(bytes);
  if (text === null) throw new AppError('unreadable', 'the sealed bytes are no text');
  return text;
}

type Envelope = {
  readonly iterations: number;
  readonly salt: Bytes;
  readonly iv: Bytes;
  readonly data: Bytes;
};

function parseEnvelope(sealed: string): Envelope | null {
  const fields = parseRecord(sealed);
  const salt = bytesOf(fields?.salt);
  const iv = bytesOf(fields?.iv);
  const data = bytesOf(fields?.data);
  const rounds = fields?.iterations;
  if (fields?.version !== version || salt?.length !== saltBytes || iv?.length !== ivBytes)
    return null;
  if (data === null || data.length < tagBytes) return null;
  if (typeof rounds !== 'number' || !Number.isInteger(rounds)) return null;
  if (rounds < iterations || rounds > maxIterations) return null;
  return { iterations: rounds, salt, iv, data };
}

function parseRecord(text: string): Partial<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function bytesOf(value: unknown): Bytes | null {
  return typeof value === 'string' ? decodeBase64(value) : null;
}

async function deriveKey(
  passphrase: string,
  options: { salt: Bytes; iterations: number; usage: 'encrypt' | 'decrypt' },
): Promise<CryptoKey> {
  const { salt, iterations, usage } = options;
  const secret = encodeUtf8(passphrase);
  try {
    const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
    const parameters = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
    const aes = { name: 'AES-GCM', length: 256 };
    return await crypto.subtle.deriveKey(parameters, base, aes, false, [usage]);
  } finally {
    wipe(secret);
  }
}
