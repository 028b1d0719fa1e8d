import { Hono } from 'hono';
import { htmlPage } from '../http/tamper.ts';
import { forgetPlaces } from '../state/places.ts';
import { Refusal, refuse } from '../state/refusal.ts';
import { Failure, fail, toFailure } from './answer.ts';
import { addAttachmentRoutes } from './attachments.ts';
import { addAuthRoutes } from './auth.ts';
import { withMasterHash, withToken } from './authorise.ts';
import type { V4Env, V4Server } from './env.ts';
import { addFolderRoutes } from './folders.ts';
import { addInboxRoutes } from './inbox.ts';
import { addLinkRoutes } from './links.ts';
import { addPasswordWrites } from './password-writes.ts';
import { addPasswordRoutes } from './passwords.ts';
import { addFolderMoves } from './relocate-folder.ts';
import { addItemMoves } from './relocate-item.ts';
import { addShortcutRoutes } from './shortcuts.ts';
import { addUserRoutes } from './user.ts';
import { addVaultWrites } from './vault-writes.ts';
import { addVaultRoutes } from './vaults.ts';

/** API v4 (Passwork 4 to 6) over one state. Paths begin beneath `/api/v4`. */
export function createV4App(server: V4Server): Hono<V4Env> {
  const app = new Hono<V4Env>();
  app.use(async (c, next) => {
    c.set('server', server);
    await next();
  });
  addAuthRoutes(app);

  const inside = new Hono<V4Env>();
  inside.use(withToken, withMasterHash);
  inside.use(async (c, next) => {
    await next();
    // Searches are the only POST that a listing of everything needs often; they change nothing.
    if (c.req.method !== 'GET' && !/\/search/.test(c.req.path)) forgetPlaces(c.var.state);
  });
  for (const addRoutes of [
    addUserRoutes,
    addVaultRoutes,
    addVaultWrites,
    addFolderRoutes,
    addFolderMoves,
    addPasswordRoutes,
    addPasswordWrites,
    addItemMoves,
    addAttachmentRoutes,
    addLinkRoutes,
    addShortcutRoutes,
    addInboxRoutes,
  ]) {
    addRoutes(inside);
  }
  inside.all('*', () => {
    throw refuse.notFound();
  });
  app.route('/', inside);

  app.onError((error, c) => {
    if (error instanceof Failure) return fail(c, error);
    if (error instanceof Refusal) return fail(c, toFailure(error));
    console.error(error);
    // Section 5: a crash answers with a page, as a PHP server behind a proxy does.
    return htmlPage(500, 'Internal Server Error');
  });
  return app;
}
