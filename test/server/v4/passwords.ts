import type { Hono } from 'hono';
import { optionalList, optionalText, optionalTexts, readBody, requireText } from '../http/body.ts';
import { allRows, type Row } from '../state/contents.ts';
import { receivedItem, seesItem } from '../state/rights.ts';
import { rowMatcher } from '../state/search.ts';
import type { Item } from '../state/state.ts';
import { urlMatcher } from '../state/url-match.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';

const recentLimit = 20;

/** Finding and reading items: section 2.5. */
export function addPasswordRoutes(app: Hono<V4Env>): void {
  app.get('/passwords/recent', (c) => succeed(c, listed(c, c.var.user.recent)));
  app.get('/passwords/favorite', (c) => succeed(c, favourites(c)));

  app.get('/passwords/:id', (c) => {
    const item = c.var.find.item(c.req.param('id'));
    remember(c, item);
    return succeed(c, c.var.view.item(item));
  });

  app.post('/passwords/search', async (c) => {
    const body = await readBody(c);
    const vaultId = optionalText(body, 'vaultId');
    const matches = rowMatcher({
      text: optionalText(body, 'query') ?? '',
      tags: optionalTexts(body, 'tags') ?? [],
      colours: (optionalList(body, 'colors') ?? []).map(Number),
    });
    return succeed(
      c,
      search(c, {
        includeShared: body.includeShared === true,
        includeShortcuts: body.includeShortcuts === true,
        matches: (row) =>
          matches(row) && (vaultId === null || (row.shortcut ?? row.item).vaultId === vaultId),
      }),
    );
  });

  app.post('/passwords/searchByUrl', async (c) => {
    const body = await readBody(c);
    const matches = urlMatcher(requireText(body, 'url'), c.var.server.urlRule);
    return succeed(
      c,
      search(c, {
        includeShared: body.includeShared === true,
        includeShortcuts: body.includeShortcuts === true,
        matches: ({ item }) => matches(item.url),
      }),
    );
  });

  app.get('/passwords/:id/sharingInfo', (c) => {
    c.var.find.item(c.req.param('id'));
    return succeed(c, { users: [], links: [] });
  });
}

/** Puts an item at the head of those a user opened last. */
function remember(c: V4Context, item: Item): void {
  const { user } = c.var;
  user.recent = [item.id, ...user.recent.filter((id) => id !== item.id)].slice(0, recentLimit);
}

/** Rows for ids; those that are gone or closed are left out. */
function listed(c: V4Context, ids: readonly string[]) {
  const { state, user, view } = c.var;
  return ids.flatMap((id) => {
    const item = state.items.get(id);
    return item && seesItem(state, user, item) ? [view.entry(item)] : [];
  });
}

/** Items first, those out of the inbox among them, then shortcuts. */
function favourites(c: V4Context) {
  const { state, user, view } = c.var;
  const shortcuts = allRows(state, user, ({ shortcut }) => {
    return shortcut !== undefined && user.favourites.has(shortcut.id);
  });
  const items = [...state.items.values()].filter(
    (item) =>
      user.favourites.has(item.id) &&
      (seesItem(state, user, item) || receivedItem(state, user, item)),
  );
  return [
    ...items.map((item) => view.entry(item)),
    ...shortcuts.map(({ item, shortcut }) => view.entry(item, shortcut)),
  ];
}

type SearchOptions = {
  readonly includeShared: boolean;
  readonly includeShortcuts: boolean;
  readonly matches: (row: Row) => boolean;
};

/** `includeShared` adds what lies in the inbox, `includeShortcuts` adds shortcuts. */
function search(c: V4Context, { includeShared, includeShortcuts, matches }: SearchOptions) {
  const { state, user, view } = c.var;
  const rows = allRows(state, user, (row) => {
    return (includeShortcuts || row.shortcut === undefined) && matches(row);
  });
  const own = rows.map(({ item, shortcut }) => view.entry(item, shortcut));
  if (!includeShared) return own;
  const received = [...state.inbox.values()].flatMap((entry) => {
    const item = state.items.get(entry.itemId);
    if (!item || entry.userId !== user.id || !matches({ item })) return [];
    return [view.inboxEntry(entry, item)];
  });
  return [...own, ...received];
}
