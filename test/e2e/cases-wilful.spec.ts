/** The hard cases of inputs with a will of their own: controlled, rewritten, cut, read-only. See `cases.spec.ts`. */
import type { Page } from '@playwright/test';
import { menuIn } from '../support/content/test.ts';
import { expect, kept, test } from './support/cases-world.ts';
import { expectValues, fillAt, valuesOf } from './support/labelled-page.ts';

test.describe.configure({ mode: 'default' });

const { login, password } = kept;

/** What the framework's own state holds, as the page prints it. */
async function expectState(tab: Page): Promise<void> {
  await expect(tab.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  const state = await tab.locator('output').textContent();
  expect(Object.values(JSON.parse(state ?? ''))).toEqual([login, password]);
  expect(await valuesOf(tab)).toEqual([login, password]);
}

test('case 31: inputs that React and Svelte control', async ({ world, tab }) => {
  for (const framework of ['react', 'svelte']) {
    await fillAt(world, tab, `${framework}.html`);
    await expectState(tab);
  }
});

test('case 32: inputs that Vue and Angular read when they are left', async ({ world, tab }) => {
  for (const framework of ['vue', 'angular']) {
    await fillAt(world, tab, `${framework}.html`);
    await expectState(tab);
  }
});

test('case 33: a page that listens to keys and clears on focus', async ({ world, tab }) => {
  await fillAt(world, tab, 'picky.html');
  await expect(tab.getByRole('button')).toBeEnabled();
  expect(await valuesOf(tab)).toEqual([login, password]);
  expect(await tab.evaluate('broken')).toEqual([]);
  // A window that is not in front is told of it by us, and once more by the browser.
  expect(await tab.evaluate('[...new Set(left)]')).toEqual(['username', 'password']);
});

test('case 34: fields that cut or rewrite what they get', async ({ world, tab }) => {
  await fillAt(world, tab, 'short.html');
  await expect
    .poll(async () => (await menuIn(tab)).text)
    .toContain('longer than this field allows');
  await fillAt(world, tab, 'masked.html');
  await expect.poll(async () => (await menuIn(tab)).text).toContain('changed what was filled');
  expect(await valuesOf(tab)).toEqual([login.replace(/\W/g, ''), password]);
});

test('case 35: fields that are read-only until they have the focus', async ({ world, tab }) => {
  await fillAt(world, tab, 'readonly.html');
  await expectValues(tab, [login, password]);
});
