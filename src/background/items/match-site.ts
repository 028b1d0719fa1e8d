/**
 * The one rule that says whether an item belongs to a page.
 *
 * Host: the same host; or any subdomain where the stored host is a registrable domain or its `www.`.
 * IPs, single labels and public suffixes have no registrable domain, so only the same host is left.
 * Port: the same where one is stored. Scheme: what is stored as https, or without a scheme, never
 * goes to an http page, where everybody on the way can read it; only this very machine is exempt.
 */
import type { PageSite, StoredSite } from './site.ts';

/** 0: the very host. 1: the domain around it. Null: no match. */
export function gradeMatch(stored: StoredSite, page: PageSite): 0 | 1 | null {
  if (stored.port !== '' && stored.port !== page.port) return null;
  if (!page.secure && stored.scheme !== 'http' && !page.loopback) return null;
  if (stored.host === page.host) return 0;
  return widerHosts(page).includes(stored.host) ? 1 : null;
}

/** Stored hosts, besides the page's own, under which an item for this page may be kept. */
export function widerHosts(page: PageSite): readonly string[] {
  const { host, registrable } = page;
  if (registrable === null) return [];
  return [registrable, `www.${registrable}`].filter((wider) => wider !== host);
}
