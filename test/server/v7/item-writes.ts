import type { Hono } from 'hono';
import { type Body, optionalText, readBody, requireText } from '../http/body.ts';
import { readAttachments, readPlainFields } from '../http/item-body.ts';
import { refuse } from '../state/refusal.ts';
import { type Item, openSealed } from '../state/state.ts';
import { removeItem } from '../state/tree.ts';
import { answer } from './answer.ts';
import type { V7Context, V7Env } from './env.ts';
import { keepPast } from './history.ts';
import { readSealedFields } from './sealed-body.ts';

/** Adding, editing, moving and deleting items: section 2b.5. */
export function addItemWrites(app: Hono<V7Env>): void {
  app.post('/items', async (c) => {
    const { state, find } = c.var;
    const body = await readBody(c);
    const vaultId = requireText(body, 'vaultId');
    const name = requireText(body, 'name');
    const folderId = optionalText(body, 'folderId');
    find.place(vaultId, folderId);
    const now = seconds(c);
    const sealed = { password: null, key: null, fields: [], ...readSealedFields(body) };
    const attachments = readAttachments(body, state.newId);
    const id = state.newId();
    state.items.set(id, {
      id,
      vaultId,
      folderId,
      login: null,
      description: null,
      colour: 0,
      tags: [],
      ...readPlainFields(body),
      ...readAddresses(c, body, { url: null, urls: c.var.server.manyUrls ? [] : null }),
      name,
      passwordChangedAt: now,
      updatedAt: now,
      sealed: { ...sealed, attachments, snapshots: [] },
      readers: null,
    });
    return answer(c, { id });
  });

  app.patch('/items/:id', async (c) => {
    const item = c.var.find.editableItem(c.req.param('id'));
    editItem(c, item, await readBody(c));
    return answer(c, { id: item.id });
  });

  app.delete('/items/:id', (c) => {
    const { state, find } = c.var;
    removeItem(state, find.writableItem(c.req.param('id')).id);
    return answer(c, { binItemId: state.newId() });
  });

  app.post('/items/:id/move', async (c) => {
    const { state, find } = c.var;
    const item = find.writableItem(c.req.param('id'));
    const body = await readBody(c);
    const vaultId = requireText(body, 'vaultId');
    const folderId = optionalText(body, 'folderId');
    find.place(vaultId, folderId);
    const key = optionalText(body, 'keyEncrypted');
    if (state.encrypted && vaultId !== item.vaultId) {
      // How a real server is given the key is not known; without it nobody could open the item.
      if (key === null) throw refuse.invalid('keyEncrypted is missing', 'keyEncrypted');
      item.sealed = { ...openSealed(item), key };
    }
    Object.assign(item, { vaultId, folderId, updatedAt: seconds(c) });
    return answer(c, { id: item.id });
  });
}

/** Absent is unchanged, null and an empty list clear, new files are added. */
function editItem(c: V7Context, item: Item, body: Body): void {
  // Everything is read before anything is changed, so a bad body changes nothing.
  const plain = { ...readPlainFields(body), ...readAddresses(c, body, item) };
  const secret = readSealedFields(body);
  const added = readAttachments(body, c.var.state.newId);
  keepPast(c, item);
  const sealed = openSealed(item);
  const attachments = [...(sealed.attachments ?? []), ...added];
  Object.assign(item, plain);
  item.sealed = { ...sealed, ...secret, attachments };
  item.updatedAt = seconds(c);
  if (secret.password !== undefined) item.passwordChangedAt = item.updatedAt;
}

type Addresses = Pick<Item, 'url' | 'urls'>;

/** A body has one address, a list of them, or neither; the first of a list is also the one. */
function readAddresses(c: V7Context, body: Body, before: Addresses): Addresses {
  const { manyUrls } = c.var.server;
  if (Array.isArray(body.urls) && manyUrls) {
    const urls = body.urls.map(String);
    return { url: urls[0] ?? null, urls };
  }
  if (body.url === undefined) return { url: before.url, urls: before.urls };
  const url = optionalText(body, 'url');
  return { url, urls: manyUrls ? [url ?? ''].filter((each) => each !== '') : null };
}

/** Unix seconds by the server's clock. */
function seconds(c: V7Context): number {
  return Math.floor(c.var.server.now() / 1000);
}
