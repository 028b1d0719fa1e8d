/** What locks the vault, what it leaves behind, and what brings it back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer } from '../server/start.ts';
import { shownMenu } from '../support/content/menu.ts';
import { ask, askFor } from './support/ask.ts';
import { type Extension, launchExtension } from './support/chromium.ts';
import { clickMenu, pasted } from './support/context-menu.ts';
import { expect, test } from './support/shared.ts';
import { signIn, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

const everything = { query: '', tabId: null, offset: 0, limit: 100 };
const minute = 60_000;
const year = 365 * 24 * 60 * minute;

const kept = (extension: Extension) => extension.inWorker(() => chrome.storage.session.get(null));
const stateOf = async (popup: Page) => (await askFor(popup, 'status', {})).state;

/** Rewrites the lock time, as if it had been set at `since` to end at `until` (Unix ms). */
function setDeadline(extension: Extension, since: number, until: number): Promise<void> {
  return extension.inWorker(
    (deadline) => chrome.storage.session.set({ deadline }),
    `${since}:${until}`,
  );
}

type Event = 'alarm' | 'command' | 'idle';

/** Calls the real listeners of an event that no test can cause from outside. */
function dispatch(extension: Extension, event: Event, argument: unknown): Promise<void> {
  return extension.inWorker(
    ({ of, what }) => {
      const events = {
        alarm: chrome.alarms.onAlarm,
        command: chrome.commands.onCommand,
        idle: chrome.idle.onStateChanged,
      };
      (events[of] as unknown as { dispatch(given: unknown): void }).dispatch(what);
    },
    { of: event, what: argument },
  );
}

/** The vault is locked and has left nothing, seen without asking anything of it. */
async function expectWiped(extension: Extension): Promise<void> {
  await expect.poll(() => kept(extension)).toEqual({});
}

test('the next call after the lock time finds it locked', async ({ extension, popup }) => {
  await setDeadline(extension, Date.now() - 20 * minute, Date.now() - 5 * minute);
  expect(await ask(popup, 'find', everything)).toEqual({ ok: false, error: { code: 'locked' } });
  await expectWiped(extension);
  expect(await ask(popup, 'refresh', {})).toEqual({ ok: false, error: { code: 'locked' } });
});

test('the alarm locks on time while nobody asks, also in a new worker', async ({
  extension,
  server,
  popup,
}) => {
  const alarm = await extension.inWorker(() => chrome.alarms.get('lock'));
  expect(alarm?.scheduledTime).toBeGreaterThan(Date.now());
  await setDeadline(extension, Date.now() - 20 * minute, Date.now() - 1);
  await dispatch(extension, 'alarm', { name: 'lock' });
  await expectWiped(extension);
  await askFor(popup, 'unlock', { secret: server.v4.masterPassword });

  await setDeadline(extension, Date.now() - 20 * minute, Date.now() - 1);
  await extension.killWorker();
  // Whatever wakes the worker: it looks at the lock time by itself.
  await popup
    .evaluate(() => chrome.runtime.sendMessage({ none: 'of ours' }))
    .catch(() => undefined);
  await expectWiped(extension);
});

test('a clock that was set back does not extend a session', async ({ extension, popup }) => {
  // Unlocked "in a year", to be locked a quarter of an hour later.
  await setDeadline(extension, Date.now() + year, Date.now() + year + 15 * minute);
  expect(await ask(popup, 'find', everything)).toEqual({ ok: false, error: { code: 'locked' } });
  await expectWiped(extension);
});

test('the shortcut locks', async ({ extension, popup }) => {
  await dispatch(extension, 'command', 'lock');
  await expectWiped(extension);
  expect(await stateOf(popup)).toBe('locked');
});

test('the locked screen of the system locks, unless the setting is off', async ({
  extension,
  popup,
}) => {
  const settings = await askFor(popup, 'settings', {});
  await askFor(popup, 'saveSettings', { ...settings, lockWithScreen: false });
  await dispatch(extension, 'idle', 'locked');
  expect(await stateOf(popup)).toBe('unlocked');
  await askFor(popup, 'saveSettings', { ...settings, lockWithScreen: true });
  for (const state of ['idle', 'active']) await dispatch(extension, 'idle', state);
  expect(await stateOf(popup)).toBe('unlocked');
  await dispatch(extension, 'idle', 'locked');
  await expectWiped(extension);
});

test('a computer at rest locks where the setting says so, and after its time', async ({
  extension,
  popup,
}) => {
  const settings = await askFor(popup, 'settings', {});
  await dispatch(extension, 'idle', 'idle');
  expect(await stateOf(popup)).toBe('unlocked');
  // What the browser is asked to report, noted on the way to it.
  await extension.inWorker(() => {
    const set = chrome.idle.setDetectionInterval.bind(chrome.idle);
    const asked: number[] = [];
    Object.assign(globalThis, { asked });
    chrome.idle.setDetectionInterval = (seconds) => {
      asked.push(seconds);
      set(seconds);
    };
  });
  await askFor(popup, 'saveSettings', { ...settings, lockIdleMinutes: 5 });
  const asked = () => extension.inWorker(() => (globalThis as { asked?: number[] }).asked);
  await expect.poll(asked).toEqual([300]);
  for (const state of ['active', 'idle']) await dispatch(extension, 'idle', state);
  await expectWiped(extension);
  expect(await stateOf(popup)).toBe('locked');
});

