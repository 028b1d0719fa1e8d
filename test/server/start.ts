import { Hono } from 'hono';
import { createAccounts } from './demo/accounts.ts';
import { buildState } from './demo/build.ts';
import { companyPlan } from './demo/company/company.ts';
import { createV4Dialect } from './demo/dialect-v4.ts';
import { createPeople, type Person } from './demo/people.ts';
import { hasItemKeys } from './demo/version.ts';
import { listen } from './http/listener.ts';
import type { ServerOptions } from './options.ts';
import { createSite } from './site/site.ts';
import { createVisits } from './site/visits.ts';
import { createRandom } from './state/random.ts';
import { createSessions } from './state/session.ts';
import { createV4App } from './v4/app.ts';

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** Starts the Passwork-compatible server with its demo company, and the demo login site. */
export async function startServer(options: ServerOptions = {}) {
  const {
    port = 0,
    sitePort = port === 0 ? 0 : port + 1,
    encrypted = true,
    items = 0,
    seed = 'norrsund',
    version = { version: '6.4.2', legacySupport: false },
    iterations = 300_000,
    tokenTtl = 600,
    refreshTtl = 604_800,
    now = Date.now,
  } = options;
  const accounts = createAccounts(seed);
  const visits = createVisits(accounts, createRandom(`${seed} visits`));
  const site = await listen(createSite(visits).fetch, sitePort);
  const siteUrl = `http://intranet.localhost:${site.port}`;

  const people = createPeople({ seed, encrypted, iterations });
  const versionText = typeof version === 'string' ? version : version.version;
  const legacySupport = typeof version === 'object' && version.legacySupport;
  const itemKeys = hasItemKeys(versionText);
  const dialect = createV4Dialect({ seed, people, encrypted, itemKeys, legacySupport });
  const plan = companyPlan(siteUrl, accounts);
  const state = buildState({ seed, plan, people, encrypted, items, dialect });
  const random = createRandom(`${seed} runtime`);
  const canRefresh = true;
  const sessions = createSessions({
    random,
    now,
    ttlSeconds: tokenTtl,
    refreshTtlSeconds: refreshTtl,
    canRefresh,
  });
  const app = new Hono();
  let url = '';
  const urlRule = { subdomains: true, port: false };
  app.route(
    '/api/v4',
    createV4App({ state, sessions, version, urlRule, publicUrl: () => url, now, random }),
  );
  const api = await listen((request, env) => app.fetch(request, env), port);
  url = `http://127.0.0.1:${api.port}`;

  const credentials = ({ apiKey, masterPassword }: Person) => ({
    host: url,
    apiKey,
    masterPassword,
  });
  return {
    url,
    v4: credentials(people.main),
    /** A colleague with a private vault of his own. */
    second: credentials(people.second),
    /** Sees one vault without any right in it, and another to read only. */
    guest: credentials(people.guest),
    site: { url: siteUrl, loginUrl: `${siteUrl}/login`, accounts },
    state,
    async close() {
      await Promise.all([api.goDown(), site.goDown()]);
    },
  };
}
