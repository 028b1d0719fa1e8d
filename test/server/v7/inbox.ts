import type { Hono } from 'hono';
import { refuse } from '../state/refusal.ts';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';

/** What others sent to the user: section 2b.6. The list is inferred. */
export function addInboxRoutes(app: Hono<V7Env>): void {
  app.get('/inbox-items', (c) => {
    const { state, user, view } = c.var;
    const items = [...state.inbox.values()].flatMap((entry) => {
      const item = state.items.get(entry.itemId);
      return item && entry.userId === user.id ? [view.inboxRow(item, entry)] : [];
    });
    return answer(c, { items });
  });

  app.get('/inbox-items/:id', (c) => {
    const { state, user, view } = c.var;
    const entry = state.inbox.get(c.req.param('id'));
    const item = entry && state.items.get(entry.itemId);
    if (!entry || !item) throw refuse.notFound();
    if (entry.userId !== user.id) throw refuse.denied();
    // The answer says whether it was new until now.
    const shown = view.inboxItem(item, entry);
    entry.viewed = true;
    return answer(c, shown);
  });
}
