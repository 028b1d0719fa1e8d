import { Hono } from 'hono';
import { htmlPage } from '../http/tamper.ts';
import { forgetPlaces } from '../state/places.ts';
import { Refusal, refuse } from '../state/refusal.ts';
import { Failure, fail, toFailure } from './answer.ts';
import { withMasterKeyHash, withSecondFactor, withToken } from './authorise.ts';
import { addBatchRoute } from './batch.ts';
import type { V7Env, V7Server } from './env.ts';
import { addFolderRoutes } from './folders.ts';
import { addHistoryRoutes } from './history.ts';
import { addInboxRoutes } from './inbox.ts';
import { addItemWrites } from './item-writes.ts';
import { addItemRoutes } from './items.ts';
import { addLinkRoutes } from './links.ts';
import { addSessionRoutes } from './sessions.ts';
import { addSettingsRoutes } from './settings.ts';
import { addShortcutRoutes } from './shortcuts.ts';
import { addEarlyUserRoutes, addUserRoutes } from './users.ts';
import { addVaultRoutes } from './vaults.ts';
import { addWebLoginRoutes } from './web-login.ts';

/** API v1 of Passwork 7 over one state. Paths begin beneath `/api/v1`. */
export function createV7App(server: V7Server): Hono<V7Env> {
  const app = new Hono<V7Env>();
  app.use(async (c, next) => {
    c.set('server', server);
    await next();
  });
  addSessionRoutes(app);
  addWebLoginRoutes(app);
  addEarlyUserRoutes(app);

  const inside = new Hono<V7Env>();
  inside.use(withToken, withSecondFactor, withMasterKeyHash);
  inside.use(async (c, next) => {
    await next();
    if (c.req.method !== 'GET') forgetPlaces(c.var.state);
  });
  for (const addRoutes of [
    addUserRoutes,
    addSettingsRoutes,
    addVaultRoutes,
    addFolderRoutes,
    addItemRoutes,
    addItemWrites,
    addHistoryRoutes,
    addShortcutRoutes,
    addInboxRoutes,
    addLinkRoutes,
  ]) {
    addRoutes(inside);
  }
  addBatchRoute(inside, app);
  inside.all('*', () => {
    throw refuse.notFound();
  });
  app.route('/', inside);

  app.onError((error, c) => {
    if (error instanceof Failure) return fail(c, error);
    if (error instanceof Refusal) return fail(c, toFailure(error));
    console.error(error);
    return htmlPage(500, 'Internal Server Error');
  });
  return app;
}
