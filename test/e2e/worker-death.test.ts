/** The browser may stop the worker at any moment; the next call goes on. */
import { askFor } from './support/ask.ts';
import { test as fresh } from './support/fixtures.ts';
import { expect, test } from './support/shared.ts';
import { start, typeCredentials, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

test('search, open, reveal and copy go on after each death', async ({
  extension,
  server,
  popup,
}) => {
  // The look at the list that follows an unlock has come to its end.
  await askFor(popup, 'refresh', {});
  await extension.killWorker();
  server.control.clearRequests();
  await popup.getByRole('combobox').fill('Intranet');
  await popup
    .getByRole('option', { name: /Intranet/ })
    .first()
    .waitFor();
  // The index came from the disk: a search asks the server nothing.
  expect(server.control.requests()).toHaveLength(0);
  await extension.killWorker();
  await popup.getByRole('combobox').press('ArrowRight');
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/Intranet/);
  await extension.killWorker();
  await popup
    .getByRole('button', { name: text('showLabel', text('password')), exact: true })
    .click();
  await expect(popup.getByText(server.site.accounts[0].password, { exact: true })).toBeVisible();
  await extension.killWorker();
  await popup
    .getByRole('button', { name: text('copyLabel', text('password')), exact: true })
    .click();
  await expect(popup.getByText(text('copiedClears_other', '30', text('password')))).toBeVisible();
});

fresh(
  'a death in the middle of a sign-in loses nothing that was typed',
  async ({ extension, server, site }) => {
    const popup = await extension.openPopup(site);
    server.control.setFaults('latency:4000@POST /auth/login/*=1');
    await typeCredentials(popup, server.v4);
    await popup.getByRole('button', { name: text('connect') }).click();
    await expect.poll(() => server.control.requests().length).toBeGreaterThan(0);
    await extension.killWorker();
    await expect(popup.getByText(text('errorInternal'))).toBeVisible();
    await expect(popup.locator('[name=masterPassword]')).toHaveValue(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('connect') }).click();
    await waitForItems(popup);
  },
);

fresh(
  'a death while the list is built ends with a whole list',
  async ({ extension, server, site }) => {
    const popup = await extension.openPopup(site);
    server.control.setFaults('latency:3000@GET /vaults/*/fullInfo');
    await typeCredentials(popup, server.v4);
    await popup.getByRole('button', { name: text('connect') }).click();
    await start(popup);
    await popup.getByRole('combobox').waitFor();
    await extension.killWorker();
    server.control.setFaults('');
    const again = await extension.openPopup(site);
    await waitForItems(again);
    await expect
      .poll(
        async () =>
          (await askFor(again, 'find', { query: '', tabId: null, offset: 0, limit: 1 })).total,
      )
      .toBeGreaterThanOrEqual(60);
  },
);

fresh('a locked vault stays locked for the next worker', async ({ extension, popup }) => {
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await popup.locator('[name=secret]').waitFor();
  await extension.killWorker();
  expect((await askFor(popup, 'status', {})).state).toBe('locked');
  expect(await extension.inWorker(() => chrome.storage.session.get(null))).toEqual({});
});
