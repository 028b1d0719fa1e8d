/** What is done in a private window of Firefox leaves no trace in the extension, nor on the disk. */
import { searchProfile } from '../e2e/support/search-profile.ts';
import { text } from '../e2e/support/texts.ts';
import { askFor } from './support/ask.ts';
import { readContextMenu } from './support/browser-ui.ts';
import { waitForEngine } from './support/engine.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { showList } from './support/sign-in.ts';
import { enterKey, type Tab, tabKey } from './support/tab.ts';

/** What holds the clock or the session's own keys, or follows the tab in front, and changes by itself. */
const ownClock = /^(deadline|clipboard|session .*|view|first-screen)$/;

/** Everything that is kept and tells what its user does. */
async function kept(popup: Tab) {
  const [session = {}, local] = await popup.run<object[]>(
    'return Promise.all([browser.storage.session.get(null), browser.storage.local.get(null)])',
  );
  const listed = { query: '', tabId: null, offset: 0, limit: 50 };
  const { rows, sections } = await askFor(popup, 'find', listed);
  return {
    session: Object.entries(session).filter(([key]) => !ownClock.test(key)),
    local,
    // The last used ones have a section of their own.
    recents: [rows.map(({ id }) => id), sections],
    sites: await askFor(popup, 'sites', {}),
    generated: await askFor(popup, 'generatedRows', {}),
    failures: (await askFor(popup, 'diagnostics', {})).failures,
  };
}

test('D7: a private window leaves nothing behind', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front } = firefox;
  const [, duty, kiosk] = server.site.accounts;
  const mark = 'in-private-4711';
  const typed = 'typed-in-private-4711';
  const address = (path: string) => new URL(`${path}?${mark}`, server.site.loginUrl).href;
  /** Over the page in front, as a person does. */
  const fillFromPopup = async (site: Tab, name = 'yard kiosk', password = kiosk.password) => {
    await showList(firefox, popup);
    await popup.click('[role=combobox]');
    await popup.type(name);
    await expect.poll(() => popup.text('[role=option]')).toContain(name);
    await popup.type(enterKey);
    await expect.poll(() => site.value('#password')).toBe(password);
  };

  await front.goto('about:blank');
  const before = await kept(popup);
  await firefox.inBrowser(`
    const { OpenBrowserWindow, gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
    const opened = OpenBrowserWindow({ private: true });
    await new Promise((done) => opened.addEventListener('load', done, { once: true }));
    await opened.delayedStartupPromise;
    opened.gBrowser.fixupAndLoadURIString(${JSON.stringify(address('/login'))}, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    });`);
  const site = await firefox.tabAt(mark);
  await expect.poll(() => readContextMenu(firefox)).toContain(text('contextNoMatch'));
  await fillFromPopup(site);

  // What is typed and sent is not asked about, and what is made for a page is not listed.
  await site.goto(address('/trial/login'));
  await site.click('#u');
  await waitForEngine(popup, site);
  await site.type('marta');
  await site.type(tabKey);
  await site.type(typed);
  await site.type(enterKey);
  await expect.poll(() => site.text('h1')).toBe('Welcome');
  expect(await askFor(popup, 'saveQuestion', { tabId: null })).toBeNull();
  await site.goto(address('/trial/sign-up-strict'));
  await site.click('#n');
  await chooseInMenu(site, text('menuGenerate'));
  await expect.poll(() => site.value('#n')).not.toBe('');
  const made = await site.value('#n');

  await firefox.inBrowser(`Services.wm.getMostRecentWindow('navigator:browser').close();`);
  await expect.poll(() => kept(popup)).toEqual(before);
  const session = await popup.run<string>(
    'return browser.storage.session.get(null).then((all) => JSON.stringify(all))',
  );
  for (const trace of [mark, 'trial', typed, made]) expect(session).not.toContain(trace);
  const canaries = { address: mark, 'typed password': typed, made };
  expect(searchProfile(firefox.profile, canaries)).toEqual([]);

  // The same in a window that is not private is remembered: the looks above see something.
  await front.goto(server.site.loginUrl);
  await expect.poll(() => readContextMenu(firefox)).not.toContain(text('contextNoMatch'));
  await fillFromPopup(front);
  const once = await kept(popup);
  // Another test of this browser may have used that one last: then this one is new.
  await fillFromPopup(front, 'duty administrator', duty.password);
  await expect.poll(async () => [once, await kept(popup)]).not.toEqual([before, before]);
});
