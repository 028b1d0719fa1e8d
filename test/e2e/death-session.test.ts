/**
 * The browser may stop the worker before, during and after each step of a session: signing in, unlocking, renewing its tokens,
 * locking. What was under way may fail, and then says so; nothing typed is lost, and no session is left half open.
 */
import type { Page } from '@playwright/test';
import type { RunningServer } from '../server/start.ts';
import { ask, askFor, rowOf } from './support/ask.ts';
import type { Extension } from './support/chromium.ts';
import { test as fresh } from './support/fixtures.ts';
import { expect, test } from './support/shared.ts';
import { typeCredentials, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

const nothing = async () => undefined;

type World = {
  readonly extension: Extension;
  readonly server: RunningServer;
  readonly popup: Page;
};

fresh(
  'a sign-in, with a death before, during and after it',
  async ({ extension, server, site }) => {
    const popup = await extension.openPopup(site);
    await typeCredentials(popup, server.v4);
    await extension.killWorker();
    const connect = popup.getByRole('button', { name: text('connect') });
    server.control.setFaults('latency:8000@POST /auth/login/*=1');
    await connect.click();
    await expect
      .poll(() => server.control.requests().some(({ path }) => path.includes('login')))
      .toBe(true);
    await extension.killWorker();
    await expect(popup.getByText(text('errorInternal'))).toBeVisible();
    await expect(popup.locator('[name=masterPassword]')).toHaveValue(server.v4.masterPassword);
    expect((await askFor(popup, 'status', {})).state).toBe('not-set-up');
    await connect.click();
    await waitForItems(popup);
    await extension.killWorker();
    expect((await askFor(popup, 'status', {})).state).toBe('unlocked');
  },
);

test('an unlock, with a death before, during and after it', async ({
  extension,
  server,
  popup,
}) => {
  await popup.getByRole('button', { name: text('lockNow') }).click();
  const secret = popup.locator('[name=secret]');
  await secret.fill(server.v4.masterPassword);
  await extension.killWorker();
  server.control.clearRequests();
  server.control.setFaults('latency:8000@POST /auth/login/*=1');
  await popup.getByRole('button', { name: text('unlock') }).click();
  await expect
    .poll(() => server.control.requests().some(({ path }) => path.includes('login')))
    .toBe(true);
  await extension.killWorker();
  await expect(popup.getByText(text('errorInternal'))).toBeVisible();
  await expect(secret).toHaveValue(server.v4.masterPassword);
  await popup.getByRole('button', { name: text('unlock') }).click();
  await waitForItems(popup);
  await extension.killWorker();
  expect((await askFor(popup, 'status', {})).state).toBe('unlocked');
});

test.describe('a renewal of the tokens', () => {
  const open = (popup: Page, id: string) => ask(popup, 'open', { ref: { kind: 'item', id } });
  const renewals = (server: RunningServer) =>
    server.control.requests().filter(({ path }) => path.includes('refreshToken'));

  /** Opens an item with tokens that are too old, and kills the worker once the server has been asked for others. Answers with the item's id. */
  async function dieRenewing({ extension, server, popup }: World, fault: string): Promise<string> {
    const { id } = await rowOf(popup, server.site.accounts[0].login);
    server.control.expireTokens();
    server.control.clearRequests();
    server.control.setFaults(`${fault}@POST /auth/refreshToken/*=1`);
    const lost = open(popup, id).catch(nothing);
    await expect.poll(() => renewals(server).length).toBe(1);
    await extension.killWorker();
    await lost;
    return id;
  }

  test('goes on after a death before it and after it', async ({ extension, server, popup }) => {
    const { id } = await rowOf(popup, server.site.accounts[0].login);
    await extension.killWorker();
    server.control.expireTokens();
    server.control.clearRequests();
    expect((await open(popup, id)).ok).toBe(true);
    expect(renewals(server)).toHaveLength(1);
    // The next worker has the new pair: it need not renew, and is not refused.
    await extension.killWorker();
    expect((await open(popup, id)).ok).toBe(true);
    expect(renewals(server)).toHaveLength(1);
  });

  test('that died before the server heard of it is made up for', async ({
    extension,
    server,
    popup,
  }) => {
    const id = await dieRenewing({ extension, server, popup }, 'stall');
    expect((await open(popup, id)).ok).toBe(true);
    expect(renewals(server)).toHaveLength(2);
  });

  test('whose new pair died with the worker ends at the door, with the reason, once', async ({
    extension,
    server,
    popup,
  }) => {
    // The server has changed the pair when the answer is still on its way.
    const id = await dieRenewing({ extension, server, popup }, 'slow-body:8000');
    server.control.setFaults('');
    expect(await open(popup, id)).toEqual({ ok: false, error: { code: 'session-expired' } });
    expect(await askFor(popup, 'status', {})).toMatchObject({
      state: 'locked',
      reason: 'session-expired',
    });
    const tries = renewals(server).length;
    await popup.reload();
    await expect(popup.getByText(text('errorSessionExpired'))).toBeVisible();
    expect(renewals(server)).toHaveLength(tries);
    await popup.locator('[name=secret]').fill(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
    expect((await open(popup, id)).ok).toBe(true);
  });
});

test.describe('locking', () => {
  test('that died half-way is finished by the next worker', async ({ extension, popup }) => {
    // As a lock leaves it that got no further than its first line.
    await extension.inWorker(() => chrome.storage.session.set({ deadline: '0:1' }));
    await extension.killWorker();
    expect(await askFor(popup, 'status', {})).toMatchObject({ state: 'locked', reason: null });
    expect(await extension.inWorker(() => chrome.storage.session.get(null))).toEqual({});
  });

  test('is done or can be repeated wherever the death comes', async ({
    extension,
    server,
    popup,
  }) => {
    for (let round = 0; round < 4; round += 1) {
      const locking = ask(popup, 'lock', {}).catch(nothing);
      await extension.killWorker();
      await locking;
      const { state } = await askFor(popup, 'status', {});
      expect(['locked', 'unlocked']).toContain(state);
      if (state === 'unlocked') await askFor(popup, 'lock', {});
      expect((await askFor(popup, 'status', {})).state).toBe('locked');
      expect(await extension.inWorker(() => chrome.storage.session.get(null))).toEqual({});
      await askFor(popup, 'unlock', { secret: server.v4.masterPassword });
    }
  });
});
