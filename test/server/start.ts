import { createAccounts, type SiteAccount } from './demo/accounts.ts';
import { companyPlan } from './demo/company/company.ts';
import { buildV4Demo } from './demo/demo-v4.ts';
import { buildV7Demo } from './demo/demo-v7.ts';
import { createPeople, type People, type Person } from './demo/people.ts';
import type { Plan } from './demo/plan.ts';
import type { ServerOptions } from './options.ts';
import { serveSite } from './site/serve.ts';
import { createRandom } from './state/random.ts';
import { serveV4 } from './v4/serve.ts';
import { serveV7 } from './v7/serve.ts';

export type RunningServer = Awaited<ReturnType<typeof startServer>>;
export type RunningV7Server = Awaited<ReturnType<typeof startV7Server>>;

/** Starts a server of API v4 with its demo company, and the demo login site. */
export async function startServer(options: ServerOptions = {}) {
  const demo = await prepare(options);
  return start(demo, () => addV4(demo, options, options.port ?? 0));
}

/** The same company on a server of Passwork 7. */
export async function startV7Server(options: ServerOptions = {}) {
  const demo = await prepare(options);
  return start(demo, () => addV7(demo, options, options.port ?? 0));
}

/** Both side by side, each on a port of its own: a host speaks one generation. */
export async function startBoth(options: ServerOptions = {}) {
  const { port = 0 } = options;
  const demo = await prepare(options);
  return start(demo, async () => {
    const v4 = await addV4(demo, options, port);
    const v7 = await addV7(demo, options, port === 0 ? 0 : port + 2).catch(async (error) => {
      await v4.close();
      throw error;
    });
    const close = async () => {
      await Promise.all([v4.close(), v7.close()]);
    };
    return {
      url: v4.url,
      v4: v4.v4,
      v7: v7.v7,
      controls: { v4: v4.control, v7: v7.control },
      close,
    };
  });
}

type Demo = {
  readonly seed: string;
  readonly encrypted: boolean;
  readonly items: number;
  readonly people: People;
  readonly plan: Plan;
  readonly site: {
    readonly url: string;
    readonly loginUrl: string;
    readonly accounts: readonly [SiteAccount, SiteAccount, SiteAccount];
  };
  readonly closeSite: () => Promise<void>;
};

/** What both generations share. The site comes first: its port is part of the items' addresses. */
async function prepare(options: ServerOptions): Promise<Demo> {
  const { port = 0, sitePort = port === 0 ? 0 : port + 1, seed = 'norrsund' } = options;
  const { encrypted = true, items = 0, iterations = 300_000 } = options;
  const accounts = createAccounts(seed);
  const { url, close } = await serveSite({ accounts, seed, port: sitePort });
  return {
    seed,
    encrypted,
    items,
    people: createPeople({ seed, encrypted, iterations }),
    plan: companyPlan(url, accounts),
    site: { url, loginUrl: `${url}/login`, accounts },
    closeSite: close,
  };
}

/** Adds the site to what `serve` starts; where that fails, nothing is left running. */
async function start<T extends { close(): Promise<void> }>(
  { site, closeSite }: Demo,
  serve: () => Promise<T>,
) {
  const api = await serve().catch(async (error) => {
    await closeSite();
    throw error;
  });
  const close = async (): Promise<void> => {
    await Promise.all([api.close(), closeSite()]);
  };
  return { ...api, site, close };
}

async function addV4(demo: Demo, options: ServerOptions, port: number) {
  const { people } = demo;
  const version = options.version ?? { version: '6.4.2', legacySupport: false };
  const built = buildV4Demo({ ...demo, version });
  const { url, control, close } = await serveV4({
    ...built,
    version,
    canRefresh: true,
    urlRule: options.urlRule ?? { subdomains: true, port: false },
    ...wire(demo, options, port),
  });
  const access = ({ apiKey, masterPassword }: Person) => ({ host: url, apiKey, masterPassword });
  return {
    url,
    v4: access(people.main),
    /** A colleague with a private vault of his own, who shares some of the others. */
    second: access(people.second),
    /** An auditor: one vault to read, one in the list without any right to open it. */
    guest: access(people.guest),
    state: built.state,
    control,
    close,
  };
}

async function addV7(demo: Demo, options: ServerOptions, port: number) {
  const { people } = demo;
  const manyUrls = options.manyUrls ?? true;
  const built = buildV7Demo({ ...demo, manyUrls });
  const served = await serveV7({
    ...built,
    manyUrls,
    format: options.format ?? 'by-header',
    ...wire(demo, options, port),
  });
  const { url, control, requireSecondFactor, close } = served;
  const access = ({ id, masterPassword }: Person) => ({
    host: url,
    ...served.issueTokens(id),
    masterPassword,
  });
  return {
    url,
    v7: access(people.main),
    /** One more session of the main user: a pair of tokens serves one client only. */
    newSession: () => access(people.main),
    second: access(people.second),
    /** Reads one vault; the other that v4 lists without a right is not listed here. */
    guest: access(people.guest),
    /** What the main user types on the web page. */
    webAccount: {
      login: people.main.login,
      password: people.main.password,
      codeSecret: people.main.codeSecret,
    },
    state: built.state,
    control: { ...control, requireSecondFactor },
    close,
  };
}

function wire({ seed }: Demo, options: ServerOptions, port: number) {
  return {
    tokenTtl: options.tokenTtl ?? 600,
    refreshTtl: options.refreshTtl ?? 604_800,
    random: createRandom(`${seed} runtime`),
    now: options.now ?? Date.now,
    port,
    prefix: options.prefix ?? '',
    latency: options.latency ?? 0,
    faults: options.faults ?? '',
  };
}
