import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { createFinder } from '../state/find.ts';
import { failure } from './answer.ts';
import type { V7Context, V7Env } from './env.ts';
import { createView } from './view.ts';

/** The access token of a request: a header, or a cookie where a browser is speaking. */
export function tokenOf(c: V7Context): string {
  const [, bearer] = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  const cookie = c.req.header('X-Browser-Mode') === '1' ? getCookie(c, 'accessToken') : undefined;
  return bearer ?? cookie ?? '';
}

/** Asks for a session, and no more: for calls that come before the master key exists. */
export const withToken: MiddlewareHandler<V7Env> = async (c, next) => {
  const { sessions, state, vaultTypes } = c.var.server;
  const token = tokenOf(c);
  const session = sessions.find(token);
  const user = session && state.users.get(session.userId);
  if (!user) {
    throw sessions.isExpired(token) ? failure.tokenExpired() : failure.unauthorized();
  }
  c.set('session', session);
  c.set('user', user);
  c.set('state', state);
  c.set('view', createView(state, user, vaultTypes));
  c.set('find', createFinder(state, user));
  await next();
};

export const withSecondFactor: MiddlewareHandler<V7Env> = async (c, next) => {
  if (c.var.session.pending) throw failure.secondFactorRequired();
  await next();
};

/** Asks for the proof of the master key as well, where the server has client-side encryption. */
export const withMasterKeyHash: MiddlewareHandler<V7Env> = async (c, next) => {
  const { masterHash } = c.var.user;
  if (masterHash !== null && c.req.header('X-Master-Key-Hash') !== masterHash) {
    throw failure.wrongMasterKeyHash();
  }
  await next();
};
