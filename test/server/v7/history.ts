import type { Hono } from 'hono';
import { refuse } from '../state/refusal.ts';
import { type Item, openSealed, type PastItem } from '../state/state.ts';
import { answer } from './answer.ts';
import type { V7Context, V7Env } from './env.ts';
import { fullAttachment } from './view.ts';

/** Former states of items, which the server keeps by itself: section 2b.5. */
export function addHistoryRoutes(app: Hono<V7Env>): void {
  app.get('/items/:id/snapshots', (c) => {
    const item = c.var.find.item(c.req.param('id'));
    return answer(c, { items: pastOf(c, item.id).map(c.var.view.pastRow) });
  });

  app.get('/items/:id/snapshot/:snapshotId', (c) => {
    const item = c.var.find.item(c.req.param('id'));
    const past = pastOf(c, item.id).find(({ id }) => id === c.req.param('snapshotId'));
    if (!past) throw refuse.notFound();
    return answer(c, c.var.view.pastItem(past));
  });

  app.get('/snapshots/:id/attachment/:attachmentId', (c) => {
    const past = [...c.var.state.history.values()]
      .flat()
      .find(({ id }) => id === c.req.param('id'));
    if (!past) throw refuse.notFound();
    c.var.find.item(past.item.id);
    const { attachments } = openSealed(past.item);
    const file = attachments?.find(({ id }) => id === c.req.param('attachmentId'));
    if (!file) throw refuse.notFound();
    return answer(c, fullAttachment(file));
  });
}

function pastOf(c: V7Context, itemId: string): readonly PastItem[] {
  return c.var.state.history.get(itemId) ?? [];
}

/** Keeps an item as it is now, before a change. */
export function keepPast(c: V7Context, item: Item): void {
  const { state, user, server } = c.var;
  const past: PastItem = {
    id: state.newId(),
    item: { ...item, sealed: openSealed(item) },
    creatorId: user.id,
    createdAt: Math.floor(server.now() / 1000),
  };
  state.history.set(item.id, [...pastOf(c, item.id), past]);
}
