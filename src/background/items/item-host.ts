/** The host of a stored URL, for lists and for search; `ssh://` and `admin@host` have one as well. */
import { readableHost } from './readable-host.ts';
import { parseStoredSite, type StoredSite } from './site.ts';

export type ItemHost = {
  /** As the URL parser spells it: international names as `xn--…`. With the port where one is written. */
  readonly ascii: string;
  /** As a person reads it. */
  readonly readable: string;
  /** Null where no page can be on it. */
  readonly site: StoredSite | null;
};

/** Null where the text holds no host. */
export function itemHost(url: string): ItemHost | null {
  const site = parseStoredSite(url);
  if (site === null) return otherHost(url);
  const port = site.port === '' ? '' : `:${site.port}`;
  const [open, close] = site.host.includes(':') ? ['[', ']'] : ['', ''];
  const around = (host: string) => `${open}${host}${close}${port}`;
  return { ascii: around(site.host), readable: around(readableHost(site.host)), site };
}

function otherHost(url: string): ItemHost | null {
  const match =
    /^\s*(?!mailto:)(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@\s]*@)?([\p{L}\p{N}._-]+(?::\d+)?)(?:[/?#]|\s*$)/iu.exec(
      url,
    );
  const host = match?.[1]?.toLowerCase();
  return host === undefined ? null : { ascii: host, readable: host, site: null };
}
