/** What Latchkey shows in the browser outside its popup: badge, window, panel, address bar, notifications. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { askFor } from './support/ask.ts';
import { type Extension, launchExtension } from './support/chromium.ts';
import { clickMenu } from './support/context-menu.ts';
import { test as fresh } from './support/fixtures.ts';
import { expect, test } from './support/shared.ts';
import { signIn } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

/** What stands over our icon in the tab that shows this page. */
const badgeOf = (extension: Extension, site: Page): Promise<string> =>
  extension.inWorker(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, site.url());

/** Addresses of our pages in this kind of place. */
const pagesIn = (extension: Extension, kind: 'POPUP' | 'SIDE_PANEL'): Promise<string[]> =>
  extension.inWorker(async (type) => {
    const contexts = await chrome.runtime.getContexts({
      contextTypes: [type as chrome.runtime.ContextType],
    });
    return contexts.map(({ documentUrl = '' }) => documentUrl);
  }, kind);

const findFor = async (popup: Page, query: string) =>
  (await askFor(popup, 'find', { query, tabId: null, offset: 0, limit: 50 })).rows;

fresh(
  'the badge counts the items of the site, says that the server has ended the session, and nothing while locked',
  async ({ extension, popup, server, site }) => {
    const [tabId = -1] = await extension.inWorker(
      async (url) => (await chrome.tabs.query({ url: `${url}*` })).map(({ id = -1 }) => id),
      site.url(),
    );
    const found = await askFor(popup, 'find', { query: '', tabId, offset: 0, limit: 50 });
    // A shortcut beside its own item is offered once.
    const matching = new Set(found.rows.slice(0, found.matching).map(({ id }) => id)).size;
    expect(matching).toBeGreaterThan(0);
    await expect.poll(() => badgeOf(extension, site)).toBe(String(matching));
    await site.reload();
    await expect.poll(() => badgeOf(extension, site)).toBe(String(matching));
    await site.goto('about:blank');
    await site.goBack();
    await expect.poll(() => badgeOf(extension, site)).toBe(String(matching));
    const settings = await askFor(popup, 'settings', {});
    await askFor(popup, 'saveSettings', { ...settings, badgeMatches: false });
    await expect.poll(() => badgeOf(extension, site)).toBe('');
    await askFor(popup, 'saveSettings', { ...settings, badgeMatches: true });
    await expect.poll(() => badgeOf(extension, site)).toBe(String(matching));

    server.control.revokeSessions();
    // Nobody looks at the popup: the next refresh finds out that the server has ended the session.
    await askFor(popup, 'refresh', {});
    await expect.poll(() => badgeOf(extension, site)).toBe('!');
    const tooltip = () =>
      extension.inWorker(async (url) => {
        const [tab] = await chrome.tabs.query({ url: `${url}*` });
        return chrome.action.getTitle({ tabId: tab?.id ?? -1 });
      }, site.url());
    await expect.poll(tooltip).toBe(text('errorSessionExpired'));
    // Over another document, and by a worker that was not there, it is said as well.
    await extension.killWorker();
    await site.reload();
    await expect.poll(() => badgeOf(extension, site)).toBe('!');
    await askFor(popup, 'unlock', { secret: server.v4.masterPassword });
    await expect.poll(() => badgeOf(extension, site)).toBe(String(matching));
    await expect.poll(tooltip).not.toBe(text('errorSessionExpired'));
    await askFor(popup, 'lock', {});
    await expect.poll(() => badgeOf(extension, site)).toBe('');
  },
);

test('the popup moves to a window, which goes on and fills the same tab', async ({
  extension,
  server,
  popup,
  site,
}) => {
  await popup.close();
  const real = await extension.openRealPopup(site);
  const button = `[...document.querySelectorAll('button')].find((each) => each.title === ${JSON.stringify(text('openWindow'))})`;
  await expect.poll(() => real.evaluate(`${button} !== undefined`)).toBe(true);
  const opened = extension.context.waitForEvent('page');
  void real.evaluate(`${button}.click()`).catch(() => undefined);
  const own = await opened;
  await real.closed();
  await expect(own.getByRole('option').first()).toContainText('Intranet');
  await own.keyboard.press('Enter');
  await expect(site.getByLabel('Password')).toHaveValue(server.site.accounts[0].password);
  await expect(own.getByRole('combobox')).toBeVisible();
});

test('the panel follows the tab in front', async ({ extension, popup, site }) => {
  await popup.close();
  await site.bringToFront();
  const panel = await extension.openPopup(site, '?panel');
  await expect(panel.getByRole('option').first()).toContainText('Intranet');
  const other = await extension.context.newPage();
  await other.goto('about:blank');
  await expect(panel.getByText(/^For /)).toHaveCount(0);
  await site.bringToFront();
  await expect(panel.getByText(/^For /)).toHaveCount(1);
});

