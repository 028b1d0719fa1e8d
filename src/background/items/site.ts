/**
 * Addresses as they matter for filling: the stored URL of an item, and the page of a tab.
 * Both go through the browser's own URL parser, so that case, punycode, odd IPv4 spellings,
 * user info and backslashes mean what they mean to the address bar.
 */
import { getDomain } from 'tldts';

/**
 * Where an item belongs. `none`: the person wrote no scheme. `port` is `''` where none was written, and also the
 * scheme's own where somebody took the trouble to write it.
 */
export type StoredSite = {
  /** Begins with `*.` where the URL says that it means all hosts below, too. */
  readonly host: string;
  readonly scheme: 'https' | 'http' | 'none';
  readonly port: string;
};

/** A stored URL with all that it says. */
export type StoredUrl = StoredSite & {
  /** Path and query, `/` where none was written. */
  readonly path: string;
};

/** The page in question. `registrable` is null for IPs, single labels and public suffixes. */
export type PageSite = {
  readonly host: string;
  readonly registrable: string | null;
  readonly secure: boolean;
  readonly loopback: boolean;
  /** Always set: the scheme's default where the address names none. */
  readonly port: string;
  /** Path and query, as the page's address has them; `/` where only its origin is known. */
  readonly path: string;
};

/** Null where the text names no site that a page could be on. */
export function parseStoredSite(text: string): StoredSite | null {
  const url = parseStoredUrl(text);
  return url === null ? null : { host: url.host, scheme: url.scheme, port: url.port };
}

/**
 * The addresses in the stored URLs of an item. Where a server keeps one URL per item, people write several into it, with
 * spaces, commas or lines between them; prose is no list.
 */
export function addressesIn(urls: readonly string[]): readonly string[] {
  return urls.flatMap((text) => {
    const parts = text.trim().split(/[,;]?\s+|[,;](?=https?:\/\/)/i);
    return parts.length > 1 && parts.every(isAddress) ? parts : [text];
  });
}

/** A word of a sentence could be a host of one label; a number of a version, one of several. */
const isAddress = (part: string): boolean =>
  (/^https?:\/\//i.test(part) || /[a-z]\.[a-z]|^localhost\b|^\d+\.\d+\.\d+\.\d+/i.test(part)) &&
  parseStoredUrl(part) !== null;

/** The same with path and query. */
export function parseStoredUrl(text: string): StoredUrl | null {
  const trimmed = text.trim();
  const explicit = /^(https?):/i.exec(trimmed);
  const written = explicit?.[1]?.toLowerCase();
  const address = written === undefined ? withScheme(trimmed) : trimmed;
  const url = address === null ? null : parseUrl(address);
  if (address === null || url === null) return null;
  const host = hostOf(url);
  // A star means hosts only where it stands alone at the start.
  if (host === null || bareHost(host).includes('*')) return null;
  return {
    host,
    scheme: written === 'https' || written === 'http' ? written : 'none',
    port: url.port || writtenDefault(address),
    path: url.pathname + url.search,
  };
}

/** A stored site as one word: `host scheme port`. All of a host's begin with `hostKey`. */
export function siteKey({ host, scheme, port }: StoredSite): string {
  return `${hostKey(host)}${scheme} ${port}`;
}

export function hostKey(host: string): string {
  return `${host} `;
}

/** A stored host without its star. */
export function bareHost(host: string): string {
  return host.replace(/^\*\./, '');
}

/** What `siteKey` made. */
export function siteOfKey(key: string): StoredSite {
  const [host = '', scheme, port = ''] = key.split(' ');
  return { host, scheme: scheme === 'https' || scheme === 'http' ? scheme : 'none', port };
}

/** Null for pages that can't be filled: not http(s), or without a host. */
export function parsePage(address: string): PageSite | null {
  const url = parseUrl(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const host = hostOf(url);
  if (host === null) return null;
  const secure = url.protocol === 'https:';
  return {
    host,
    registrable: registrableDomain(host),
    secure,
    loopback: isLoopback(host),
    port: url.port || (secure ? '443' : '80'),
    path: url.pathname + url.search,
  };
}

/**
 * The domain that somebody can register: one label more than the public suffix. Suffixes of the
 * private section count (github.io), so that tenants of one hoster stay strangers to each other.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The scheme's own port where the address names it, which the parser takes out; `''` where it does not. */
function writtenDefault(address: string): string {
  if (!/:0*(80|443)(?!\d)/.test(address)) return '';
  // Under the other scheme it is no default.
  const swapped = address.replace(/^http(s?)/i, (_, secure) => (secure ? 'http' : 'https'));
  return parseUrl(swapped)?.port ?? '';
}

/** `example.com/path`, `localhost:3000`, `//example.com` as https; null for `mailto:…` and `admin@host`. */
function withScheme(text: string): string | null {
  const bare = text.replace(/^\/\//, '');
  const authority = /^[^/?#\\]*/.exec(bare)?.[0] ?? '';
  // An `@` before the host is an SSH or mail address here, or a trick; a colon not before digits, a scheme.
  if (authority === '' || authority.includes('@') || /\s/.test(authority)) return null;
  if (/:(?!\d+$)/.test(authority.replace(/^\[[^\]]*\]/, ''))) return null;
  return `https://${bare}`;
}

/** The host without brackets and without the final dot of an absolute name; null where a label is empty. */
function hostOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return host === '' || host.startsWith('.') || host.endsWith('.') || host.includes('..')
    ? null
    : host;
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
