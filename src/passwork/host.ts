import { AppError } from '../model/error.ts';

/** Longer input is no address that anybody typed. */
const longestHost = 2000;

/** What either generation puts behind the installation's address; people paste it with the rest. */
const apiSuffix = /\/api\/v[14]$/;

/**
 * The installation's address out of what a person typed: scheme optional (https), API path and final
 * slash dropped, any other path kept. Gives a URL without a final slash, such as
 * `https://vault.example/team`.
 * Throws `bad-host` for what is no address, `insecure-host` for http: to another machine.
 */
export function parseHost(typed: string): string {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  // A URL parser would silently drop these; a person who typed them meant something else.
  if (text === '' || text.length > longestHost || /[\s\\?#]/.test(text)) throw badHost();
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch (cause) {
    throw new AppError('bad-host', 'the host cannot be parsed', { cause });
  }
  const authority = withScheme.slice(withScheme.indexOf('//') + 2).split('/', 1)[0] ?? '';
  // Credentials in the address would end in logs, and look like another host to a reader.
  if (authority.includes('@') || authority === '' || url.hostname === '') throw badHost();
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw badHost();
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new AppError('insecure-host', 'http is accepted for this machine only');
  }
  const path = url.pathname.replace(/\/+$/, '').replace(apiSuffix, '').replace(/\/+$/, '');
  return url.origin + path;
}

/** `hostname` as the URL parser gives it: lower case, IPv4 in dotted form, IPv6 in brackets. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function badHost(): AppError {
  return new AppError('bad-host', 'the host is no plain address');
}
