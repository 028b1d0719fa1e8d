import type { Hono } from 'hono';
import { optionalText, readBody } from '../http/body.ts';
import { refuse } from '../state/refusal.ts';
import type { InboxEntry, Item } from '../state/state.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';

/** What others sent to the user: section 2.6, with the flow of 5.4 and the one before it. */
export function addInboxRoutes(app: Hono<V4Env>): void {
  app.get('/sharing/inbox/list', (c) => {
    const rows = received(c).map(({ entry, item }) => ({
      id: entry.id,
      viewed: entry.viewed,
      password: c.var.view.inboxEntry(entry, item),
    }));
    return succeed(c, rows);
  });
  app.get('/sharing/inbox/count', (c) => succeed(c, received(c).length));

  app.get('/sharing/inbox/notifications/count', (c) => {
    return succeed(c, received(c).filter(({ entry }) => !entry.viewed && !entry.noticed).length);
  });
  app.post('/sharing/inbox/notifications/mark-as-viewed', (c) => {
    for (const { entry } of received(c)) entry.noticed = true;
    return succeed(c, true);
  });

  app.post('/sharing/inbox/:id', async (c) => {
    const { entry, item } = find(c, c.req.param('id'));
    const body = await readBody(c);
    return c.var.server.itemKeys ? open(c, entry, item) : openOldWay(c, { entry, item, body });
  });
}

type Received = { readonly entry: InboxEntry; readonly item: Item };

function received(c: V4Context): Received[] {
  const { state, user } = c.var;
  return [...state.inbox.values()].flatMap((entry) => {
    const item = state.items.get(entry.itemId);
    return item && entry.userId === user.id ? [{ entry, item }] : [];
  });
}

function find(c: V4Context, id: string): Received {
  const entry = c.var.state.inbox.get(id);
  const item = entry && c.var.state.items.get(entry.itemId);
  if (!entry || !item) throw refuse.notFound();
  if (entry.userId !== c.var.user.id) throw refuse.denied();
  return { entry, item };
}

/** Since 5.4 the entry brings the item's key, wrapped for this user. */
function open(c: V4Context, entry: InboxEntry, item: Item): Response {
  entry.viewed = true;
  const { id, viewed, key: cryptedKey } = entry;
  return succeed(c, { id, viewed, cryptedKey, password: c.var.view.inboxItem(entry, item) });
}

/**
 * Before 5.4 the client gets the key of the sender's vault, encrypts it for itself and hands it
 * back in a request that has `silent`; from then on it reads that vault like any other.
 */
function openOldWay(
  c: V4Context,
  { entry, item, body }: Received & { body: Readonly<Record<string, unknown>> },
): Response {
  const { state, user, view } = c.var;
  if (body.silent !== undefined) {
    const passwordCrypted = optionalText(body, 'passwordCrypted') ?? '';
    const access = state.vaults.get(item.vaultId)?.access;
    if (!access?.has(user.id))
      access?.set(user.id, { right: 'received', keys: { passwordCrypted } });
    entry.viewed = true;
  }
  const { id, viewed, groupKey: groupPasswordCrypted } = entry;
  const { vaultId } = item;
  const password = view.inboxItem(entry, item);
  return succeed(c, { id, vaultId, groupPasswordCrypted, viewed, password });
}
