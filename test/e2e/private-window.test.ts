/** What is done in a private window leaves no trace in the extension, nor on the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startServer } from '../server/start.ts';
import { shownMenu } from '../support/content/menu.ts';
import { askFor } from './support/ask.ts';
import { type Extension, launchExtension } from './support/chromium.ts';
import { clickMenu, pasted } from './support/context-menu.ts';
import { waitForEngine } from './support/engine.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { allowPrivateWindows, openPrivately } from './support/private-window.ts';
import { searchProfile } from './support/search-profile.ts';
import { sendFromPage } from './support/send-from-page.ts';
import { signIn } from './support/sign-in.ts';

/** What holds the clock or the session's own keys, and changes by itself. */
const ownClock = /^(deadline|clipboard|session .*|view)$/;

/** Everything that is kept and tells what its user does. */
async function kept({ inWorker }: Extension, popup: Page) {
  const [session, local] = await inWorker(async () => [
    await chrome.storage.session.get(null),
    await chrome.storage.local.get(null),
  ]);
  const listed = { query: '', tabId: null, offset: 0, limit: 50 };
  const { rows, sections } = await askFor(popup, 'find', listed);
  return {
    session: Object.entries(Object(session)).filter(([key]) => !ownClock.test(key)),
    local,
    // The last used ones have a section of their own.
    recents: [rows.map(({ id }) => id), sections],
    sites: await askFor(popup, 'sites', {}),
    generated: await askFor(popup, 'generatedRows', {}),
    failures: (await askFor(popup, 'diagnostics', {})).failures,
  };
}

/** Whether the context menu has this entry: the browser tells by refusing to change what is not there. */
const inContextMenu = ({ inWorker }: Extension, entry: string) =>
  inWorker(
    (id) =>
      chrome.contextMenus.update(id, {}).then(
        () => true,
        () => false,
      ),
    entry,
  );

test('D7: a private window leaves nothing behind', async () => {
  test.setTimeout(150_000);
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-private-'));
  const server = await startServer();
  const extension = await launchExtension({ profile });
  const { login, password } = server.site.accounts[1];
  const typed = 'typed-in-private-4711';
  try {
    await allowPrivateWindows(extension);
    const blank = await extension.context.newPage();
    const popup = await extension.openPopup(blank);
    await signIn(popup, server.v4);
    const { rows } = await askFor(popup, 'find', {
      query: login,
      tabId: null,
      offset: 0,
      limit: 9,
    });
    const mine = rows.find((row) => row.login === login && row.shortcutId === null);
    if (mine === undefined) throw new Error('the demo data lacks the item');
    const fillEntry = `fill ${mine.id} `;
    const before = await kept(extension, popup);

    const address = `${server.site.loginUrl}?in-private-4711`;
    const site = await openPrivately(extension, address);
    await site.bringToFront();
    await site.getByLabel('User name').click();
    await expect.poll(() => shownMenu(site)).not.toBeNull();
    expect(await inContextMenu(extension, fillEntry), 'the context menu').toBe(false);
    await chooseInMenu(site, mine.name);
    await expect(site.getByLabel('Password')).toHaveValue(password);
    // The code follows a fill, and would replace what is copied next.
    await expect.poll(() => pasted(extension)).toMatch(/^\d{6}$/);
    await clickMenu(extension, site, { act: 'copy-password', id: mine.id });
    await expect.poll(() => pasted(extension)).toBe(password);

    // A popup over it: searches, opens an item, closes.
    const over = await extension.openPopup(site);
    await over.getByRole('combobox').fill(login);
    await over.getByRole('option').first().click();
    await expect(over.getByRole('heading', { level: 1 })).toBeVisible();
    await over.close();

    // What is made for a page is not listed, and what is typed and sent is not asked about.
    const made = { minLength: 0, maxLength: 0, rules: '', attempt: 0 };
    const [answer] = await sendFromPage(extension, site, [
      { channel: 'page', call: 'generateFor', request: made },
    ]);
    expect(answer).toMatchObject({ ok: true });
    const madePassword = String(Object(Object(answer).value).password);
    await site.goto(new URL('/trial/login?in-private-4711', address).href);
    await site.locator('#u').click();
    await waitForEngine(popup, site);
    await site.keyboard.type('marta');
    // The menu may lie over the next field by now.
    await site.keyboard.press('Tab');
    await site.keyboard.type(typed);
    await site.keyboard.press('Enter');
    await site.waitForURL((url) => !url.pathname.endsWith('/login'));
    expect(await askFor(popup, 'saveQuestion', { tabId: null })).toBeNull();

    await site.close();
    await blank.bringToFront();
    await expect.poll(() => kept(extension, popup)).toEqual(before);
    const all = await extension.inWorker(() => chrome.storage.session.get());
    // Where the popup of the private window stood; the one of this test has searched nothing.
    expect(String(all.view)).not.toContain(login);
    const session = JSON.stringify(all);
    for (const trace of ['in-private', 'trial', typed, madePassword]) {
      expect(session).not.toContain(trace);
    }

    // The same in a window that is not private is remembered: the looks above see something.
    const open = await extension.context.newPage();
    await open.goto(server.site.loginUrl);
    await expect.poll(() => inContextMenu(extension, fillEntry)).toBe(true);
    await open.getByLabel('User name').click();
    await chooseInMenu(open, mine.name);
    await expect(open.getByLabel('Password')).toHaveValue(password);
    await expect.poll(() => kept(extension, popup)).not.toEqual(before);

    await extension.close();
    const canaries = { address: 'in-private-4711', 'typed password': typed, made: madePassword };
    expect(searchProfile(profile, canaries)).toEqual([]);
    expect(searchProfile(profile, { control: 'latchkey' }).length).toBeGreaterThan(0);
  } finally {
    await extension.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
