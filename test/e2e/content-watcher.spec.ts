import { expect, menuIn, test } from '../support/content/test.ts';

test.beforeEach(({ say }) => say({}));

test('M10: a page without fields is left exactly as it is', async ({ tab, site, log }) => {
  await tab.addInitScript(() => {
    Object.assign(window, { changes: 0 });
    new MutationObserver((records) => {
      Object.assign(window, { changes: Reflect.get(window, 'changes') + records.length });
    }).observe(document, { attributes: true, childList: true, subtree: true });
    addEventListener('load', () => Object.assign(window, { changes: 0 }));
  });
  await tab.goto(site.url('article.html'));
  await tab.getByRole('button').click();
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('ArrowDown');
  expect(await tab.evaluate(() => Reflect.get(window, 'changes'))).toBe(0);
  expect(await log()).toEqual([]);
});

test('a search box asks nothing of the worker', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByPlaceholder('Search').click();
  await tab.keyboard.type('shoes');
  expect(await log()).toEqual([]);
});

test('F1 M10: a login is left as it is until the user enters it', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  const fresh = await tab.evaluate(() => document.documentElement.outerHTML);
  await tab.mouse.move(200, 200);
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(fresh);
  expect(await log()).toEqual([]);
  await tab.getByLabel('User name').click();
  await menuIn(tab);
  expect((await log()).map(({ call }) => call)).toEqual(['engine', 'offers']);
});

test('U17: without anything to offer the page stays as it is', async ({ tab, site, say, log }) => {
  await say({ offers: { state: 'none' } });
  await tab.goto(site.url('plain.html'));
  const fresh = await tab.evaluate(() => document.documentElement.outerHTML);
  await tab.getByLabel('User name').click();
  await expect
    .poll(async () => (await log()).map(({ call }) => call))
    .toEqual(['engine', 'offers']);
  await tab.keyboard.press('Shift');
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(fresh);
});

test('a new-password field alone asks for no stored login', async ({ tab, site, log }) => {
  await tab.goto(site.url('password-change.html'));
  await tab.locator('#new').click();
  await expect
    .poll(async () => (await log()).map(({ call }) => call))
    .toEqual(['engine', 'mayGenerate']);
  await tab.locator('#old').click();
  await menuIn(tab);
  expect((await log()).at(-1)?.request).toMatchObject({ labels: ['current-password'] });
});
