/** One-time codes from a field's value (RFC 6238; section 3.8 of the protocol notes). */
import { type Bytes, wipe } from './bytes.ts';

export type OneTimeCode = {
  /** 6 to 8 digits, zeros in front kept. */
  readonly code: string;
  /** Seconds for which each code is valid. */
  readonly period: number;
  /** Unix seconds at which the next code takes over. */
  readonly expiresAt: number;
};

type Parameters = {
  readonly secret: string;
  readonly algorithm: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly digits: number;
  readonly period: number;
};

const maxValueLength = 4096;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const algorithms: Readonly<Record<string, Parameters['algorithm']>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};

/**
 * The code at `at` (unix seconds) of a base32 secret or an `otpauth://totp/` URL. Null where the value
 * gives no code: real data has such fields, and an item is never lost for one. Never throws.
 */
export async function oneTimeCode(value: string, at: number): Promise<OneTimeCode | null> {
  if (!Number.isFinite(at) || at < 0 || value === '' || value.length > maxValueLength) return null;
  const parameters = value.includes(':') ? parseUrl(value) : withDefaults(value);
  const secret = parameters && decodeSecret(parameters.secret);
  if (!parameters || !secret) return null;
  const { algorithm, digits, period } = parameters;
  const step = Math.floor(at / period);
  const code = await computeCode({ secret, algorithm, digits, step }).finally(() => wipe(secret));
  return { code, period, expiresAt: (step + 1) * period };
}

/** What Passwork 4 to 6 accepts when a one-time-code field is saved: base32 in groups of eight. */
export function isSavableSecret(value: string): boolean {
  return /^(?:[A-Za-z2-7=]{8})+$/.test(value);
}

function withDefaults(secret: string): Parameters {
  return { secret, algorithm: 'SHA-1', digits: 6, period: 30 };
}

/** Not with `URL`: engines disagree on the host of a scheme they do not know. */
function parseUrl(value: string): Parameters | null {
  const query = /^otpauth:\/\/totp(?:\/[^?#]*)?\?([^#]*)/i.exec(value)?.[1];
  if (query === undefined) return null;
  const parameters = new URLSearchParams(query);
  const secret = parameters.get('secret') ?? '';
  const algorithmName = (parameters.get('algorithm') ?? 'SHA1').toUpperCase();
  const algorithm = Object.hasOwn(algorithms, algorithmName) && algorithms[algorithmName];
  const digits = parseBetween(parameters.get('digits') ?? '6', 6, 8);
  const period = parseBetween(parameters.get('period') ?? '30', 5, 300);
  if (secret === '' || !algorithm || digits === null || period === null) return null;
  return { secret, algorithm, digits, period };
}

function parseBetween(text: string, least: number, most: number): number | null {
  const number = /^[0-9]{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/**
 * RFC 4648 base32 in either case; `=` is ignored wherever it stands and left-over bits are dropped, as
 * the official clients do. Null for any other character. Never empty: HMAC fills a key up with
 * zeros, so one zero byte is the same key as none, which WebCrypto would refuse.
 */
function decodeSecret(text: string): Bytes | null {
  const symbols = text.toUpperCase().replaceAll('=', '');
  const secret = new Uint8Array(Math.max(1, Math.floor((symbols.length * 5) / 8)));
  let bits = 0;
  let held = 0;
  let end = 0;
  for (const symbol of symbols) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return null;
    bits = (bits << 5) | value;
    held += 5;
    if (held >= 8) {
      held -= 8;
      secret[end++] = bits >>> held;
    }
  }
  return secret;
}

async function computeCode(options: {
  readonly secret: Bytes;
  readonly algorithm: Parameters['algorithm'];
  readonly digits: number;
  readonly step: number;
}): Promise<string> {
  const { secret, algorithm, digits, step } = options;
  const hmac = { name: 'HMAC', hash: algorithm };
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  const offset = mac.getUint8(mac.byteLength - 1) & 15;
  const number = mac.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}
