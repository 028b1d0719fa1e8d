/** `storage.session` holds ten megabytes at most, and something of ours or of the browser may have filled it. */
import type { Page } from '@playwright/test';
import { ask, askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

/** Leaves less than a hundred bytes. */
function fill(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { session } = chrome.storage;
    for (let part = 0, size = 4_000_000; size > 20; part += 1) {
      const stored = await session.set({ [`ballast ${part}`]: 'x'.repeat(size) }).then(
        () => true,
        () => false,
      );
      if (!stored) size = Math.floor(size / 2);
    }
    return session.QUOTA_BYTES - (await session.getBytesInUse());
  });
}

test('an open vault goes on; the next unlock says what is wrong, and works once there is room', async ({
  extension,
  server,
  popup,
}) => {
  expect(await fill(popup)).toBeLessThan(100);
  await popup.getByRole('combobox').fill('Intranet');
  await popup
    .getByRole('option', { name: /Intranet/ })
    .first()
    .click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/Intranet/);

  await askFor(popup, 'lock', {});
  // What locking took away made room.
  expect(await fill(popup)).toBeLessThan(100);
  const secret = server.v4.masterPassword;
  expect(await ask(popup, 'unlock', { secret })).toMatchObject({
    ok: false,
    error: { code: 'storage-full' },
  });
  await popup.reload();
  await popup.locator('[name=secret]').fill(secret);
  await popup.getByRole('button', { name: text('unlock') }).click();
  await expect(popup.getByText(text('errorStorageFull'))).toBeVisible();
  expect((await askFor(popup, 'status', {})).state).toBe('locked');

  await extension.inWorker(async () => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('ballast')));
  });
  await popup.getByRole('button', { name: text('unlock') }).click();
  await waitForItems(popup);
});
