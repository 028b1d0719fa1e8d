/** Addresses of the web: https and http, and nothing else. */

/** Scheme, host and port; null for what has none, such as `about:`, `data:` and `mailto:`. */
export function originOf(address: string, base?: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const { protocol, origin } = new URL(address, base);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/**
 * An item's address as it may be opened and shown: https where no scheme was stored, and no star for the hosts
 * below one. Null for what is no web page.
 */
export function webAddress(stored: string): URL | null {
  // `localhost:8080` has a port, not a scheme.
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(stored) && !/^[^/]+:\d+([/?#]|$)/.test(stored);
  const whole = hasScheme ? stored : `https://${stored}`;
  const address = whole.replace(/^(https?:\/\/)\*\./i, '$1');
  return originOf(address) === null ? null : new URL(address);
}
