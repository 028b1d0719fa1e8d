/** What goes wrong while somebody works: each has its screen, and the work goes on after it. */
import type { Page } from '@playwright/test';
import { test as fresh } from './support/fixtures.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

async function openItem(popup: Page, name: string): Promise<void> {
  await popup.getByRole('combobox').fill(name);
  await popup.getByRole('option', { name }).first().click();
}

async function unlock(popup: Page, secret: string): Promise<void> {
  await popup.locator('[name=secret]').fill(secret);
  await popup.getByRole('button', { name: text('unlock') }).click();
}

const heading = (popup: Page) => popup.getByRole('heading', { level: 1 });
const copyPassword = (popup: Page) =>
  popup.getByRole('button', { name: text('copyLabel', text('password')) });

test('a session that expires in the middle of a click is renewed unseen', async ({
  server,
  popup,
}) => {
  server.control.expireTokens();
  await openItem(popup, 'Intranet');
  await expect(copyPassword(popup)).toBeVisible();
  expect(server.control.requests().some(({ path }) => path.includes('refreshToken'))).toBe(true);
});

fresh(
  'a session that the server ended leads to the door, with the reason, and back',
  async ({ server, popup }) => {
    server.control.revokeSessions();
    await openItem(popup, 'Intranet');
    await expect(popup.getByText(text('errorSessionExpired'))).toBeVisible();
    await unlock(popup, 'wrong');
    await expect(popup.getByText(text('errorWrongMasterPassword'))).toBeVisible();
    await unlock(popup, server.v4.masterPassword);
    // Back where the click was meant to lead.
    await expect(copyPassword(popup)).toBeVisible();
  },
);

test('a server that is down for a minute keeps the list and says so', async ({ server, popup }) => {
  await server.control.goDown();
  await popup.getByRole('combobox').fill('backup');
  await expect(popup.getByRole('option').first()).toBeVisible();
  await openItem(popup, 'Intranet');
  await expect(popup.getByText(text('errorOffline'))).toBeVisible();
  await server.control.comeUp();
  await popup.getByRole('button', { name: text('tryAgain') }).click();
  await expect(copyPassword(popup)).toBeVisible();
});

test('a server that fails with HTML says so and is asked again', async ({ server, popup }) => {
  server.control.setFaults('500-html@GET /passwords/*');
  await openItem(popup, 'Intranet');
  await expect(popup.getByText(text('errorServerError'))).toBeVisible();
  server.control.setFaults('');
  await popup.getByRole('button', { name: text('tryAgain') }).click();
  await expect(copyPassword(popup)).toBeVisible();
});

test('S17: a network that answers with its own page is no answer', async ({ server, popup }) => {
  server.control.setFaults('200-html@GET /passwords/*');
  await openItem(popup, 'Intranet');
  await expect(popup.getByText(text('errorBadServerAnswer'))).toBeVisible();
});

test('one garbled value says so, and the rest of the item works', async ({
  server,
  popup,
  item,
}) => {
  server.control.garble(item.id, 'field');
  await openItem(popup, item.name);
  await expect(heading(popup)).toHaveText(item.name);
  await expect(popup.getByText(text('unreadableValue')).first()).toBeVisible();
  await copyPassword(popup).click();
  await expect(popup.getByText(text('copiedClears_other', '30', text('password')))).toBeVisible();
});

test('an item without a name, without a password, with long notes', async ({ server, popup }) => {
  const item = [...server.state.items.values()].find(({ login }) => login === 'ledger-export');
  if (item === undefined) throw new Error('the demo data lacks the item');
  const { description } = item;
  item.description = 'long '.repeat(2_000);
  await openItem(popup, 'ledger');
  await expect(popup.getByText('long long').first()).toBeVisible();
  item.description = description;
});

test('a wrong master password at the door counts nothing as lost', async ({ server, popup }) => {
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await unlock(popup, 'not this one');
  await expect(popup.getByText(text('errorWrongMasterPassword'))).toBeVisible();
  await unlock(popup, server.v4.masterPassword);
  await expect(popup.getByRole('option').first()).toBeVisible();
});

test('unlocking while the server is away says so and can be repeated', async ({
  server,
  popup,
}) => {
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await server.control.goDown();
  await unlock(popup, server.v4.masterPassword);
  await expect(popup.getByText(text('errorOffline'))).toBeVisible();
  await server.control.comeUp();
  await popup.getByRole('button', { name: text('unlock') }).click();
  await expect(popup.getByRole('option').first()).toBeVisible();
});
