/** Everything that goes wrong at setup: each has its sentence, and nothing typed is lost. */
import { createServer } from 'node:http';
import { startServer, startV7Server } from '../server/start.ts';
import { expect, test } from './support/fixtures.ts';
import { type Credentials, typeCredentials, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

type Sentence = Parameters<typeof text>[0];
type Case = {
  readonly name: string;
  readonly typed: (good: Credentials, site: string) => Credentials;
  readonly sentence: Sentence;
};

const cases: readonly Case[] = [
  {
    name: 'no address at all',
    typed: (good) => ({ ...good, host: 'two words' }),
    sentence: 'errorBadHost',
  },
  {
    name: 'an address without encryption',
    typed: (good) => ({ ...good, host: 'http://passwork.example.com' }),
    sentence: 'errorInsecureHost',
  },
  {
    name: 'a port where nobody listens',
    typed: (good) => ({ ...good, host: 'http://127.0.0.1:9' }),
    sentence: 'errorOffline',
  },
  {
    name: 'a server whose TLS is broken',
    typed: (good) => ({ ...good, host: good.host.replace('http:', 'https:') }),
    sentence: 'errorOffline',
  },
  {
    name: 'a web page that is no Passwork',
    typed: (good, site) => ({ ...good, host: site }),
    sentence: 'errorNotPasswork',
  },
  {
    name: 'a folder where no Passwork lies',
    typed: (good) => ({ ...good, host: `${good.host}/somewhere` }),
    sentence: 'errorNotPasswork',
  },
  {
    name: 'a wrong API key',
    typed: (good) => ({ ...good, apiKey: 'wrong' }),
    sentence: 'errorWrongCredential',
  },
  {
    name: 'a wrong master password',
    typed: (good) => ({ ...good, masterPassword: 'wrong' }),
    sentence: 'errorWrongMasterPassword',
  },
  {
    name: 'no master password where one is needed',
    typed: (good) => ({ ...good, masterPassword: '' }),
    sentence: 'errorMasterPasswordNeeded',
  },
];

test('says what is wrong, keeps what was typed, and goes on from there', async ({
  extension,
  server,
  site,
}) => {
  const popup = await extension.openPopup(site);
  for (const { name, typed, sentence } of cases) {
    await test.step(name, async () => {
      const credentials = typed(server.v4, server.site.url);
      await typeCredentials(popup, credentials);
      await popup.getByRole('button', { name: text('connect') }).click();
      await expect(popup.getByText(text(sentence))).toBeVisible();
      await expect(popup.getByLabel(text('host'), { exact: true })).toHaveValue(credentials.host);
      await expect(popup.locator('[name=apiKey]')).toHaveValue(credentials.apiKey);
      await expect(popup.locator('[name=masterPassword]')).toHaveValue(credentials.masterPassword);
    });
  }
  await typeCredentials(popup, { ...server.v4, host: `${server.v4.host}/api/v4/` });
  await popup.getByRole('button', { name: text('connect') }).click();
  await waitForItems(popup);
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

test('a Passwork 7 is named as such, and gets no key', async ({ extension, server, site }) => {
  const seven = await startV7Server();
  try {
    const popup = await extension.openPopup(site);
    await typeCredentials(popup, { ...server.v4, host: seven.url });
    await popup.getByRole('button', { name: text('connect') }).click();
    await expect(popup.getByText(text('errorUnsupportedServer'))).toBeVisible();
    const sent = JSON.stringify(seven.control.requests());
    expect(sent).not.toContain(server.v4.apiKey);
    expect(sent).not.toContain(server.v4.masterPassword);
  } finally {
    await seven.close();
  }
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
    await popup.getByRole('button', { name: text('finish') }).click();
    await waitForItems(popup);
    await popup.getByRole('button', { name: text('lockNow') }).click();
    await popup.locator('[name=secret]').fill('a passphrase of mine');
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
  } finally {
    await plain.close();
  }
});

test('a typed host and key outlive the popup, the master password does not', async ({
  extension,
  server,
  site,
}) => {
  const popup = await extension.openPopup(site);
  await typeCredentials(popup, server.v4);
  await expect
    .poll(() => extension.inWorker(() => chrome.storage.session.get('setup-draft')))
    .not.toEqual({});
  await popup.close();
  const again = await extension.openPopup(site);
  await expect(again.getByLabel(text('host'), { exact: true })).toHaveValue(server.v4.host);
  await expect(again.locator('[name=apiKey]')).toHaveValue(server.v4.apiKey);
  await expect(again.locator('[name=masterPassword]')).toHaveValue('');
});

test('sends no credential to a server that is no Passwork', async ({ extension, server, site }) => {
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
    await typeCredentials(popup, { ...server.v4, host: `http://127.0.0.1:${address.port}` });
    await popup.getByRole('button', { name: text('connect') }).click();
    await expect(popup.getByText(text('errorNotPasswork'))).toBeVisible();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.join()).not.toContain(server.v4.apiKey);
  } finally {
    stranger.close();
  }
});
