/**
 * Where used items belonged when they were first used, or last confirmed. Addresses are not sealed: a
 * server that lies could give an item one of its own, and its password would be offered there.
 */
import type { ItemRule } from '../../model/fill-rule.ts';
import { gradeUrl } from './match-site.ts';
import { addressesIn, parsePage, parseStoredSite, siteKey, siteOfKey } from './site.ts';
import type { Uses } from './uses.ts';

export type KnownSites = {
  /** False where the item was used before, and belongs to the page only by an address it got since. */
  knows(id: string, pageUrl: string, rule?: ItemRule): boolean;
  /** The item was used: remembers where it belongs, unless something is remembered already. */
  note(id: string): Promise<void>;
  /** Remembers where it belongs now. */
  trust(id: string): Promise<void>;
};

/**
 * `urlsOf` reads the addresses of an item and of its shortcuts, which lead to the same password; null where the index has none of
 * them, as while it is made anew. An item that cannot be seen is not one without an address.
 */
export function createKnownSites(
  uses: Uses,
  urlsOf: (id: string) => Promise<readonly string[] | null>,
): KnownSites {
  async function sitesOf(id: string): Promise<readonly string[] | null> {
    const urls = await urlsOf(id);
    if (urls === null) return null;
    const sites = addressesIn(urls)
      .map(parseStoredSite)
      .filter((site) => site !== null);
    return [...new Set(sites.map(siteKey))];
  }
  return {
    knows(id, pageUrl, rule = 'default') {
      const known = uses.sitesOf(id);
      const page = parsePage(pageUrl);
      if (known === null || page === null) return true;
      // Paths are not remembered: one site is one stranger.
      const sites = known.map((key) => ({ ...siteOfKey(key), path: '/' }));
      return sites.some((site) => gradeUrl(site, page, rule) !== null);
    },
    async note(id) {
      if (uses.sitesOf(id) !== null) return;
      const sites = await sitesOf(id);
      if (sites !== null && uses.sitesOf(id) === null) uses.keepSites(id, sites);
    },
    async trust(id) {
      const sites = await sitesOf(id);
      if (sites !== null) uses.keepSites(id, sites);
    },
  };
}
