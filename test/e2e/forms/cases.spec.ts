/**
 * Hard cases of finding fields, by their numbers, with the built content scripts: each page of `test/forms` is filled as
 * the popup does it, and only what the page marks may have got a value. Cases that are about frames, frameworks and
 * keeping up with a page (5, 28 to 36) have their tests in `content-*.spec.ts` beside this folder.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, login, test } from '../../support/content/test.ts';
import type { Extension } from '../support/chromium.ts';

const cases: readonly (readonly [number, string, readonly string[]])[] = [
  [1, 'a form in an open shadow root', ['shadow-form']],
  [2, 'each input in a shadow root of its own', ['shadow-each-input']],
  [4, 'a shadow root that comes late', ['shadow-late']],
  [6, 'the first of two steps', ['step-one', 'step-one-bare']],
  [7, 'the second of two steps', ['step-two', 'step-two-alone']],
  [8, 'a password that is hidden until its step', ['hidden-second-step']],
  [9, 'decoys', ['decoys']],
  [10, 'no form, and one form round the page', ['formless', 'page-wide-form']],
  [11, 'login and sign-up with equal names', ['login-beside-signup']],
  [12, 'a sign-up with one password', ['signup-one-password', 'signup-no-words']],
  [13, 'a password change', ['change-three', 'change-reversed', 'change-two']],
  [14, 'no login at all', ['no-login', 'filters', 'newsletter-gate', 'comments', 'contact']],
  [15, 'other boxes before the password', ['search-inside-login', 'captcha-before-password']],
  [16, 'cards', ['card', 'checkout']],
  [17, 'a code in one box', ['code-masked', 'code-tel']],
  [18, 'a code in six boxes, and what only looks so', ['code-six-boxes', 'split-but-no-code']],
  [19, 'a box over drawn boxes', ['code-over-drawn-boxes']],
  [20, 'autocomplete by the standard', ['tokens']],
  [21, 'autocomplete that lies', ['tokens-that-lie']],
  [22, 'a password shown as text', ['password-as-text', 'password-shown']],
  [24, 'more fields than two', ['three-fields', 'memorable-letters', 'pin-digits']],
  [25, 'labels after their inputs', ['label-after']],
  [26, 'a forgotten password beside the login', ['forgot-beside-login', 'two-tabs']],
  [27, 'the same form twice', ['same-form-twice']],
];

test.beforeEach(({ say }) => say({}));

/** Asks for a fill as the worker does once the popup has been used. */
const fillTab = (extension: Extension, tab: Page): Promise<unknown> =>
  extension.inWorker(async (url) => {
    const [found] = await chrome.tabs.query({ url });
    if (found?.id === undefined) throw new Error('no such tab');
    const target = { tabId: found.id, frameIds: [0] };
    await chrome.scripting.executeScript({ target, files: ['engine.js'] });
    const message = { channel: 'frame', call: 'fill', request: { grant: 'granted' } };
    return chrome.tabs.sendMessage(found.id, message, { frameId: 0 });
  }, tab.url());

/** Each input that holds something, with what the page expects of it. */
const filledInputs = (tab: Page) =>
  tab
    .locator('input:not([type=hidden],[type=checkbox],[type=submit],[type=button])')
    .evaluateAll((inputs) =>
      inputs
        .filter((input): input is HTMLInputElement => input instanceof HTMLInputElement)
        .filter(({ value, defaultValue }) => value !== defaultValue)
        .map(({ value, dataset }) => ({ expected: dataset.expect ?? 'nothing', value })),
    );

const { username, password, code } = login.values;
const fitting: Readonly<Record<string, (value: string) => boolean>> = {
  username: (value) => value === username,
  'current-password': (value) => value === password,
  'one-time-code': (value) => value === code || code.includes(value),
};

for (const [number, about, pages] of cases) {
  test(`case ${number}: ${about}`, async ({ extension, tab, site }) => {
    for (const page of pages) {
      const html = readFileSync(`test/forms/${page}.html`, 'utf8');
      const url = site.url(`case-${page}.html`);
      await tab.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await tab.goto(url);
      await tab.waitForFunction(() => !document.documentElement.hasAttribute('data-wait'));
      const wanted = ['username', 'current-password', 'one-time-code'];
      const marks = wanted.map((label) => `[data-expect=${label}]`).join();
      const fillable = (await tab.locator(marks).count()) > 0;
      const answer = await fillTab(extension, tab);
      const filled = await filledInputs(tab);
      expect(filled.filter(({ expected, value }) => !fitting[expected]?.(value))).toEqual([]);
      if (!fillable) expect(answer).toEqual({ ok: false, error: { code: 'no-field' } });
      else expect(filled.length, page).toBeGreaterThan(0);
    }
  });
}
