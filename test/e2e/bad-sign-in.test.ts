/** Everything that goes wrong at setup: each has its sentence, and nothing typed is lost. */
import { createServer } from 'node:http';
import { startServer } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { type Credentials, typeCredentials, typeHost, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

type Sentence = Parameters<typeof text>[0];

const badHosts: readonly (readonly [string, (good: string, site: string) => string, Sentence])[] = [
  ['no address at all', () => 'two words', 'errorBadHost'],
  ['an address without encryption', () => 'http://passwork.example.com', 'errorInsecureHost'],
  ['a port where nobody listens', () => 'http://127.0.0.1:9', 'errorOffline'],
  ['a server whose TLS is broken', (good) => good.replace('http:', 'https:'), 'errorOffline'],
  ['a web page that is no Passwork', (_, site) => site, 'errorNotPasswork'],
  ['a folder where no Passwork lies', (good) => `${good}/somewhere`, 'errorNotPasswork'],
];

const badCredentials: readonly (readonly [string, Partial<Credentials>, Sentence])[] = [
  ['a wrong API key', { apiKey: 'wrong' }, 'errorWrongCredential'],
  ['a wrong master password', { masterPassword: 'wrong' }, 'errorWrongMasterPassword'],
  ['no master password where one is needed', { masterPassword: '' }, 'errorMasterPasswordNeeded'],
];

test('says what is wrong, keeps what was typed, and goes on from there', async ({
  extension,
  server,
  site,
}) => {
  // Each server that is not there is asked three times.
  test.slow();
  const popup = await extension.openPopup(site);
  const host = popup.getByLabel(text('host'), { exact: true });
  for (const [name, hostOf, sentence] of badHosts) {
    await test.step(name, async () => {
      const typed = hostOf(server.v4.host, server.site.url);
      await typeHost(popup, typed);
      await expect(popup.getByText(text(sentence))).toBeVisible();
      await expect(host).toHaveValue(typed);
      await expect(host).toBeFocused();
    });
  }
  for (const [name, wrong, sentence] of badCredentials) {
    await test.step(name, async () => {
      const typed = { ...server.v4, ...wrong };
      await typeCredentials(popup, typed);
      await popup.getByRole('button', { name: text('connect') }).click();
      await expect(popup.getByText(text(sentence))).toBeVisible();
      await expect(popup.locator('[name=apiKey]')).toHaveValue(typed.apiKey);
      await expect(popup.locator('[name=masterPassword]')).toHaveValue(typed.masterPassword);
    });
  }
  await typeCredentials(popup, { ...server.v4, host: `${server.v4.host}/api/v4/` });
  await popup.getByRole('button', { name: text('connect') }).click();
  await waitForItems(popup);
});

test('finds Passwork while the address is being typed, and out why a server cannot be reached', async ({
  extension,
  server,
  site,
}) => {
  const popup = await extension.openPopup(site);
  server.control.clearRequests();
  await popup.getByLabel(text('host'), { exact: true }).pressSequentially(server.v4.host);
  await expect(popup.getByRole('status').filter({ hasText: /Passwork [\d.]+/ })).toBeVisible();
  const asked = server.control.requests().map(({ path }) => path);
  expect(asked).toEqual(['/api/v4/info/version']);
  await popup.keyboard.press('Enter');
  await expect(popup.locator('[name=apiKey]')).toBeFocused();

  // Where nobody answers, the browser is asked why.
  const port = new URL(server.v4.host).port;
  const reasons: readonly (readonly [string, Sentence])[] = [
    ['no-such-name.invalid', 'unreachableName'],
    [`https://127.0.0.1:${port}`, 'unreachableCertificate'],
    ['http://127.0.0.1:9', 'unreachableClosed'],
  ];
  for (const [host, sentence] of reasons) {
    await typeHost(popup, host);
    await expect(popup.getByText(text('errorOffline'))).toBeVisible();
    const tabs = extension.context.pages().length;
    await popup.getByRole('button', { name: text('findOut') }).click();
    await expect(popup.getByText(text(sentence))).toBeVisible();
    await expect.poll(() => extension.context.pages().length).toBe(tabs);
  }
});

test('shows what it may do at last, keeps to it, and comes no second time', async ({
  extension,
  server,
  site,
}) => {
  const popup = await extension.openPopup(site);
  await typeCredentials(popup, server.v4);
  await popup.getByRole('button', { name: text('connect') }).click();
  await expect(popup.getByRole('heading', { name: text('welcomeTitle') })).toBeFocused();
  await expect(popup.getByText(text('siteAccessHint'))).toBeVisible();
  await popup.getByRole('checkbox', { name: text('offerInPage') }).uncheck();
  await expect.poll(async () => (await askFor(popup, 'settings', {})).offerInPage).toBe(false);
  await popup.getByRole('button', { name: text('pinChoose') }).click();
  await popup.getByLabel(text('pinNew'), { exact: true }).fill('482913');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText(text('pinSet'))).toBeVisible();
  expect(await askFor(popup, 'pin', {})).toEqual({ set: true });
  await popup.reload();
  await expect(popup.getByRole('option').first()).toBeVisible();
});

