import { AppError } from '../../model/error.ts';
import { type Connection, toError, toPath, type Verdict } from '../http/call.ts';
import { get, type JsonRecord, readRecord, readSeconds, readToken } from '../json.ts';
import type { Tokens } from '../passwork.ts';
import { readAnswer, toHeaders } from './dialect.ts';

/**
 * New tokens for the old ones, which are dead afterwards (section 2b.2 of the protocol notes): the pair
 * together or, from 7.6 on, each by itself for a token that came without its pair.
 * Throws `session-expired` where the server refuses, and only then; `second-factor-needed`.
 */
export async function refresh(connection: Connection, old: Tokens): Promise<Tokens> {
  const { token, refreshToken } = old;
  if (refreshToken !== '') {
    const pair = await post(connection, { path: 'refresh', bearer: token, body: { refreshToken } });
    if (pair !== null) return readTokens(pair, old);
  }
  const access = await post(connection, {
    path: 'refresh-access-token',
    bearer: '',
    body: { accessToken: token },
  });
  if (access === null) throw refused();
  const renewed = readTokens(access, old);
  return refreshToken === '' ? renewed : keepRefreshToken(connection, renewed);
}

/** The access token is good whatever becomes of the other one, which lives longer. */
async function keepRefreshToken(connection: Connection, tokens: Tokens): Promise<Tokens> {
  const { refreshToken } = tokens;
  const body = { refreshToken };
  try {
    const answer = await post(connection, { path: 'refresh-refresh-token', bearer: '', body });
    return answer === null
      ? tokens
      : { ...tokens, refreshToken: readToken(answer, 'refreshToken') };
  } catch {
    return tokens;
  }
}

type Renewal = { readonly path: string; readonly bearer: string; readonly body: unknown };

/** The answer, or null where the server does not know this call. */
async function post(
  connection: Connection,
  { path, bearer, body }: Renewal,
): Promise<JsonRecord | null> {
  const url = connection.base + toPath(['sessions', path]);
  const request = { method: 'POST', url, headers: toHeaders(bearer, ''), body } as const;
  const result = await connection.exchange(request, [connection.signal]);
  if (result.kind === 'failure') throw toError(result, false);
  const verdict = readAnswer(result);
  if (verdict.kind === 'data') return readRecord(verdict.data, 'tokens');
  if (result.status === 404) return null;
  throw toRefusal(verdict, result.status, result.retryAfter);
}

function toRefusal(
  verdict: Exclude<Verdict, { kind: 'data' }>,
  status: number,
  retryAfter: number | undefined,
): AppError {
  if (verdict.kind === 'expired') return refused();
  const busy = status >= 500 || status === 429;
  if (verdict.spoken && !busy && verdict.code !== 'second-factor-needed') return refused();
  return toError({ ...verdict, retryAfter }, false);
}

function refused(): AppError {
  return new AppError('session-expired', 'the server does not renew the session');
}

/** What the answer does not name stays as it was. */
function readTokens(data: JsonRecord, old: Tokens): Tokens {
  return {
    token: readToken(data, 'accessToken'),
    refreshToken: get(data, 'refreshToken') ? readToken(data, 'refreshToken') : old.refreshToken,
    expiresAt: readSeconds(data, 'accessTokenExpiredAt'),
  };
}
