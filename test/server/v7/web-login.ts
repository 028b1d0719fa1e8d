import type { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { acceptsCode } from '../crypto/one-time-code.ts';
import { readBody, requireText } from '../http/body.ts';
import { alphabets } from '../state/random.ts';
import { answer, failure } from './answer.ts';
import { withToken } from './authorise.ts';
import type { V7Context, V7Env } from './env.ts';
import { refreshPart } from './sessions.ts';

/** Signing in as the web page does: section 2b.2. Programs get their tokens from that page. */
export function addWebLoginRoutes(app: Hono<V7Env>): void {
  const csrfTokens = new Set<string>();
  const newCsrfToken = (c: V7Context) => {
    const csrfToken = c.var.server.random.text(alphabets.letters, 32);
    csrfTokens.add(csrfToken);
    return csrfToken;
  };

  app.post('/csrf-tokens/generate', (c) => answer(c, { csrfToken: newCsrfToken(c) }));

  app.post('/users/login', async (c) => {
    const { accounts, sessions, secondFactor } = c.var.server;
    if (!csrfTokens.delete(c.req.header('X-CSRF-Token') ?? '')) throw failure.unauthorized();
    const body = await readBody(c);
    const login = requireText(body, 'username');
    const password = requireText(body, 'password');
    const account = accounts.find((each) => each.login === login && each.password === password);
    if (!account) throw failure.wrongCredentials();
    const session = sessions.start(account.userId);
    session.pending = secondFactor;
    setCookie(c, 'accessToken', session.token, { httpOnly: true, path: '/' });
    return answer(c, {
      csrfToken: newCsrfToken(c),
      accessTokenExpiredAt: Math.floor(session.expiresAt / 1000),
      ...refreshPart(session),
    });
  });

  app.post('/users/2fa/totp/authorize', withToken, async (c) => {
    const { session, user, server } = c.var;
    const code = requireText(await readBody(c), 'code');
    const account = server.accounts.find(({ userId }) => userId === user.id);
    if (!account || !acceptsCode(account.codeSecret, code, server.now() / 1000)) {
      throw failure.wrongCode();
    }
    session.pending = false;
    return answer(c, {});
  });
}
