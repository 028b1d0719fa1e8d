/** The extension on a Passwork 7, whose tokens die with each renewal. */
import type { Page } from '@playwright/test';
import { startV7Server } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { pasted } from './support/context-menu.ts';
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

/** Changes the password of the open item as a person does. */
async function changePassword(popup: Page, password: string): Promise<void> {
  await popup.getByRole('button', { name: text('editItem') }).click();
  await popup.locator('[name=password]').fill(password);
  await popup.keyboard.press('Control+Enter');
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
}

test('signs in, shows former passwords, and unlocks again after its tokens were renewed', async ({
  extension,
  site,
}) => {
  // The history counts in seconds, and this test changes a password twice in one.
  let ahead = 0;
  const seven = await startV7Server({ now: () => Date.now() + ahead });
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

    const show = text('showLabel', text('password'));
    await popup.getByRole('button', { name: show, exact: true }).click();
    const first = (await popup.locator('.text.secret:not(.dots)').textContent()) ?? '';
    expect(first).not.toBe('');
    const history = popup.getByRole('button', { name: text('history'), exact: true });
    const former = popup.locator('.act-panel .value');
    await history.click();
    await expect(former).toHaveCount(1);
    await changePassword(popup, 'the second');
    ahead = 1_000;
    await changePassword(popup, 'the third');
    await history.click();
    await expect(former).toHaveCount(3);
    // The newest stands first, and nothing is shown before it is asked for.
    await expect(popup.getByText('the second')).toHaveCount(0);
    for (const [at, password] of ['the second', first].entries()) {
      const eye = former.nth(at).locator('[aria-pressed]');
      await eye.click();
      await expect(former.nth(at).locator('.text')).toHaveText(password);
      await eye.click();
      await expect(former.nth(at)).not.toContainText(password);
    }
    // Copied without being shown, and gone with the lock as every copy.
    const copy = former.nth(1).getByRole('button', { name: /^Copy/ });
    await copy.click();
    await expect(popup.getByText(text('copiedClears_other', '30', text('password')))).toBeVisible();
    await expect(popup.getByText(first, { exact: true })).toHaveCount(0);
    expect(await pasted(extension)).toBe(first);
    // A server that does not answer is said, and the item stays.
    seven.control.setFaults('500-html@GET /items/*/snapshot/*');
    await former.first().locator('[aria-pressed]').click();
    await expect(popup.getByText(text('errorServerError'))).toBeVisible();
    seven.control.setFaults('');
    // No address of an item in its web app is known.
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('button', { name: text('openServer') }).click();
    expect(new URL((await opened).url()).href).toBe(`${new URL(seven.v7.host).origin}/`);

    // Locked, and woken by a worker that knows nothing but what lies on the disk.
    await askFor(popup, 'lock', {});
    await expect.poll(() => pasted(extension)).toBe('');
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
