/** A server that goes away while the list is being built. */
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { start, typeCredentials, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

const everything = { query: '', tabId: null, offset: 0, limit: 100 };

test('a server that goes while the list is built: progress, what happened, and a whole list', async ({
  extension,
  server,
  site,
}) => {
  const popup = await extension.openPopup(site);
  server.control.setFaults('latency:4000@GET /vaults/*/fullInfo');
  await typeCredentials(popup, server.v4);
  await popup.getByRole('button', { name: text('connect') }).click();
  await start(popup);
  await expect(popup.getByRole('progressbar')).toBeVisible();
  await server.control.goDown();
  const again = popup.getByRole('button', { name: text('tryAgain') });
  await expect(again).toBeVisible({ timeout: 30_000 });
  expect((await askFor(popup, 'status', {})).state).toBe('unlocked');
  server.control.setFaults('');
  await server.control.comeUp();
  await again.click();
  await waitForItems(popup);
  await expect(again).toHaveCount(0);
  expect((await askFor(popup, 'find', everything)).total).toBeGreaterThanOrEqual(60);
});
