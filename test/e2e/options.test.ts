/** The settings page of the built extension, as a person uses it. */
import type { Page } from '@playwright/test';
import { errorCodes } from '../../src/model/error.ts';
import { startServer } from '../server/start.ts';
import { ask, askFor } from './support/ask.ts';
import type { Extension } from './support/chromium.ts';
import { test as fresh } from './support/fixtures.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

async function openOptions(extension: Extension, section = ''): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`${extension.origin}/src/options/index.html${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test('a section has an address of its own, and its link leads there by keys', async ({
  extension,
}) => {
  const page = await openOptions(extension, '#shortcuts');
  const shortcuts = page.getByRole('heading', { name: text('optionsShortcuts') });
  await expect(shortcuts).toBeInViewport();
  const links = page.getByRole('navigation');
  await expect(links.getByRole('link', { name: text('optionsShortcuts') })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await links.getByRole('link', { name: text('optionsClipboard') }).press('Enter');
  await expect(page).toHaveURL(/#clipboard$/);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(text('clipboardAfter'))).toBeFocused();
});

test('the theme and the size of letters reach every page of ours, before its first paint', async ({
  extension,
  popup,
}) => {
  const page = await openOptions(extension, '#appearance');
  const paper = (of: Page) => of.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const letters = (of: Page) =>
    of.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const [light, usual] = [await paper(popup), await letters(popup)];
  await page.getByLabel(text('theme'), { exact: true }).selectOption(text('themeDark'));
  await page.getByLabel(text('textSize'), { exact: true }).selectOption(text('textLarge'));
  await expect.poll(() => paper(page)).not.toBe(light);
  // The open popup follows.
  await expect.poll(() => paper(popup)).not.toBe(light);
  await expect.poll(() => letters(popup)).toBeGreaterThan(usual);
  // A fresh one is dark while no module has run yet.
  await popup.route('**/*.js', (route) =>
    route.request().url().endsWith('/look.js') ? route.continue() : undefined,
  );
  await popup.reload({ waitUntil: 'commit' });
  await expect
    .poll(() => popup.evaluate(() => document.documentElement.dataset.theme))
    .toBe('dark');
  expect(await paper(popup)).not.toBe(light);
  await page.evaluate(() => localStorage.clear());
});

test('shows the keys of the browser', async ({ extension }) => {
  const page = await openOptions(extension, '#shortcuts');
  const all = await extension.inWorker(() => chrome.commands.getAll());
  const list = page.getByLabel(text('shortcutsAnywhere'));
  for (const { shortcut } of all) {
    if (shortcut) await expect(list.getByText(shortcut, { exact: true })).toBeVisible();
  }
  await expect(list).toContainText(text('commandLock'));
  const [opened] = await Promise.all([
    extension.context.waitForEvent('page'),
    page.getByRole('button', { name: text('shortcutsChange') }).click(),
  ]);
  expect(opened.url()).toContain('extensions/shortcuts');
});

test('names the packages it is made of, each with its licence', async ({ extension }) => {
  const page = await openOptions(extension, '#about');
  const [opened] = await Promise.all([
    extension.context.waitForEvent('page'),
    page.getByRole('link', { name: text('aboutLicences') }).click(),
  ]);
  await expect(opened.locator('body')).toContainText(/preact [\d.]+ \(MIT\)[\s\S]*Permission is/);
});

fresh(
  'a report tells what went wrong, and nothing that is secret or named',
  async ({ extension, popup, server }) => {
    const other = await startServer({ seed: 'another company' });
    try {
      // Every kind of failure that carries something a person typed.
      const wrong = { ...other.second, passphrase: '' };
      await ask(popup, 'signIn', { ...wrong, apiKey: 'canary-key' });
      await ask(popup, 'signIn', { ...wrong, masterPassword: 'canary-master' });
      await ask(popup, 'probe', { host: 'canary-host.invalid' });
      await ask(popup, 'open', { ref: { kind: 'item', id: 'canary-item' } });
    } finally {
      await other.close();
    }
    const page = await openOptions(extension, '#diagnostics');
    await page.getByRole('button', { name: text('reportMake') }).click();
    const shown = page.locator('.report pre');
    await expect(shown).toContainText('"call": "open"');
    const report = await shown.innerText();
    const told = JSON.parse(report);
    expect(told).toMatchObject({
      session: 'unlocked',
      server: { generation: 'v4', encrypted: true },
      index: { phase: 'ready' },
    });
    const codes = told.failures.map(({ call, code }: { call: string; code: string }) => [
      call,
      code,
    ]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['signIn', 'wrong-credential'],
        ['signIn', 'wrong-master-password'],
        ['probe', 'offline'],
        ['open', 'not-found'],
      ]),
    );
    const { rows } = await askFor(popup, 'find', {
      query: '',
      tabId: null,
      offset: 0,
      limit: 100,
    });
    const user = (await askFor(popup, 'accounts', {}))[0]?.user ?? '?';
    const names = rows.flatMap(({ name, login, host, path }) => [name, login, host, ...path]);
    const secrets = [
      'canary',
      new URL(server.url).host,
      new URL(server.url).hostname,
      server.v4.apiKey,
      server.v4.masterPassword,
      user,
      // A code of an error may hold a word that is somebody's login, such as `master`.
      ...names.filter((each) => each.length > 3 && !errorCodes.join().includes(each)),
    ];
    expect(secrets.filter((each) => report.includes(each))).toEqual([]);

    await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: text('reportCopy') }).click();
    await expect(page.getByText(text('reportCopied'))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(report);
  },
);
