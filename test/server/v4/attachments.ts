import type { Hono } from 'hono';
import { readBody } from '../http/body.ts';
import { readAttachment } from '../http/item-body.ts';
import { refuse } from '../state/refusal.ts';
import { type Item, openSealed, type StoredAttachment } from '../state/state.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';

/** Files of an item, reached by the item's id or through a shortcut: sections 2.5 to 2.7. */
export function addAttachmentRoutes(app: Hono<V4Env>): void {
  app.get('/passwords/:id/attachment/:attachmentId', (c) => {
    return sendFile(c, c.var.find.reachableItem(c.req.param('id')), c.req.param('attachmentId'));
  });
  app.post('/passwords/:id/attachment', (c) => {
    return addFile(c, c.var.find.editableItem(c.req.param('id')));
  });
  app.delete('/passwords/:id/attachment/:attachmentId', (c) => {
    return removeFile(c, c.var.find.editableItem(c.req.param('id')), c.req.param('attachmentId'));
  });

  app.get('/sharing/shortcut/:id/attachment/:attachmentId', (c) => {
    const { item } = c.var.find.shortcut(c.req.param('id'));
    return sendFile(c, item, c.req.param('attachmentId'));
  });
  app.post('/sharing/shortcut/:id/attachment', (c) => {
    return addFile(c, c.var.find.writableShortcut(c.req.param('id')).item);
  });
  app.delete('/sharing/shortcut/:id/attachment/:attachmentId', (c) => {
    const { item } = c.var.find.writableShortcut(c.req.param('id'));
    return removeFile(c, item, c.req.param('attachmentId'));
  });
}

/** By its id among the files of this item only: ids are no right to other items' files. */
function findFile(item: Item, id: string): StoredAttachment {
  const found = openSealed(item).attachments?.find((file) => file.id === id);
  if (!found) throw refuse.notFound();
  return found;
}

function sendFile(c: V4Context, item: Item, id: string): Response {
  const { name, encryptedKey, encryptedData, hash } = findFile(item, id);
  return succeed(c, { id, name, encryptedKey, encryptedData, hash });
}

async function addFile(c: V4Context, item: Item): Promise<Response> {
  const file = readAttachment(await readBody(c), c.var.state.newId);
  const sealed = openSealed(item);
  item.sealed = { ...sealed, attachments: [...(sealed.attachments ?? []), file] };
  return succeed(c, { id: file.id, name: file.name });
}

function removeFile(c: V4Context, item: Item, id: string): Response {
  const gone = findFile(item, id);
  const sealed = openSealed(item);
  const attachments = sealed.attachments?.filter((file) => file !== gone) ?? null;
  item.sealed = { ...sealed, attachments };
  return succeed(c, true);
}
