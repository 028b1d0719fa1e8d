/** What Latchkey shows in Firefox outside its popup: the sidebar, and names in the address bar. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import type { Firefox } from './support/firefox.ts';
import { expect, test } from './support/fixtures.ts';
import { signIn } from './support/sign-in.ts';

type Suggested = { readonly content: string; readonly title: string };

/** Addresses of our pages outside of tabs: in the sidebar, in the popup's panel, in a window. */
const ownPlaces = (firefox: Firefox) =>
  firefox.inBrowser<string[]>(`
    const found = [];
    const look = (document) => {
      for (const browser of document.querySelectorAll('browser')) {
        const { spec } = browser.currentURI ?? {};
        if (spec?.startsWith('moz-extension:')) found.push(spec);
        if (browser.contentDocument) look(browser.contentDocument);
      }
    };
    for (const window of Services.wm.getEnumerator('navigator:browser')) look(window.document);
    return found;`);

/** Types into the address bar and gives what the extension suggests there. */
const typeInAddressBar = (firefox: Firefox, typed: string) =>
  firefox.inBrowser<Suggested[]>(`
    const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
    gURLBar.focus();
    gURLBar.search(${JSON.stringify(typed)});
    const { results } = await gURLBar.lastQueryContextPromise;
    return results.filter(({ payload }) => payload.keyword === 'lk').map(({ payload }) => ({
      content: String(payload.content ?? ''),
      title: String(payload.title ?? payload.description ?? ''),
    }));`);

test('the sidebar and the address bar lead into the same app', async ({ firefox, server }) => {
  const popup = await signIn(firefox, server);

  await test.step('the sidebar stands beside the page, and its page follows the tab', async () => {
    await firefox.inBrowser(`
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      const name = extension.id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
      await window.SidebarController.show(name + '-sidebar-action');`);
    await firefox.front.until(
      async () => (await ownPlaces(firefox)).some((place) => place.endsWith('?panel')),
      'our page in the sidebar',
    );
    await popup.goto(`${firefox.origin}/${popupPath}?panel`);
    expect(await popup.text('[role=option]')).toContain('Intranet');
    await firefox.front.goto('about:blank');
    await popup.until(
      async () => !(await popup.text('main')).includes(text('headingSite', 'intranet.localhost')),
      'the list without the site',
    );
    await firefox.front.goto(server.site.loginUrl);
  });

  await test.step('the address bar finds by name, and opens the item', async () => {
    const row = await firefox.front.until(async () => {
      const found = await typeInAddressBar(firefox, 'lk duty administrator');
      return found.find(({ title }) => title.includes('duty administrator'));
    }, 'a suggestion');
    const [, account] = server.site.accounts;
    expect(row?.title).not.toContain(account.login);
    await firefox.inBrowser(`
      const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
      const at = gURLBar.view.visibleResults.findIndex(
        ({ payload }) => payload.content === ${JSON.stringify(row?.content)});
      gURLBar.view.selectedRowIndex = at;
      gURLBar.handleCommand();`);
    await firefox.front.until(
      async () => (await ownPlaces(firefox)).some((place) => place.includes('open=item')),
      'the popup on the item',
    );
  });
});
