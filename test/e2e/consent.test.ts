/** Fills that the popup asks about, because the choice in the page is not enough. */
import type { Page } from '@playwright/test';
import { connect } from '../../src/passwork/index.ts';
import type { ItemRow } from '../../src/protocol/list-calls.ts';
import type { RunningServer } from '../server/start.ts';
import { loginForm, startHostileSite } from '../support/hostile-site.ts';
import { askFor } from './support/ask.ts';
import { clickMenu } from './support/context-menu.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { pressShortcut } from './support/shortcut.ts';
import { text } from './support/texts.ts';

const everything = { query: '', tabId: null, offset: 0, limit: 100 };

/** An item of another site, with a name of its own. */
async function findForeign(popup: Page): Promise<ItemRow> {
  const { rows } = await askFor(popup, 'find', everything);
  const found = rows.find(
    ({ host, login, name }) =>
      host.endsWith('.com') &&
      login !== '' &&
      rows.filter((each) => each.name === name).length === 1,
  );
  if (found === undefined) throw new Error('the demo data has no such item');
  return found;
}

/** Gives an item another address, as a colleague or a server that lies would. */
async function moveItem(server: RunningServer, id: string, url: string): Promise<void> {
  const { host, apiKey, masterPassword } = server.v4;
  const passwork = await connect({ host, credential: { apiKey }, masterPassword });
  await passwork.editItem(id, { urls: [url] });
  await passwork.logout();
}

test('S4: an item whose address changed since it was used is filled after a yes in the popup only', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const other = await findForeign(popup);
  const ref = { kind: 'item', id: other.id } as const;
  await askFor(popup, 'copy', { ref, part: { part: 'login' } });
  await moveItem(server, other.id, server.site.loginUrl);
  await askFor(popup, 'refresh', {});
  await popup.close();
  const password = site.getByLabel('Password');

  // By the menu in the page: offered, but nothing is filled.
  await site.bringToFront();
  await site.getByLabel('User name').click();
  const asked = await extension.popupOpenedBy(() => chooseInMenu(site, other.name));
  const shows = () => asked.evaluate('document.body?.innerText ?? ""');
  await expect.poll(shows).toContain(text('consentTitle'));
  const host = new URL(server.site.loginUrl).host;
  await expect.poll(shows).toContain(text('consentAddressChanged', host));
  expect(await password.inputValue()).toBe('');
  // An Enter that was on its way when the popup came up is no answer (U10, U11).
  await asked.press('Enter');
  await new Promise((later) => setTimeout(later, 700));
  expect(await password.inputValue()).toBe('');
  await asked.press('Escape');

  // By the context menu: the same question.
  await site.bringToFront();
  const again = await extension.popupOpenedBy(() =>
    clickMenu(extension, site, { act: 'fill', id: other.id }),
  );
  await expect
    .poll(() => again.evaluate('document.querySelector(".item-acts button:focus")?.textContent'))
    .toBe(text('fillNamed', host));
  expect(await password.inputValue()).toBe('');
  await new Promise((later) => setTimeout(later, 700));
  await again.press('Enter');
  await expect.poll(() => password.inputValue()).not.toBe('');
  await again.closed();

  // Confirmed once, it goes on as ever.
  await site.reload();
  await site.getByLabel('User name').click();
  await chooseInMenu(site, other.name);
  await expect(password).not.toHaveValue('');
});

test('S4: the shortcut leads to the same question', async ({ extension, server, site, popup }) => {
  const elsewhere = await startHostileSite();
  try {
    const other = await findForeign(popup);
    const ref = { kind: 'item', id: other.id } as const;
    await askFor(popup, 'copy', { ref, part: { part: 'login' } });
    // The one item that matches there, which the shortcut would fill at once.
    const url = elsewhere.page(loginForm, 'moved');
    await moveItem(server, other.id, url);
    await askFor(popup, 'refresh', {});
    await popup.close();
    await site.goto(url);
    await site.bringToFront();
    const password = site.locator('[name=password]');
    const asked = await extension.popupOpenedBy(() => pressShortcut(extension, url, 'fill'));
    await expect
      .poll(() => asked.evaluate('document.body?.innerText ?? ""'))
      .toContain(text('consentAddressChanged', new URL(url).host));
    expect(await password.inputValue()).toBe('');
    await new Promise((later) => setTimeout(later, 700));
    await asked.press('Enter');
    await expect.poll(() => password.inputValue()).not.toBe('');
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

test('S4: the popup itself asks, too', async ({ server, site, popup }) => {
  const other = await findForeign(popup);
  const ref = { kind: 'item', id: other.id } as const;
  await askFor(popup, 'copy', { ref, part: { part: 'login' } });
  await moveItem(server, other.id, server.site.loginUrl);
  await askFor(popup, 'refresh', {});
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