for (const [lockWithLastWindow, state] of [
  [true, 'locked'],
  [false, 'unlocked'],
] as const) {
  test(`the last window closes, with the setting ${lockWithLastWindow ? 'on' : 'off'}: ${state}`, async ({
    extension,
    server,
    popup,
  }) => {
    const settings = await askFor(popup, 'settings', {});
    await askFor(popup, 'saveSettings', { ...settings, lockWithLastWindow });
    await extension.inWorker(async () => {
      for (const { id } of await chrome.windows.getAll()) await chrome.windows.remove(id ?? -1);
    });
    await expect
      .poll(() => extension.inWorker(async () => (await chrome.windows.getAll()).length))
      .toBe(0);
    if (lockWithLastWindow) await expectWiped(extension);
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    expect(await stateOf(await extension.openPopup(site))).toBe(state);
  });
}

test('locking closes the menu in the page, clears our clipboard and wipes what was kept', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const { rows } = await askFor(popup, 'find', {
    ...everything,
    query: server.site.accounts[0].login,
  });
  const row = rows.find(({ login }) => login === server.site.accounts[0].login);
  if (row === undefined) throw new Error('the demo data lacks the item');
  await clickMenu(extension, site, { act: 'copy-password', id: row.id });
  await expect.poll(() => pasted(extension)).toBe(server.site.accounts[0].password);
  await askFor(popup, 'saveSetupDraft', {
    host: 'other.test',
    apiKey: 'half typed',
    refreshToken: '',
  });
  await site.bringToFront();
  await site.getByLabel('User name').click();
  await expect.poll(async () => (await shownMenu(site))?.text ?? '').toContain('Intranet');

  await dispatch(extension, 'command', 'lock');
  await expect.poll(() => shownMenu(site)).toBeNull();
  await expectWiped(extension);
  await expect.poll(() => pasted(extension)).toBe('');
  const databases = await extension.inWorker(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const sizes = names
      .filter((name) => name.startsWith('index'))
      .map(
        (name) =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('chunks').objectStore('chunks').count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      );
    return Promise.all(sizes);
  });
  expect(databases).toEqual(databases.map(() => 0));
  expect(databases.length).toBeGreaterThan(0);
});

test('two popups: what one locks, the other shows; both unlock at once', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const other = await extension.openPopup(site);
  await waitForItems(other);
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await popup.locator('[name=secret]').waitFor();
  await other.getByRole('combobox').fill('Intranet');
  await other.locator('[name=secret]').waitFor();

  server.control.clearRequests();
  const both = [popup, other];
  for (const page of both) await page.locator('[name=secret]').fill(server.v4.masterPassword);
  await Promise.all(both.map((page) => page.getByRole('button', { name: text('unlock') }).click()));
  for (const page of both) await waitForItems(page);
  const logins = server.control.requests().filter(({ path }) => path.includes('login'));
  expect(logins).toHaveLength(1);
});

test('an unlock while the session is being renewed ends unlocked, with one session', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const other = await extension.openPopup(site);
  await waitForItems(other);
  server.control.expireTokens();
  server.control.clearRequests();
  server.control.setFaults('latency:3000@POST /auth/refreshToken/*=1');
  const refreshing = ask(popup, 'refresh', {});
  await expect
    .poll(() => server.control.requests().some(({ path }) => path.includes('refreshToken')))
    .toBe(true);
  await askFor(other, 'lock', {});
  await askFor(other, 'unlock', { secret: server.v4.masterPassword });
  await refreshing;
  expect(await stateOf(popup)).toBe('unlocked');
  // The old session's late answer has not taken the place of the new one.
  await extension.killWorker();
  expect((await ask(popup, 'refresh', {})).ok).toBe(true);
  expect(await stateOf(popup)).toBe('unlocked');
});

test('after a restart of the browser the master password unlocks, and nothing else was kept', async () => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-restart-'));
  const server = await startServer();
  let extension = await launchExtension({ profile });
  try {
    const first = await extension.openPopup();
    await signIn(first, server.v4);
    await extension.close();
    extension = await launchExtension({ profile });
    expect(await kept(extension)).toEqual({});
    const popup = await extension.openPopup();
    expect(await stateOf(popup)).toBe('locked');
    await popup.locator('[name=secret]').fill('not this one');
    await popup.getByRole('button', { name: text('unlock') }).click();
    await expect(popup.getByText(text('errorWrongMasterPassword'))).toBeVisible();
    await popup.locator('[name=secret]').fill(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
  } finally {
    await extension.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
