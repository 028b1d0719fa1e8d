import type { Hono } from 'hono';
import { readBody, requireText } from '../http/body.ts';
import type { Session } from '../state/session.ts';
import { answer, failure } from './answer.ts';
import { tokenOf } from './authorise.ts';
import type { V7Env } from './env.ts';

/** Renewing tokens: section 2b.2. An old pair is dead at once. */
export function addSessionRoutes(app: Hono<V7Env>): void {
  app.post('/sessions/refresh', async (c) => {
    const refreshToken = requireText(await readBody(c), 'refreshToken');
    const session = c.var.server.sessions.refresh(tokenOf(c), refreshToken);
    if (!session) throw failure.refreshRefused();
    return answer(c, { ...accessPart(session), ...refreshPart(session) });
  });

  app.post('/sessions/refresh-access-token', async (c) => {
    const accessToken = requireText(await readBody(c), 'accessToken');
    const session = c.var.server.sessions.refreshAccess(accessToken);
    if (!session) throw failure.refreshRefused();
    return answer(c, accessPart(session));
  });

  app.post('/sessions/refresh-refresh-token', async (c) => {
    const refreshToken = requireText(await readBody(c), 'refreshToken');
    const session = c.var.server.sessions.refreshRefresh(refreshToken);
    if (!session) throw failure.refreshRefused();
    return answer(c, refreshPart(session));
  });
}

function accessPart({ token, expiresAt }: Session) {
  return { accessToken: token, accessTokenExpiredAt: Math.floor(expiresAt / 1000) };
}

export function refreshPart({ refreshToken, refreshExpiresAt }: Session) {
  return { refreshToken, refreshTokenExpiredAt: Math.floor(refreshExpiresAt / 1000) };
}
