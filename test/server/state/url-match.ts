export type UrlRule = {
  /** Also find items of other subdomains of the same site. */
  readonly subdomains: boolean;
  /** Tell apart `host:1` and `host:2`. */
  readonly port: boolean;
};

/** An address as people store it, with or without scheme; undefined where it has no host. */
function parse(address: string): URL | undefined {
  const text = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(full) ? new URL(full) : undefined;
}

/** The last two labels: near enough for a server, since the client checks the host itself. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

export function urlMatcher(address: string, rule: UrlRule): (stored: string | null) => boolean {
  const asked = parse(address);
  return (stored) => {
    const own = stored === null || stored.trim() === '' ? undefined : parse(stored);
    if (!asked || !own) return false;
    if (rule.port && own.port !== asked.port) return false;
    if (own.hostname === asked.hostname) return true;
    return rule.subdomains && siteOf(own.hostname) === siteOf(asked.hostname);
  };
}
