import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { isJsonObject } from '../state/json.ts';
import { alphabets } from '../state/random.ts';
import { refuse } from '../state/refusal.ts';
import { answer } from './answer.ts';
import { withSecondFactor, withToken } from './authorise.ts';
import type { V7Env } from './env.ts';

/** Asked before the master key exists, so without its proof: section 2b.3. */
export function addEarlyUserRoutes(app: Hono<V7Env>): void {
  app.get('/users/info', withToken, (c) => {
    const { user, server, session } = c.var;
    const { id, login, email, name: fullName } = user;
    const isTwoFactorAuthEnabled = server.secondFactor || session.pending;
    return answer(c, { id, login, email, fullName, isTwoFactorAuthEnabled });
  });
  app.get('/users/master-key/options', withToken, withSecondFactor, (c) => {
    return answer(c, { masterKeyOptions: c.var.user.keyOptions ?? null });
  });
}

export function addUserRoutes(app: Hono<V7Env>): void {
  app.get('/users/master-key/new-options', (c) => {
    const salt = c.var.server.random.text(alphabets.salt, 20);
    return answer(c, { salt, iterations: 300_000, bytes: 64, digest: 'sha256' });
  });

  app.get('/users/keys', (c) => {
    const { id, keys } = c.var.user;
    if (keys === undefined) throw refuse.notFound();
    return answer(c, { id, keys });
  });

  app.get('/users/:id/public-key', (c) => {
    const user = c.var.state.users.get(c.req.param('id'));
    if (!user?.keys) throw refuse.notFound();
    return answer(c, { publicKey: user.keys.public });
  });

  app.post('/users', async (c) => {
    const { state } = c.var;
    const body = await readBody(c);
    const login = requireText(body, 'login');
    requireText(body, 'password');
    if (state.encrypted && !isJsonObject(body.keys)) {
      throw refuse.invalid('keys is missing', 'keys');
    }
    const id = state.newId();
    state.users.set(id, {
      id,
      login,
      name: optionalText(body, 'fullName') ?? login,
      email: optionalText(body, 'email') ?? '',
      apiKey: '',
      keys: isJsonObject(body.keys) ? body.keys : undefined,
      keyOptions: optionalText(body, 'masterKeyOptions'),
      masterHash: optionalText(body, 'masterKeyHash'),
      domainKey: null,
      extensionSecret: '',
      favourites: new Set(),
      recent: [],
    });
    return answer(c, { id });
  });

  app.get('/user-roles', (c) => answer(c, { items: [{ id: c.var.state.domainId, name: 'User' }] }));
}
