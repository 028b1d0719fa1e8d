import type { ItemSummary } from '../../model/item.ts';
import type { Search } from '../passwork.ts';
import type { Parameters } from '../query.ts';

/** A search in the words of the server (section 2b.5 of the protocol notes). */
export function toServerWords({ query, tags, colours, vaultId }: Search): Parameters {
  return {
    query,
    tags,
    colorCodes: colours,
    vaultIds: vaultId === undefined ? undefined : [vaultId],
  };
}

/** The same search on rows that the server cannot search: every word somewhere, tags and colours. */
export function hasWords(
  row: ItemSummary,
  { query = '', tags = [], colours = [] }: Search,
): boolean {
  const text = [row.name, row.login, row.description, ...row.urls].join('\n').toLowerCase();
  const words = query.toLowerCase().split(/\s+/);
  return (
    words.every((word) => text.includes(word)) &&
    (tags.length === 0 || tags.some((tag) => row.tags.includes(tag))) &&
    (colours.length === 0 || colours.includes(row.colour))
  );
}

/** The host of an address, with or without scheme; null for what is none. */
export function toHost(url: string): string | null {
  try {
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`);
    return hostname === '' ? null : hostname;
  } catch {
    return null;
  }
}

/**
 * Whether one of an item's URLs is of this host, of one above it or below it. This is a search, not
 * the decision where a password may go: that is made by whoever fills.
 */
export function urlsMatch(urls: readonly string[], host: string): boolean {
  return urls.some((url) => {
    const other = toHost(url);
    if (other === null) return false;
    return other === host || other.endsWith(`.${host}`) || host.endsWith(`.${other}`);
  });
}
