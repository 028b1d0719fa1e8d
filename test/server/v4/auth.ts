import type { Hono } from 'hono';
import { readBody } from '../http/body.ts';
import { refuse } from '../state/refusal.ts';
import type { Session } from '../state/session.ts';
import { failure, succeed } from './answer.ts';
import { withToken } from './authorise.ts';
import type { V4Context, V4Env } from './env.ts';

/** Calls that need no proof of the master key: section 2.2 and the order of a login. */
export function addAuthRoutes(app: Hono<V4Env>): void {
  app.get('/info/version', (c) => succeed(c, c.var.server.version));

  app.post('/auth/login/:apiKey', async (c) => {
    const { state, sessions } = c.var.server;
    const body = await readBody(c);
    const user = [...state.users.values()].find(({ apiKey }) => apiKey === c.req.param('apiKey'));
    if (!user) throw failure.wrongApiKey();
    if (body.useMasterPassword === true && !state.encrypted) throw failure.encryptionDisabled();
    // Some clients send no body; only a plain refusal to use the master password is an error.
    if (body.useMasterPassword === false && state.encrypted) throw failure.masterPasswordRequired();
    return succeed(c, loginData(c, sessions.start(user.id)));
  });

  app.post('/auth/refreshToken/:token/:refreshToken', (c) => {
    const { token, refreshToken } = c.req.param();
    const session = c.var.server.sessions.refresh(token, refreshToken);
    if (!session) throw failure.refreshRefused();
    return succeed(c, loginData(c, session));
  });

  app.post('/auth/logout', withToken, (c) => {
    c.var.server.sessions.end(c.req.header('Passwork-Auth') ?? '');
    return succeed(c, 'loggedOut');
  });

  app.get('/user/get-master-key-options', withToken, (c) => {
    const { keyOptions } = c.var.user;
    if (keyOptions === undefined) throw refuse.notFound();
    return succeed(c, { mkOptions: keyOptions });
  });
}

/** Times twice, as seconds left and as unix seconds; old servers leave out the renewal. */
function loginData(c: V4Context, session: Session): Record<string, unknown> {
  const { state, now } = c.var.server;
  const user = state.users.get(session.userId);
  const left = (until: number) => Math.round((until - now()) / 1000);
  return {
    token: session.token,
    tokenTtl: left(session.expiresAt),
    tokenExpiredAt: Math.floor(session.expiresAt / 1000),
    ...(session.refreshToken === null
      ? {}
      : {
          refreshToken: session.refreshToken,
          refreshTokenTtl: left(session.refreshExpiresAt),
          refreshTokenExpiredAt: Math.floor(session.refreshExpiresAt / 1000),
        }),
    user: { name: user?.name ?? '', email: user?.email ?? '', avatar: '' },
  };
}
