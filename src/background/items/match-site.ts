/**
 * The one rule that says whether an item belongs to a page.
 *
 * Host: the same host; or any subdomain where the stored URL says so, by a star (`*.example.com`) or
 * by being a registrable domain or its `www.`. IPs, single labels and public suffixes have no
 * registrable domain, so only the same host is left, and a star before one of them says nothing.
 * Port: the same where one is stored. Scheme: what is stored as https, or without a scheme, never
 * goes to an http page, where everybody on the way can read it; only this very machine is exempt.
 * A person may narrow or widen the host for one item; port and scheme stand under every rule.
 */
import type { ItemRule } from '../../model/fill-rule.ts';
import {
  addressesIn,
  bareHost,
  type PageSite,
  parseStoredUrl,
  registrableDomain,
  type StoredSite,
  type StoredUrl,
} from './site.ts';

/** 0: the very host. 1: the domain around it. */
export type Grade = 0 | 1;

/** The match that the stored URL asks for by itself; null for none. */
export function gradeMatch(stored: StoredSite, page: PageSite): Grade | null {
  if (!portAndSchemeFit(stored, page)) return null;
  if (stored.host === page.host) return 0;
  return widerHosts(page).includes(stored.host) ? 1 : null;
}

/** Stored hosts, besides the page's own, under which an item for this page may be kept. */
export function widerHosts(page: PageSite): readonly string[] {
  const { host, registrable } = page;
  if (registrable === null) return [];
  const wider = [registrable, `www.${registrable}`].filter((each) => each !== host);
  for (let at = host; ; at = at.slice(at.indexOf('.') + 1)) {
    wider.push(`*.${at}`);
    if (at === registrable || !at.includes('.')) return wider;
  }
}

/** The best match of an item's URLs under the rule that a person made for it; null for none. */
export function gradeItem(
  urls: readonly string[],
  page: PageSite,
  rule: ItemRule = 'default',
): Grade | null {
  let best: Grade | null = null;
  for (const text of addressesIn(urls)) {
    const stored = parseStoredUrl(text);
    const grade = stored === null ? null : gradeUrl(stored, page, rule);
    if (grade === 0) return 0;
    best ??= grade;
  }
  return best;
}

/** The match of one address under a rule. */
export function gradeUrl(stored: StoredUrl, page: PageSite, rule: ItemRule): Grade | null {
  switch (rule) {
    case 'default':
      return gradeMatch(stored, page);
    case 'never':
      return null;
    default:
      if (!portAndSchemeFit(stored, page)) return null;
  }
  const host = bareHost(stored.host);
  if (rule === 'domain') {
    if (host === page.host) return 0;
    return page.registrable !== null && registrableDomain(host) === page.registrable ? 1 : null;
  }
  if (host !== page.host) return null;
  return rule === 'host' || startsWith(page.path, stored.path) ? 0 : null;
}

/** Ends at an end of a part: `/app` is the start of `/app/login` and `/app?next=1`, not of `/apple`. */
function startsWith(path: string, start: string): boolean {
  if (!path.startsWith(start)) return false;
  const next = path.charAt(start.length);
  return next === '' || /[/?&=]$/.test(start) || /[/?&]/.test(next);
}

/** Whether one of the addresses is on the very host and port of the page: no subdomain, no port by default. */
export function isHostAndPort(urls: readonly string[], page: PageSite): boolean {
  return addressesIn(urls).some((text) => {
    const stored = parseStoredUrl(text);
    if (stored === null || stored.host !== page.host || !portAndSchemeFit(stored, page))
      return false;
    const secure = stored.scheme === 'https' || (stored.scheme === 'none' && page.secure);
    return (stored.port || (secure ? '443' : '80')) === page.port;
  });
}

function portAndSchemeFit(stored: StoredSite, page: PageSite): boolean {
  if (stored.port !== '' && stored.port !== page.port) return false;
  return page.secure || stored.scheme === 'http' || page.loopback;
}
