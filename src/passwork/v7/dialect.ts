import { decodeBase64 } from '../../crypto/base64.ts';
import { decodeUtf8 } from '../../crypto/utf8.ts';
import type { Answer, Dialect, Verdict } from '../http/call.ts';
import { codeOfForeignAnswer, codeOfStatus } from '../http/status.ts';
import { get, isRecord } from '../json.ts';

/** Headers and answers of API v1 of Passwork 7 (section 2b.1 of the protocol notes). */
export function createDialect(proof: string): Dialect {
  return { headers: (token) => toHeaders(token, proof), read: readAnswer };
}

/** `proof` is the hash of the master key, `''` without one: then the header is left out. */
export function toHeaders(token: string, proof: string): Record<string, string> {
  return {
    'X-Response-Format': 'raw',
    ...(token !== '' && { Authorization: `Bearer ${token}` }),
    ...(proof !== '' && { 'X-Master-Key-Hash': proof }),
  };
}

export function readAnswer(answer: Answer): Verdict {
  const { status, empty } = answer;
  const json = unwrap(answer.json);
  const errors = isRecord(json) ? get(json, 'errors') : undefined;
  const wellDone = status >= 200 && status < 300;
  if (wellDone && errors === undefined && (empty || json !== undefined)) {
    return { kind: 'data', data: json ?? null };
  }
  if (json === undefined)
    return { kind: 'refused', code: codeOfForeignAnswer(status), spoken: false };
  if (status === 401) {
    // Any other 401 may be an expired token under a name we do not know: the renewal decides.
    return firstCode(errors) === 'twoFactorAuthRequired'
      ? { kind: 'refused', code: 'second-factor-needed', spoken: true }
      : { kind: 'expired' };
  }
  // Hardly any code of the server is known, so the HTTP status decides.
  return { kind: 'refused', code: codeOfStatus(status), spoken: true };
}

/** Answers come as `{format: "base64", content}` unless asked for raw ones, on some servers always. */
function unwrap(json: unknown): unknown {
  if (!isRecord(json) || get(json, 'format') !== 'base64') return json;
  const content = get(json, 'content');
  const bytes = typeof content === 'string' ? decodeBase64(content) : null;
  const text = bytes && decodeUtf8(bytes);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list may be missing, or hold strings. */
function firstCode(errors: unknown): unknown {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isRecord(first) ? get(first, 'code') : first;
}
