/** What stays in memory once the vault is locked. */
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { heapOf } from './support/heap.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { text } from './support/texts.ts';

test('D5: after locking no key and no opened field is in the memory of worker, popup or page', async ({
  extension,
  server,
  site,
  popup,
}) => {
  test.setTimeout(180_000);
  const [, account] = server.site.accounts;
  const { codeSecret } = account;
  if (codeSecret === null) throw new Error('the demo data lacks a one-time code');
  const browser = extension.context.browser();
  if (browser === null) throw new Error('Playwright gave no browser');
  const session = await browser.newBrowserCDPSession();
  const targetOf = async (matches: (url: string, type: string) => boolean) => {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find(({ url, type }) => matches(url, type));
    if (found === undefined) throw new Error('no such target');
    return heapOf(session, found.targetId);
  };
  const inWorker = () =>
    targetOf((url, type) => type === 'service_worker' && url.startsWith(extension.origin));
  const inPopup = () =>
    targetOf((url, type) => type === 'page' && url.startsWith(extension.origin));
  const inPage = () => targetOf((url) => url.startsWith(server.site.loginUrl));

  const { rows } = await askFor(popup, 'find', {
    query: account.login,
    tabId: null,
    offset: 0,
    limit: 100,
  });
  const { host } = new URL(server.site.loginUrl);
  const mine = rows.find((row) => row.host === host && row.shortcutId === null);
  if (mine === undefined) throw new Error('the demo data lacks the item');
  const kept = Object.values(await extension.inWorker(() => chrome.storage.session.get(null)));
  const saved = JSON.parse(String(kept.find((one) => String(one).includes('masterKey'))));

  await popup.getByRole('combobox').fill(account.login);
  await popup.getByRole('option', { name: mine.name }).first().click();
  const show = popup.getByRole('button', {
    name: text('showLabel', text('password')),
    exact: true,
  });
  await show.click();
  // Not looked for by its text: Playwright would leave that in the page.
  await expect(
    popup.getByRole('button', { name: text('hideLabel', text('password')), exact: true }),
  ).toBeVisible();
  await site.bringToFront();
  await site.getByLabel('User name').click();
  await chooseInMenu(site, mine.name);
  await expect(site.getByLabel('Password')).toHaveValue(account.password);

  // The search itself works: what is in use is found.
  expect((await inWorker()).includes(account.password), 'the opened item while unlocked').toBe(
    true,
  );
  expect((await inWorker()).includes(codeSecret), 'its secret of codes').toBe(true);
  expect((await inPopup()).includes(account.password), 'the revealed password').toBe(true);

  // The page has sent its form and shows another one; what it keeps of it is its own.
  await site.getByLabel('Password').fill('');
  await site.getByLabel('User name').fill('');
  await askFor(popup, 'lock', {});
  await expect(popup.locator('[name=secret]')).toBeVisible({ timeout: 30_000 });
  const secrets = {
    'master key': saved.masterKey,
    'access token': saved.tokens.token,
    'refresh token': saved.tokens.refreshToken,
    'master password': server.v4.masterPassword,
    'API key': server.v4.apiKey,
    'opened password': account.password,
    'secret of the one-time code': codeSecret,
  };
  const found = async (where: string, heap: string) =>
    Object.entries(secrets)
      .filter(([, secret]) => heap.includes(secret))
      .map(([name]) => `${name} in the ${where}`);
  expect([
    ...(await found('worker', await inWorker())),
    ...(await found('popup', await inPopup())),
    ...(await found('page', await inPage())),
  ]).toEqual([]);
});
