import type { Hono } from 'hono';
import { optionalNumber, readBody, requireText } from '../http/body.ts';
import { succeed } from './answer.ts';
import type { V4Env } from './env.ts';

/** The user himself, notifications, reports. The content of most of these is not known. */
export function addUserRoutes(app: Hono<V4Env>): void {
  app.get('/user/info', (c) => {
    const { id, name, email, keys } = c.var.user;
    return succeed(c, { id, name, email, ...(keys === undefined ? {} : { keys }) });
  });
  app.get('/user/extension-secret', (c) => succeed(c, c.var.user.extensionSecret));

  app.get('/user/notifications', (c) => succeed(c, []));
  app.post('/user/notifications', async (c) => {
    const body = await readBody(c);
    optionalNumber(body, 'page');
    optionalNumber(body, 'limit');
    return succeed(c, []);
  });
  app.get('/user/notifications/count-new', (c) => succeed(c, 0));
  app.post('/user/notifications/mark-as-viewed', (c) => succeed(c, true));

  app.get('/info/settings', (c) => succeed(c, {}));
  app.post('/info/activity-report', async (c) => {
    requireText(await readBody(c), 'dateFrom');
    return succeed(c, []);
  });
}
