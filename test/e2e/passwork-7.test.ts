/** The extension on a Passwork 7, whose tokens die with each renewal. */
import type { Page } from '@playwright/test';
import { startV7Server } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { typeHost, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

type Seven = Awaited<ReturnType<typeof startV7Server>>;

async function typeTokens(popup: Page, { v7 }: Seven): Promise<void> {
  await typeHost(popup, v7.host);
  await popup.locator('[name=apiKey]').fill(v7.accessToken);
  await popup.locator('[name=refreshToken]').fill(v7.refreshToken);
  await popup.locator('[name=masterPassword]').fill(v7.masterPassword);
}

test('signs in, opens, and unlocks again after its tokens were renewed', async ({
  extension,
  site,
}) => {
  const seven = await startV7Server();
  try {
    const popup = await extension.openPopup(site);
    await typeTokens(popup, seven);
    await popup.locator('[name=masterPassword]').fill('wrong master password');
    // The pair that was typed is renewed, and dead, before the password turns out to be wrong.
    seven.control.setFaults('expired=1');
    await popup.getByRole('button', { name: text('connect') }).click();
    await expect(popup.getByText(text('errorWrongMasterPassword'))).toBeVisible();
    await popup.locator('[name=masterPassword]').fill(seven.v7.masterPassword);
    await popup.getByRole('button', { name: text('connect') }).click();
    await waitForItems(popup);

    seven.control.setFaults('expired=1');
    await popup.getByRole('combobox').fill('Intranet');
    await popup
      .getByRole('option', { name: /Intranet/ })
      .first()
      .click();
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/Intranet/);

    // Locked, and woken by a worker that knows nothing but what lies on the disk.
    await askFor(popup, 'lock', {});
    await extension.killWorker();
    expect(await popup.evaluate(() => chrome.storage.session.get())).toEqual({});
    await popup.locator('[name=secret]').fill(seven.v7.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    // Back where it was, with the item opened anew.
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/Intranet/);
    await expect(popup.getByText(text('login'), { exact: true }).first()).toBeVisible();
    expect((await askFor(popup, 'status', {})).state).toBe('unlocked');
  } finally {
    await seven.close();
  }
});
