/** An item's address as it may be opened and shown; null for what is no web page. */
export function webAddress(url: string): { host: string; rest: string } | null {
  const full =
    /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[^/]+:\d+(\/|$)/.test(url) ? url : `https://${url}`;
  // A star stands for hosts below the one that can be opened.
  const plain = full.replace(/^(https?:\/\/)\*\./i, '$1');
  if (!URL.canParse(plain)) return null;
  const { protocol, host, pathname, search } = new URL(plain);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { host, rest: pathname === '/' ? search : pathname + search };
}
