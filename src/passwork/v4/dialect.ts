import type { ErrorCode } from '../../model/error.ts';
import type { Answer, Dialect, Verdict } from '../http/call.ts';
import { codeOfForeignAnswer, codeOfStatus } from '../http/status.ts';
import { get, isRecord } from '../json.ts';

/** Headers and envelope of API v4: `{status, code?, data}` (section 2.1 of the protocol notes). */
export function createDialect(proof: string): Dialect {
  return { headers: (token) => toHeaders(token, proof), read: readAnswer };
}

/** `proof` is the hash of the master key: `''` until there is one, and without encryption (B1). */
export function toHeaders(token: string, proof: string): Record<string, string> {
  return { 'Passwork-Auth': token, 'Passwork-MasterHash': proof, 'Passwork-Lang': 'en' };
}

export function readAnswer(answer: Answer): Verdict {
  const { status, json } = answer;
  if (!isRecord(json)) return { kind: 'refused', code: codeOfForeignAnswer(status), spoken: false };
  const wellDone = status >= 200 && status < 300;
  if (wellDone && get(json, 'status') === 'success') {
    return { kind: 'data', data: get(json, 'data') ?? null };
  }
  const failed = get(json, 'status') === 'failed';
  if (!failed && wellDone) return { kind: 'refused', code: 'bad-server-answer', spoken: false };
  const code = get(json, 'code');
  if (status === 401 || code === 'apiSessionExpired') return { kind: 'expired' };
  return { kind: 'refused', code: toCode(status, code), spoken: failed || status < 500 };
}

/** The server's own codes are known for three cases only, so the HTTP status decides the rest. */
function toCode(status: number, code: unknown): ErrorCode {
  if (code === 'accessDenied' || status === 403) return 'denied';
  return code === 'passwordNull' ? 'not-found' : codeOfStatus(status);
}
