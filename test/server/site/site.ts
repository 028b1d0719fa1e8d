import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SiteAccount } from '../demo/accounts.ts';
import { addGuardedPages } from './guarded.ts';
import { addPlainPages } from './plain.ts';
import { addScriptedPages } from './scripted.ts';
import { addTrialPages } from './trial.ts';
import type { Visit, Visits } from './visits.ts';

export type SiteEnv = {
  Bindings: HttpBindings;
  Variables: { visits: Visits; visit: Visit | undefined };
};

/** The demo login site. It checks what is typed: a page that only looks filled in gets nowhere. */
export function createSite(visits: Visits, accounts: readonly SiteAccount[]): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(async (c, next) => {
    c.set('visits', visits);
    c.set('visit', visits.find(getCookie(c, 'visit') ?? ''));
    await next();
  });
  app.get('/', (c) => c.redirect('/login', 302));
  addPlainPages(app);
  addScriptedPages(app);
  addTrialPages(app);
  addGuardedPages(app, accounts);
  return app;
}
