import { createAccounts } from './demo/accounts.ts';
import { companyPlan } from './demo/company/company.ts';
import { buildV4Demo } from './demo/demo-v4.ts';
import { createPeople, type Person } from './demo/people.ts';
import type { ServerOptions } from './options.ts';
import { serveSite } from './site/serve.ts';
import { createRandom } from './state/random.ts';
import { serveV4 } from './v4/serve.ts';

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** Starts the Passwork-compatible server with its demo company, and the demo login site. */
export async function startServer(options: ServerOptions = {}) {
  const { port = 0, sitePort = port === 0 ? 0 : port + 1, seed = 'norrsund' } = options;
  const { encrypted = true, items = 0, iterations = 300_000 } = options;
  const { version = { version: '6.4.2', legacySupport: false } } = options;

  const accounts = createAccounts(seed);
  const site = await serveSite({ accounts, seed, port: sitePort });
  const people = createPeople({ seed, encrypted, iterations });
  const plan = companyPlan(site.url, accounts);
  const demo = buildV4Demo({ seed, plan, people, encrypted, items, version });
  const api = await serveV4({
    ...demo,
    version,
    canRefresh: true,
    tokenTtl: options.tokenTtl ?? 600,
    refreshTtl: options.refreshTtl ?? 604_800,
    urlRule: options.urlRule ?? { subdomains: true, port: false },
    random: createRandom(`${seed} runtime`),
    now: options.now ?? Date.now,
    port,
    prefix: options.prefix ?? '',
    latency: options.latency ?? 0,
    faults: options.faults ?? '',
  });

  const { url, control } = api;
  const access = ({ apiKey, masterPassword }: Person) => ({ host: url, apiKey, masterPassword });
  return {
    url,
    v4: access(people.main),
    /** A colleague with a private vault of his own, who shares some of the others. */
    second: access(people.second),
    /** An auditor: one vault to read, one in the list without any right to open it. */
    guest: access(people.guest),
    site: { url: site.url, loginUrl: `${site.url}/login`, accounts },
    state: demo.state,
    control,
    async close(): Promise<void> {
      await Promise.all([api.close(), site.close()]);
    },
  };
}
