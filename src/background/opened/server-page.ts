/** Where the server's own web app shows an item. */
import type { Passwork } from '../../passwork/index.ts';

type Server = Pick<Passwork, 'generation' | 'save'>;

/** Whether the address of an item's own page is known; that of Passwork 7 is written down nowhere. */
export const knowsItemPages = ({ generation }: Pick<Server, 'generation'>): boolean =>
  generation === 'v4';

/** The page of the item, or the web app's first page where no address of an item is known. */
export function serverPage(server: Server, itemId: string): string {
  const root = server.save().base.replace(/\/api\/v\d+$/, '/');
  return knowsItemPages(server) ? `${root}#!/p/${encodeURIComponent(itemId)}` : root;
}
