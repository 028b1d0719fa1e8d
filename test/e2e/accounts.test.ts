/** Two servers, a PIN: through the worker, in a real browser. */
import type { Page } from '@playwright/test';
import { startServer } from '../server/start.ts';
import { ask, askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

const everything = { query: '', tabId: null, offset: 0, limit: 1 };

test('accounts of two servers are switched without locking or mixing', async ({
  server,
  popup,
}) => {
  const other = await startServer({ seed: 'another company' });
  try {
    const [first] = await askFor(popup, 'accounts', {});
    const before = await askFor(popup, 'find', everything);
    await askFor(popup, 'signIn', { ...other.second, passphrase: '' });
    await expect
      .poll(async () => (await askFor(popup, 'find', everything)).index.phase)
      .toBe('ready');
    expect((await askFor(popup, 'accounts', {})).map(({ active }) => active)).toEqual([
      false,
      true,
    ]);

    server.control.clearRequests();
    other.control.clearRequests();
    const answer = await askFor(popup, 'switchAccount', { id: first?.id ?? '' });
    expect(answer).toMatchObject({ state: 'unlocked' });
    const after = await askFor(popup, 'find', everything);
    expect(after.total).toBe(before.total);
    expect(after.rows).toEqual(before.rows);
    expect(other.control.requests()).toEqual([]);

    await askFor(popup, 'lock', {});
    for (const { id } of await askFor(popup, 'accounts', {})) {
      expect((await askFor(popup, 'switchAccount', { id })).state).toBe('locked');
    }
  } finally {
    await other.close();
  }
});

test('D4: a PIN unlocks what locking put away, also for a new worker, and ends after five tries', async ({
  extension,
  server,
  popup,
}) => {
  await askFor(popup, 'savePin', { pin: '482913' });
  await askFor(popup, 'lock', {});
  const kept = JSON.stringify(await extension.inWorker(() => chrome.storage.session.get(null)));
  expect(kept).not.toContain('masterKey');
  await extension.killWorker();
  server.control.clearRequests();
  const wrong = await ask(popup, 'unlockWithPin', { pin: '000000' });
  expect(wrong).toEqual({ ok: false, error: { code: 'wrong-pin', triesLeft: 4 } });
  expect(await askFor(popup, 'unlockWithPin', { pin: '482913' })).toMatchObject({
    state: 'unlocked',
  });
  // The session went on: nobody signed in again, and the list came from the disk.
  expect(server.control.requests().filter(({ path }) => path.includes('login'))).toEqual([]);
  await popup.reload();
  await waitForItems(popup);

  await askFor(popup, 'lock', {});
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await ask(popup, 'unlockWithPin', { pin: '000000' })).toMatchObject({
      error: { triesLeft },
    });
    // Killed between the tries, it has not forgotten how many there were.
    await extension.killWorker();
  }
  expect(await ask(popup, 'unlockWithPin', { pin: '000000' })).toMatchObject({
    error: { code: 'too-many-tries' },
  });
  expect(await askFor(popup, 'status', {})).toMatchObject({ state: 'locked', pinTries: null });
  await popup.reload();
  await popup.locator('[name=secret]').fill(server.v4.masterPassword);
  await popup.getByRole('button', { name: text('unlock') }).click();
  await waitForItems(popup);
});

test('a passkey of the device unlocks what locking put away', async ({
  extension,
  server,
  popup,
}) => {
  const options = await extension.context.newPage();
  await addAuthenticator(options);
  await options.goto(`${extension.origin}/src/options/index.html`);
  await options.getByRole('button', { name: text('passkeyAdd') }).click();
  await expect(options.getByText(text('passkeySet'))).toBeVisible();

  await askFor(popup, 'lock', {});
  await extension.killWorker();
  server.control.clearRequests();
  // The authenticator belongs to its page, so the popup's page is opened there.
  await options.goto(`${extension.origin}/src/popup/index.html`);
  await options.getByRole('button', { name: text('usePasskey') }).click();
  await waitForItems(options);
  expect(server.control.requests().filter(({ path }) => path.includes('login'))).toEqual([]);
});

/** A device that checks its person and derives secrets, as a fingerprint reader does. */
async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
