/** What Latchkey shows in Firefox outside its popup, each pressed where the browser itself shows it. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import { askFor } from './support/ask.ts';
import {
  allowPermission,
  chooseSuggestion,
  inPopup,
  ownPlaces,
  pressInContextMenu,
  pressNotification,
  pressToolbarButton,
  readNotification,
  showSidebar,
  tidyUp,
  typeInAddressBar,
} from './support/browser-ui.ts';
import type { Firefox } from './support/firefox.ts';
import { expect, test } from './support/fixtures.ts';
import { enterKey, type Tab } from './support/tab.ts';

const root = text('extensionName');
const duty = 'duty administrator';
const waitForPlace = (firefox: Firefox, part: string) =>
  expect.poll(() => ownPlaces(firefox)).toContainEqual(expect.stringContaining(part));

/** What the clipboard holds, pasted into the page in front. */
async function pasted(site: Tab): Promise<string> {
  await site.run(`document.querySelector('#username').value = ''`);
  await site.click('#username');
  await site.paste();
  return site.value('#username');
}

test('the context menu fills, copies, and shows an item', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const [, account] = server.site.accounts;
  const press = (key: Parameters<typeof text>[0]) =>
    pressInContextMenu(firefox, root, duty, text(key));

  await press('contextFill');
  await expect.poll(() => site.value('#password')).toBe(account.password);
  expect(await site.value('#username')).toBe(account.login);
  await press('contextCopyPassword');
  await expect.poll(() => pasted(site)).toBe(account.password);
  await press('contextCopyCode');
  await expect.poll(() => pasted(site)).toMatch(/^\d{6}$/);
  await press('contextCopyLogin');
  await expect.poll(() => pasted(site)).toBe(account.login);
  await pressInContextMenu(firefox, root, text('contextGenerate'));
  await expect.poll(() => pasted(site)).toMatch(/^\S{20}$/);
  const [made] = await askFor(popup, 'generatedRows', {});
  expect(await askFor(popup, 'revealGenerated', { id: made?.id ?? '' })).toBe(await pasted(site));
  await press('contextOpen');
  await waitForPlace(firefox, '?open=item');
});

test('badge, sidebar, address bar and window lead into the same app', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const [, account, kiosk] = server.site.accounts;

  await test.step('the badge counts the items of the site', async () => {
    const tabId = await popup.run<number>(
      'return browser.tabs.query({ active: true }).then(([{ id }]) => id)',
    );
    const listed = { query: '', tabId, offset: 0, limit: 50 };
    const { rows, matching } = await askFor(popup, 'find', listed);
    // A shortcut beside its own item is offered once.
    const different = new Set(rows.slice(0, matching).map(({ id }) => id)).size;
    expect(different).toBeGreaterThan(0);
    const badge = () =>
      popup.run('return browser.action.getBadgeText({ tabId: arguments[0] })', [tabId]);
    await expect.poll(badge).toBe(String(different));
  });

  await test.step('the sidebar stands beside the page, and its page follows the tab', async () => {
    await showSidebar(firefox);
    await waitForPlace(firefox, '?panel');
    await popup.goto(`${firefox.origin}/${popupPath}?panel`);
    expect(await popup.text('[role=option]')).toContain('Intranet');
    await site.goto('about:blank');
    const heading = text('headingSite', 'intranet.localhost');
    await expect.poll(() => popup.text('main')).not.toContain(heading);
    await site.goto(server.site.loginUrl);
  });

  await test.step('the address bar finds by name, and opens the item', async () => {
    const row = await site.until(async () => {
      const found = await typeInAddressBar(firefox, `lk ${duty}`);
      return found.find(({ title }) => title.includes(duty));
    }, 'a suggestion');
    expect(row.title).not.toContain(account.login);
    await chooseSuggestion(firefox, row);
    await waitForPlace(firefox, '?open=');
  });

  await test.step('the popup moves to a window, which fills the same tab', async () => {
    const press = `
      const button = document.querySelector('button[title="${text('openWindow')}"]');
      // After the answer: the popup closes by it.
      if (button !== null) document.defaultView.setTimeout(() => button.click());
      return button !== null;`;
    await expect(async () => {
      // A second press would close what the first one opens, also where that is still on its way.
      await tidyUp(firefox);
      await pressToolbarButton(firefox);
      await expect.poll(() => inPopup(firefox, press), { timeout: 10_000 }).toBe(true);
    }).toPass({ timeout: 70_000 });
    const own = await firefox.tabAt(`${popupPath}?tab=`);
    await own.click('[role=combobox]');
    await own.type('yard kiosk');
    await expect.poll(() => own.text('[role=option]')).toContain('yard kiosk');
    await own.type(enterKey);
    await expect.poll(() => site.value('#password')).toBe(kiosk.password);
  });
});

test('new inbox items are told of once that is allowed, by number only', async ({ world }) => {
  const { firefox, popup } = world;
  const { front: options } = firefox;
  const unread = (await askFor(popup, 'inbox', {})).filter(({ viewed }) => !viewed);
  expect(unread.length).toBeGreaterThan(1);

  await options.goto(`${firefox.origin}/src/options/index.html`);
  await options.until(
    () => options.run(`return document.querySelector('#notify')?.disabled === false`),
    'the switch',
  );
  await options.run(`document.querySelector('#notify').scrollIntoView({ block: 'center' })`);
  await options.click('#notify');
  await expect.poll(() => allowPermission(firefox)).toBe(true);
  await expect.poll(async () => (await askFor(popup, 'settings', {})).notifyInbox).toBe(true);

  // As if these had come since the last look, which ends some time after the refresh.
  const forgetSeen = () =>
    popup.run<boolean>(`return browser.storage.session.get(null).then(async (all) => {
      const name = Object.keys(all).find((each) => each.startsWith('seen-inbox '));
      if (name !== undefined) await browser.storage.session.set({ [name]: '[]' });
      return name !== undefined;
    })`);
  await askFor(popup, 'refresh', {});
  await expect.poll(forgetSeen).toBe(true);
  await askFor(popup, 'refresh', {});
  const told = text('inboxNew_other', String(unread.length));
  await expect.poll(() => readNotification(firefox)).toContain(told);
  for (const { name } of unread) expect(await readNotification(firefox)).not.toContain(name);
  await pressNotification(firefox);
  await waitForPlace(firefox, '?inbox');
});
