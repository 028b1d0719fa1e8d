/** What an organisation prescribes; absent keys are left to the user. */
import type { Complexity } from './generator.ts';
import type { Settings } from './settings.ts';

export type Policy = Partial<Settings> & {
  /** Servers that may be used, as an administrator typed them; the first is filled in at setup. */
  readonly servers?: readonly string[];
  readonly pinAllowed?: boolean;
  readonly revealAllowed?: boolean;
  readonly generatedPasswords?: Complexity;
  /** Host names that may be filled, each with its subdomains. */
  readonly fillSites?: readonly string[];
  /** Host names where nothing is offered or filled, each with its subdomains. */
  readonly ignoredSites?: readonly string[];
};

/** Whether a page may be filled under this policy. */
export function allowsFilling({ fillSites, ignoredSites = [] }: Policy, origin: string): boolean {
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  if (ignoredSites.some((site) => isWithin(host, site))) return false;
  return fillSites === undefined || fillSites.some((site) => isWithin(host, site));
}

/** Whether a typed server is one of those that may be used. */
export function allowsServer({ servers }: Policy, typed: string): boolean {
  return servers === undefined || servers.some((each) => bareAddress(each) === bareAddress(typed));
}

function isWithin(host: string, site: string): boolean {
  const bare = site.toLowerCase().replace(/^\*?\./, '');
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}

/** Without scheme, path of the API, and slashes at the end; two spellings of one server are equal. */
function bareAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/+$/, '')
    .replace(/\/api\/v\d+$/, '');
}
