import type { Hono } from 'hono';
import { type Body, readBody, requireText } from '../http/body.ts';
import { isJsonObject } from '../state/json.ts';
import { alphabets } from '../state/random.ts';
import { refuse } from '../state/refusal.ts';
import { succeed } from './answer.ts';
import type { V4Context, V4Env } from './env.ts';

/** Share links: section 3.9. What they show is encrypted by the client and kept as it came. */
export function addLinkRoutes(app: Hono<V4Env>): void {
  app.post('/passwords/generate-share-link', async (c) => {
    const { state, server } = c.var;
    const body = await readBody(c);
    const itemId = checkTarget(c, body);
    if (typeof body.time !== 'number' && typeof body.ttl !== 'string') {
      throw refuse.invalid('time or ttl is missing');
    }
    const id = server.random.text(alphabets.letters, 25);
    state.links.set(id, { id, itemId, body });
    // The client adds the code behind a `#`, which never reaches a server.
    return succeed(c, `${server.publicUrl()}/g/p/${id}`);
  });
}

/** The item that is shared must be one that the user can open, by whatever way. */
function checkTarget(c: V4Context, body: Body): string {
  const { password, shortcut } = body;
  if (!isJsonObject(password)) throw refuse.invalid('password is missing');
  if (body.fromShortcut === true) {
    if (!isJsonObject(shortcut)) throw refuse.invalid('shortcut is missing');
    return c.var.find.shortcut(requireText(shortcut, 'id')).item.id;
  }
  return c.var.find.reachableItem(requireText(password, 'id')).id;
}
