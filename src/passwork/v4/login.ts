import { AppError } from '../../model/error.ts';
import { type Connection, toError, toPath } from '../http/call.ts';
import type { Exchange } from '../http/exchange.ts';
import {
  get,
  isRecord,
  type JsonRecord,
  readRecord,
  readSeconds,
  readText,
  readToken,
} from '../json.ts';
import type { Tokens, User } from '../passwork.ts';
import { readAnswer, toHeaders } from './dialect.ts';

/**
 * Trades the API key for tokens. The master key's proof stays empty here: there is no key yet, and a
 * hash of the bare password would be a gift to a log (B1).
 * Throws `wrong-credential`, `master-password-needed`, `master-password-not-used` and the weather's.
 */
export async function login(
  connection: Connection,
  apiKey: string,
  useMasterPassword: boolean,
): Promise<{ tokens: Tokens; user: User }> {
  if (apiKey === '') throw new AppError('wrong-credential', 'the API key is empty');
  const result = await post(connection, ['auth', 'login', apiKey], { useMasterPassword });
  const data = readRecord(open(result, useMasterPassword), 'login');
  const user = get(data, 'user');
  return { tokens: readTokens(data), user: readUser(isRecord(user) ? user : {}) };
}

function open(result: Exchange, useMasterPassword: boolean): unknown {
  if (result.kind === 'failure') throw toError(result, false);
  const verdict = readAnswer(result);
  if (verdict.kind === 'data') return verdict.data;
  // The path holds nothing but the key, so an unknown path is an unknown key.
  if (verdict.kind === 'expired' || verdict.code === 'not-found') {
    throw new AppError('wrong-credential', 'the API key was refused');
  }
  if (verdict.spoken && result.status === 400) {
    throw new AppError(
      useMasterPassword ? 'master-password-not-used' : 'master-password-needed',
      'the server disagrees about client-side encryption',
    );
  }
  throw toError({ ...verdict, retryAfter: result.retryAfter }, false);
}

/**
 * A new pair of tokens for the old one, which is dead afterwards. Throws `session-expired` where the
 * server refuses, and only then: a broken line says nothing about the session.
 */
export async function refresh(connection: Connection, old: Tokens): Promise<Tokens> {
  // Servers before 5 give no refresh token; their sessions end and that is that.
  if (old.refreshToken === '') throw refused();
  const result = await post(connection, ['auth', 'refreshToken', old.token, old.refreshToken]);
  if (result.kind === 'failure') throw toError(result, false);
  const verdict = readAnswer(result);
  if (verdict.kind === 'data') return readTokens(readRecord(verdict.data, 'tokens'));
  if (verdict.kind === 'expired') throw refused();
  const busy = result.status >= 500 || result.status === 429;
  if (verdict.spoken && !busy) throw refused();
  throw toError({ ...verdict, retryAfter: result.retryAfter }, false);
}

function refused(): AppError {
  return new AppError('session-expired', 'the server does not renew the session');
}

function post(connection: Connection, path: readonly string[], body?: unknown): Promise<Exchange> {
  const url = connection.base + toPath(path);
  return connection.exchange({ method: 'POST', url, headers: toHeaders('', ''), body }, [
    connection.signal,
  ]);
}

function readTokens(data: JsonRecord): Tokens {
  return {
    token: readToken(data, 'token'),
    refreshToken: readText(data, 'refreshToken') === '' ? '' : readToken(data, 'refreshToken'),
    expiresAt: readSeconds(data, 'tokenExpiredAt'),
  };
}

export function readUser(data: JsonRecord): User {
  return { name: readText(data, 'name'), email: readText(data, 'email') };
}
