import type { SiteAccount } from '../demo/accounts.ts';
import { listen } from '../http/listener.ts';
import { createRandom } from '../state/random.ts';
import { createSite } from './site.ts';
import { createVisits } from './visits.ts';

export type ServeSiteOptions = {
  readonly accounts: readonly SiteAccount[];
  readonly seed: string;
  readonly port: number;
};

/** The demo site on a port. Browsers take every name under `localhost` for this machine. */
export async function serveSite({ accounts, seed, port }: ServeSiteOptions) {
  const app = createSite(createVisits(accounts, createRandom(`${seed} visits`)), accounts);
  const listener = await listen((request, env) => app.fetch(request, env), port);
  return { url: `http://intranet.localhost:${listener.port}`, close: () => listener.goDown() };
}
