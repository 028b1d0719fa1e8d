import type { Row } from '../state/contents.ts';
import { rowMatcher } from '../state/search.ts';
import { urlMatcher } from '../state/url-match.ts';
import type { V7Context } from './env.ts';

/** The query of a search as a rule for rows. Places are a choice: one of the vaults or folders. */
export function rowFilter(c: V7Context): (row: Row) => boolean {
  const list = (name: string) => c.req.queries(`${name}[]`) ?? [];
  const matches = rowMatcher({
    text: c.req.query('query') ?? '',
    tags: list('tags'),
    colours: list('colorCodes').map(Number),
  });
  const vaultIds = list('vaultIds');
  const folderIds = list('folderIds');
  const anywhere = vaultIds.length + folderIds.length === 0;
  const url = c.req.query('url');
  const atUrl = url === undefined ? null : urlMatcher(url, { subdomains: true, port: false });
  return (row) => {
    const { vaultId, folderId } = row.shortcut ?? row.item;
    const inPlace = vaultIds.includes(vaultId) || folderIds.includes(folderId ?? '');
    const addresses = row.item.urls ?? [row.item.url];
    const found = atUrl === null || addresses.some(atUrl);
    return (anywhere || inPlace) && found && matches(row);
  };
}
