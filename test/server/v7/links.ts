import type { Hono } from 'hono';
import { optionalText, readBody, requireText } from '../http/body.ts';
import { isJsonObject } from '../state/json.ts';
import { alphabets } from '../state/random.ts';
import { refuse } from '../state/refusal.ts';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';

const types = ['single_use', 'reusable'];
const times = ['1 hour', '1 week', '1 month', 'unlimited'];

/** Share links: section 3.9. */
export function addLinkRoutes(app: Hono<V7Env>): void {
  app.post('/links', async (c) => {
    const { state, server, find } = c.var;
    const body = await readBody(c);
    const shortcutId = optionalText(body, 'shortcutId');
    const itemId = requireText(body, 'itemId');
    if (shortcutId === null) find.reachableItem(itemId);
    else find.shortcut(shortcutId);
    if (!isJsonObject(body.itemData)) throw refuse.invalid('itemData is missing', 'itemData');
    if (!types.includes(requireText(body, 'type'))) throw refuse.invalid('No such type', 'type');
    if (!times.includes(requireText(body, 'expirationTime'))) {
      throw refuse.invalid('No such time', 'expirationTime');
    }
    const id = server.random.text(alphabets.letters, 25);
    state.links.set(id, { id, itemId, body });
    // The client adds the code behind a `#`, which never reaches a server.
    return answer(c, { url: `${server.publicUrl()}/g/p/${id}` });
  });
}
