import type { MiddlewareHandler } from 'hono';
import { createFinder } from '../state/find.ts';
import { failure } from './answer.ts';
import type { V4Env } from './env.ts';
import { createView } from './view.ts';

/** Asks for a session, and no more: for calls that come before the master key exists. */
export const withToken: MiddlewareHandler<V4Env> = async (c, next) => {
  const { sessions, state } = c.var.server;
  const session = sessions.find(c.req.header('Passwork-Auth') ?? '');
  const user = session && state.users.get(session.userId);
  if (!user) throw failure.sessionExpired();
  c.set('user', user);
  c.set('state', state);
  c.set('view', createView(state, user));
  c.set('find', createFinder(state, user));
  await next();
};

/** Asks for the proof of the master key as well, where the server has client-side encryption. */
export const withMasterHash: MiddlewareHandler<V4Env> = async (c, next) => {
  const { masterHash } = c.var.user;
  if (masterHash !== null && c.req.header('Passwork-MasterHash') !== masterHash) {
    throw failure.wrongMasterHash();
  }
  await next();
};
