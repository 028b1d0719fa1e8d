/** Fills that the popup asks about, because the choice in the page is not enough. */
import type { Page } from '@playwright/test';
import type { Passwork } from '../../src/passwork/index.ts';
import { loginForm, startHostileSite } from '../support/hostile-site.ts';
import { answer } from './support/answer.ts';
import { askFor } from './support/ask.ts';
import { clickMenu } from './support/context-menu.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { expect, test } from './support/shared.ts';
import { pressShortcut } from './support/shortcut.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

test.afterEach(async ({ extension, client, item }) => {
  // Other tests of this browser know what is offered at the site.
  await client.deleteItem(item.id);
  await askFor(await extension.openPopup(), 'refresh', {});
});

type Moved = {
  readonly popup: Page;
  readonly client: Passwork;
  readonly item: { readonly id: string };
  /** The address that it has afterwards. */
  readonly url: string;
};

/** Uses an item, and then gives it another address, as a colleague or a server that lies would. */
async function moveUsed({ popup, client, item: { id }, url }: Moved): Promise<void> {
  await askFor(popup, 'copy', { ref: { kind: 'item', id }, part: { part: 'login' } });
  await client.editItem(id, { urls: [url] });
  await askFor(popup, 'refresh', {});
}

test('S4: an item whose address changed since it was used is filled after a yes in the popup only', async ({
  extension,
  server,
  site,
  popup,
  client,
  item: other,
}) => {
  await moveUsed({ popup, client, item: other, url: server.site.loginUrl });
  await popup.close();
  const password = site.getByLabel('Password');

  // By the menu in the page: offered, but nothing is filled.
  await site.bringToFront();
  await site.getByLabel('User name').click();
  const asked = await extension.popupOpenedBy(() => chooseInMenu(site, other.name));
  const shows = () => asked.evaluate('document.body?.innerText ?? ""');
  // Enters that are on their way when the question comes up are no answer (U10, U11): the next one finds an empty field.
  await expect(async () => {
    await asked.press('Enter');
    expect(await shows()).toContain(text('consentTitle'));
  }).toPass({ intervals: [20] });
  const host = new URL(server.site.loginUrl).host;
  await expect.poll(shows).toContain(text('consentAddressChanged', host));
  expect(await password.inputValue()).toBe('');
  await expect(async () => {
    // One that comes while the popup is still at work is no wish to close it.
    await asked.press('Escape').catch(() => undefined);
    const left = new Promise((_, reject) =>
      AbortSignal.timeout(500).addEventListener('abort', reject),
    );
    await Promise.race([asked.closed(), left]);
  }).toPass();

  // By the context menu: the same question.
  await site.bringToFront();
  const again = await extension.popupOpenedBy(() =>
    clickMenu(extension, site, { act: 'fill', id: other.id }),
  );
  await expect
    .poll(() => again.evaluate('document.querySelector(".item-acts button:focus")?.textContent'))
    .toBe(text('fillNamed', host));
  expect(await password.inputValue()).toBe('');
  await answer(again, async () => (await password.inputValue()) !== '');
  await again.closed();

  // Confirmed once, it goes on as ever.
  await site.reload();
  await site.getByLabel('User name').click();
  await chooseInMenu(site, other.name);
  await expect(password).not.toHaveValue('');
});

test('S4: the shortcut leads to the same question', async ({
  extension,
  site,
  popup,
  client,
  item: other,
}) => {
  const elsewhere = await startHostileSite();
  try {
    // The one item that matches there, which the shortcut would fill at once.
    const url = elsewhere.page(loginForm, 'moved');
    await moveUsed({ popup, client, item: other, url });
    await popup.close();
    await site.goto(url);
    await site.bringToFront();
    const password = site.locator('[name=password]');
    const asked = await extension.popupOpenedBy(() => pressShortcut(extension, url, 'fill'));
    await expect
      .poll(() => asked.evaluate('document.body?.innerText ?? ""'))
      .toContain(text('consentAddressChanged', new URL(url).host));
    expect(await password.inputValue()).toBe('');
    await answer(asked, async () => (await password.inputValue()) !== '');
    await asked.closed();
    // Confirmed once, the shortcut fills by itself.
    await site.reload();
    await expect(async () => {
      await pressShortcut(extension, url, 'fill');
      await expect(password).not.toHaveValue('', { timeout: 3_000 });
    }).toPass();
  } finally {
    await elsewhere.close();
  }
});

test('S4: the popup itself asks, too', async ({ server, site, popup, client, item: other }) => {
  await moveUsed({ popup, client, item: other, url: server.site.loginUrl });
  await popup.reload();
  await popup.getByRole('option', { name: other.name }).first().click();
  await popup.getByRole('button', { name: text('fill'), exact: true }).click();
  const yes = popup.getByRole('button', {
    name: text('fillNamed', new URL(server.site.loginUrl).host),
  });
  await expect(yes).toBeFocused();
  await expect(site.getByLabel('Password')).toHaveValue('');
  await popup.getByRole('button', { name: text('consentNo') }).click();
  await expect(popup.getByRole('combobox')).toBeVisible();
  await expect(site.getByLabel('Password')).toHaveValue('');
});