test('a server that fails with a page of HTML', async ({ extension, server, site }) => {
  const popup = await extension.openPopup(site);
  server.control.setFaults('500-html@POST /auth/login/*=1');
  await typeCredentials(popup, server.v4);
  await popup.getByRole('button', { name: text('connect') }).click();
  await expect(popup.getByText(text('errorServerError'))).toBeVisible();
  await popup.getByRole('button', { name: text('connect') }).click();
  await waitForItems(popup);
});

test('a master password where none is used, then a passphrase for this device', async ({
  extension,
  site,
}) => {
  const plain = await startServer({ encrypted: false });
  try {
    const popup = await extension.openPopup(site);
    await typeCredentials(popup, { ...plain.v4, masterPassword: 'not needed' });
    await popup.getByRole('button', { name: text('connect') }).click();
    await expect(popup.getByText(text('errorMasterPasswordNotUsed'))).toBeVisible();
    await popup.locator('[name=masterPassword]').fill('');
    await popup.getByRole('button', { name: text('connect') }).click();
    await popup.locator('[name=passphrase]').fill('a passphrase of mine');
    await popup.getByRole('button', { name: text('connect') }).click();
    await waitForItems(popup);
    await popup.getByRole('button', { name: text('lockNow') }).click();
    await popup.locator('[name=secret]').fill('a passphrase of mine');
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
  } finally {
    await plain.close();
  }
});

test('S3: a typed host and key outlive the popup, the master password does not, and no stranger is sent the key', async ({
  extension,
  server,
  site,
}) => {
  const seen: string[] = [];
  const stranger = createServer((request, response) => {
    seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.end('<!doctype html><title>Hello</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    const popup = await extension.openPopup(site);
    await typeCredentials(popup, server.v4);
    const draft = () => extension.inWorker(() => chrome.storage.session.get('setup-draft'));
    await expect.poll(async () => JSON.stringify(await draft())).toContain(server.v4.apiKey);
    await popup.close();
    const again = await extension.openPopup(site);
    await expect(again.getByLabel(text('host'), { exact: true })).toHaveValue(server.v4.host);
    await again.getByRole('button', { name: text('goOn') }).click();
    await expect(again.locator('[name=apiKey]')).toHaveValue(server.v4.apiKey);
    await expect(again.locator('[name=masterPassword]')).toHaveValue('');

    await typeHost(again, `http://127.0.0.1:${address.port}`);
    await expect(again.getByText(text('errorNotPasswork'))).toBeVisible();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.join()).not.toContain(server.v4.apiKey);
  } finally {
    stranger.close();
  }
});
