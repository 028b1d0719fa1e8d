/** What leaves the worker, the machine's memory, and the machine; by whom it can be asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ItemRow } from '../../src/protocol/list-calls.ts';
import { startServer } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { launchExtension } from './support/chromium.ts';
import { clickMenu, pasted } from './support/context-menu.ts';
import { test as fresh } from './support/fixtures.ts';
import { searchProfile } from './support/search-profile.ts';
import { sendFromPage } from './support/send-from-page.ts';
import { expect, test } from './support/shared.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ mode: 'default' });

/** The item of the demo site's first account. */
async function findMine(popup: Page, site: Page): Promise<ItemRow> {
  const { rows } = await askFor(popup, 'find', everything);
  const mine = rows.find(
    ({ name, host }) => name === 'Intranet' && new URL(site.url()).host === host,
  );
  if (mine === undefined) throw new Error('the demo data lacks the item of its own site');
  return mine;
}

const everything = { query: '', tabId: null, offset: 0, limit: 100 };

test('F20 M8: a grant is for the document it was given to, and for once', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const mine = await findMine(popup, site);
  const choose = { channel: 'page', call: 'choose', request: { id: mine.id, shortcutId: null } };
  const redeem = (grant: string) => ({
    channel: 'page',
    call: 'redeem',
    request: { grant, labels: ['current-password'], spares: [], destinations: [] },
  });
  const [chosen] = await sendFromPage(extension, site, [choose]);
  const { grant } = (chosen as { value: { grant: string } }).value;

  const elsewhere = await extension.context.newPage();
  await elsewhere.goto(`${server.site.url}/article`);
  const [stolen] = await sendFromPage(extension, elsewhere, [redeem(grant)]);
  expect(stolen).toEqual({ ok: false, error: { code: 'moved-on' } });
  const [spent] = await sendFromPage(extension, site, [redeem(grant)]);
  expect(spent).toEqual({ ok: false, error: { code: 'moved-on' } });

  const [again] = await sendFromPage(extension, site, [choose]);
  const second = (again as { value: { grant: string } }).value.grant;
  const [first, replay] = [
    ...(await sendFromPage(extension, site, [redeem(second)])),
    ...(await sendFromPage(extension, site, [redeem(second)])),
  ];
  expect(first).toMatchObject({ ok: true, value: { password: server.site.accounts[0].password } });
  expect(replay).toEqual({ ok: false, error: { code: 'moved-on' } });
});

fresh(
  'D2: content scripts can read no storage, and the disk side holds no secret',
  async ({ extension, site, popup }) => {
    await popup.bringToFront();
    const read = await extension.inWorker(async (url) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` });
      const [run] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () =>
          Promise.all(
            [chrome.storage.session, chrome.storage.local].map((area) =>
              area.get(null).then(
                () => 'read',
                () => 'refused',
              ),
            ),
          ),
      });
      return run?.result;
    }, site.url());
    expect(read).toEqual(['refused', 'refused']);
    const local = await extension.inWorker(() => chrome.storage.local.get(null));
    expect(Object.keys(local)).toEqual(Object.keys(local).filter((key) => key === 'settings'));
  },
);

test('D15: browsing causes no request, and requests carry neither cookie nor referrer', async ({
  extension,
  server,
  site,
  popup,
}) => {
  // The look at the list that follows an unlock has come to its end.
  await askFor(popup, 'refresh', {});
  await popup.close();
  server.control.clearRequests();
  for (let visit = 0; visit < 25; visit += 1) {
    await site.goto(`${server.site.url}/${visit % 2 === 0 ? 'login' : 'article'}?visit=${visit}`);
    if (visit % 2 === 0) await site.getByLabel('User name').click();
  }
  expect(server.control.requests()).toEqual([]);
  const again = await extension.openPopup(site);
  await again.getByRole('option').first().click();
  await expect.poll(() => server.control.requests().length).toBeGreaterThan(0);
  for (const { headers } of server.control.requests()) {
    const names = Object.keys(headers);
    expect(names).not.toContain('cookie');
    expect(names).not.toContain('referer');
  }
});

test('D1: no secret is on the disk, unlocked or locked', async () => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-profile-'));
  const server = await startServer();
  const extension = await launchExtension({ profile });
  const account = server.site.accounts[1];
  try {
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    const popup = await extension.openPopup(site);
    await signIn(popup, server.v4);
    const { rows } = await askFor(popup, 'find', {
      query: account.login,
      tabId: null,
      offset: 0,
      limit: 9,
    });
    const row = rows.find(
      ({ login, shortcutId }) => login === account.login && shortcutId === null,
    );
    if (row === undefined) throw new Error('the demo data lacks the item');
    const ref = { kind: 'item', id: row.id } as const;
    await askFor(popup, 'savePin', { pin: 'canary-pin-4711' });
    await askFor(popup, 'open', { ref });
    await askFor(popup, 'reveal', { ref, part: { part: 'password' } });
    await clickMenu(extension, site, { act: 'copy-password', id: row.id });
    await expect.poll(() => pasted(extension)).toBe(account.password);
    await clickMenu(extension, site, { act: 'fill', id: row.id });
    await expect(site.getByLabel('Password')).toHaveValue(account.password);
    const session = Object.values(await extension.inWorker(() => chrome.storage.session.get(null)));
    const saved = JSON.parse(String(session.find((text) => String(text).includes('masterKey'))));
    const canaries = {
      'master password': server.v4.masterPassword,
      'API key': server.v4.apiKey,
      'password of an item': account.password,
      'secret of a one-time code': account.codeSecret ?? 'no secret',
      PIN: 'canary-pin-4711',
      'master key': saved.masterKey,
      'access token': saved.tokens.token,
      'refresh token': saved.tokens.refreshToken,
    };
    expect(searchProfile(profile, canaries), 'while unlocked').toEqual([]);
    await askFor(popup, 'lock', {});
    await extension.close();
    expect(searchProfile(profile, canaries), 'locked and closed').toEqual([]);
    // The search itself works: the item's name, which is no secret, may lie there; this text does.
    expect(searchProfile(profile, { control: 'latchkey' }).length).toBeGreaterThan(0);
  } finally {
    await extension.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