fresh('the panel opens beside the page from the popup', async ({ extension, popup, site }) => {
  await popup.close();
  const real = await extension.openRealPopup(site);
  // The focus is the person's once the list stands.
  await expect
    .poll(() => real.evaluate(`document.querySelector('[role=option]')?.textContent ?? ''`))
    .toContain('Intranet');
  const focus = `[...document.querySelectorAll('button')].find((each) => each.title === ${JSON.stringify(text('openPanel'))})?.focus()`;
  await expect
    .poll(() => real.evaluate(`${focus}; document.activeElement?.title`))
    .toBe(text('openPanel'));
  await real.press('Enter');
  // Its address is known a moment after it has opened.
  await expect
    .poll(() => pagesIn(extension, 'SIDE_PANEL'))
    .toEqual([expect.stringMatching(/\?panel$/)]);
});

fresh(
  'the keyword in the address bar finds by name and opens the popup on the item',
  async ({ extension, popup, site }) => {
    await site.bringToFront();
    const suggest = (typed: string) =>
      extension.inWorker(
        (query) =>
          new Promise<{ content: string; description: string }[]>((resolve) => {
            // Not in the types: the browser's own way to call an event's listeners.
            (
              chrome.omnibox.onInputChanged as unknown as { dispatch(...all: unknown[]): void }
            ).dispatch(query, resolve);
          }),
        typed,
      );
    const [row] = await findFor(popup, 'intranet');
    const suggestions = await suggest('intranet');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(JSON.stringify(suggestions)).not.toContain(row?.login);
    const { content } = suggestions[0] ?? { content: '' };
    await extension.inWorker((chosen) => {
      (chrome.omnibox.onInputEntered as unknown as { dispatch(...all: unknown[]): void }).dispatch(
        chosen,
        'currentTab',
      );
    }, content);
    await expect
      .poll(() => pagesIn(extension, 'POPUP'))
      .toEqual([expect.stringContaining(`open=item%3A${row?.id}`)]);
    // The button of the toolbar opens the popup as ever.
    await expect
      .poll(() => extension.inWorker(() => chrome.action.getPopup({})))
      .toMatch(/index\.html$/);
    await askFor(popup, 'lock', {});
    expect(await suggest('intranet')).toEqual([]);
  },
);

fresh('the context menu shows an item in the popup', async ({ extension, popup, site }) => {
  await site.bringToFront();
  const [row] = await findFor(popup, 'intranet');
  await clickMenu(extension, site, { act: 'open', id: row?.id ?? '' });
  await expect
    .poll(() => pagesIn(extension, 'POPUP'))
    .toEqual([expect.stringContaining(`open=item%3A${row?.id}`)]);
});

fresh(
  'new inbox items are told of once that is switched on, by number only',
  async ({ server }) => {
    // Nobody can press the browser's question here, so this copy has the permission from the start.
    const extension = await launchExtension({ folder: await copyWithNotifications() });
    try {
      const popup = await extension.openPopup();
      await signIn(popup, server.v4);
      await tellOfInbox(extension, popup);
    } finally {
      await extension.close();
    }
  },
);

async function copyWithNotifications(): Promise<string> {
  const folder = 'out/with-notifications';
  await rm(folder, { recursive: true, force: true });
  await cp('dist/chrome', folder, { recursive: true });
  const file = `${folder}/manifest.json`;
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  delete manifest.optional_permissions;
  await writeFile(file, JSON.stringify(manifest));
  return resolve(folder);
}

async function tellOfInbox(extension: Extension, popup: Page): Promise<void> {
  const unread = (await askFor(popup, 'inbox', {})).filter(({ viewed }) => !viewed);
  expect(unread.length).toBeGreaterThan(0);
  const told = () => extension.inWorker(async () => chrome.notifications?.getAll?.() ?? {});
  await askFor(popup, 'refresh', {});

  const options = await extension.context.newPage();
  await options.goto(`${extension.origin}/src/options/index.html`);
  await options.getByLabel(text('notifyInbox')).click();
  await expect.poll(async () => (await askFor(popup, 'settings', {})).notifyInbox).toBe(true);
  await askFor(popup, 'refresh', {});
  expect(await told()).toEqual({});
  // As if these had come since the last look, which ends some time after the refresh.
  const seen = () =>
    extension.inWorker(async () => {
      const all = await chrome.storage.session.get(null);
      return Object.keys(all).find((name) => name.startsWith('seen-inbox ')) ?? '';
    });
  await expect.poll(seen).not.toBe('');
  await extension.inWorker((key) => chrome.storage.session.set({ [key]: '[]' }), await seen());
  await askFor(popup, 'refresh', {});
  await expect.poll(async () => Object.keys(await told())).toEqual(['inbox']);
}

test('a popup that is opened again goes on where the last one stood', async ({
  extension,
  popup,
  site,
}) => {
  await popup.getByRole('combobox').fill('intranet');
  await expect(popup.getByText(text('headingAll'))).toHaveCount(0);
  await expect(popup.getByRole('option').nth(1)).toBeVisible();
  await popup.getByRole('combobox').press('ArrowDown');
  const chosen = popup.getByRole('listbox').getByRole('option', { selected: true });
  const name = (await chosen.textContent()) ?? '';
  const kept = () =>
    extension.inWorker(async () => String((await chrome.storage.session.get('view')).view ?? ''));
  await expect.poll(kept).toContain('"row":1');
  await popup.close();
  const again = await extension.openPopup(site);
  await expect(again.getByRole('combobox')).toHaveValue('intranet');
  await expect(again.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(name);
  await askFor(again, 'lock', {});
  await expect.poll(kept).toBe('');
});
