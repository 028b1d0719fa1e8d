/** What the worker asks of a document: fills by popup, shortcut and context menu; and updates. */
import type { Page } from '@playwright/test';
import { shownMenu } from '../support/content/menu.ts';
import { expect, login, menuIn, test } from '../support/content/test.ts';
import type { Extension } from './support/chromium.ts';

const { username, password } = login.values;

test.beforeEach(({ say }) => say({}));

/** Injects the engine and asks it, as the worker does for a popup's fill. */
function ask(extension: Extension, tab: Page, message: { call: string; request: object }) {
  return extension.inWorker(
    async ({ url, call, request }) => {
      const [found] = await chrome.tabs.query({ url });
      if (found?.id === undefined) throw new Error('no such tab');
      const target = { tabId: found.id, frameIds: [0] };
      await chrome.scripting.executeScript({ target, files: ['engine.js'] });
      const whole = { channel: 'frame', call, request };
      return chrome.tabs.sendMessage(found.id, whole, { frameId: 0 });
    },
    { url: tab.url(), ...message },
  );
}

const survey = { call: 'survey', request: {} };
const fill = { call: 'fill', request: { grant: 'granted' } };

test('a survey names what can be filled, and changes nothing', async ({ extension, tab, site }) => {
  await tab.goto(site.url('plain.html'));
  const fresh = await tab.evaluate(() => document.documentElement.outerHTML);
  expect(await ask(extension, tab, survey)).toEqual({
    ok: true,
    value: { labels: ['username', 'current-password'], destinations: [], focused: false },
  });
  await tab.getByLabel('Password').focus();
  expect(await ask(extension, tab, survey)).toMatchObject({ value: { focused: true } });
  await tab.keyboard.press('Escape');
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(fresh);
});

test('a page without a login has nothing to fill', async ({ extension, tab, site }) => {
  await tab.goto(site.url('article.html'));
  expect(await ask(extension, tab, survey)).toEqual({
    ok: true,
    value: { labels: [], destinations: [], focused: false },
  });
  expect(await ask(extension, tab, fill)).toEqual({ ok: false, error: { code: 'no-field' } });
});

test('a fill that the popup asked for reaches a page without the focus', async ({
  extension,
  tab,
  site,
}) => {
  await tab.goto(site.url('readonly.html'));
  const elsewhere = await extension.context.newPage();
  await elsewhere.bringToFront();
  expect(await ask(extension, tab, fill)).toEqual({ ok: true, value: { filled: 2, troubles: [] } });
  await elsewhere.close();
  await expect(tab.locator('input').first()).toHaveValue(username);
  await expect(tab.locator('input').last()).toHaveValue(password);
});

test('a fill goes to the form that has the focus', async ({ extension, tab, site }) => {
  await tab.goto(site.url('two-forms.html'));
  await tab.locator('#second [type=password]').focus();
  expect(await ask(extension, tab, fill)).toMatchObject({ value: { filled: 2 } });
  const values = await tab
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => Reflect.get(input, 'value')));
  expect(values).toEqual(['', '', username, password]);
});

test('what keeps a field from its value is answered', async ({ extension, tab, site }) => {
  await tab.goto(site.url('short.html'));
  expect(await ask(extension, tab, fill)).toMatchObject({
    value: { filled: 2, troubles: [{ label: 'current-password', reason: 'too-long' }] },
  });
  await tab.goto(site.url('vanishing.html'));
  expect(await ask(extension, tab, fill)).toMatchObject({
    value: { filled: 1, troubles: [{ label: 'current-password', reason: 'gone' }] },
  });
});

test('a code that the page spreads over its boxes is told once', async ({
  extension,
  tab,
  site,
}) => {
  await tab.goto(site.url('code-spread.html'));
  expect(await ask(extension, tab, fill)).toEqual({ ok: true, value: { filled: 1, troubles: [] } });
  expect(await tab.evaluate('state.join("")')).toBe(login.values.code);
});

test('F11: a password that the page would show is not filled unasked', async ({
  extension,
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  await ask(extension, tab, survey);
  const field = tab.getByLabel('Password');
  await field.evaluate((input) => input.setAttribute('type', 'text'));
  const answer = await ask(extension, tab, fill);
  await expect(tab.getByLabel('User name')).toHaveValue(username);
  await expect(field).toHaveValue('');
  expect(answer).toMatchObject({ ok: true });
});

test('locking closes the menu', async ({ extension, tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await menuIn(tab);
  await ask(extension, tab, { call: 'closeMenu', request: {} });
  expect(await shownMenu(tab)).toBeNull();
});

test('messages that are none of ours are refused or left alone', async ({
  extension,
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  const refused = { ok: false, error: { code: 'refused' } };
  expect(await ask(extension, tab, { call: 'fill', request: {} })).toEqual(refused);
  expect(await ask(extension, tab, { call: 'constructor', request: {} })).toEqual(refused);
  await expect(tab.getByLabel('Password')).toHaveValue('');
});

test('a watcher that is injected again changes nothing', async ({ extension, tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await menuIn(tab);
  await extension.inWorker(async (url) => {
    const [found] = await chrome.tabs.query({ url });
    const target = { tabId: found?.id ?? -1 };
    for (const file of ['watcher.js', 'watcher.js']) {
      await chrome.scripting.executeScript({ target, files: [file] });
    }
  }, tab.url());
  expect(await shownMenu(tab)).not.toBeNull();
  await tab.keyboard.press('Tab');
  await expect
    .poll(async () => (await log()).map(({ call }) => call))
    .toEqual(['engine', 'offers', 'offers']);
});
