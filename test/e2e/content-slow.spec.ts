/** What happens between the choice and the values, where the server takes its time. */
import type { Page } from '@playwright/test';
import { shownMenu } from '../support/content/menu.ts';
import { choose, expect, login, menuIn, test } from '../support/content/test.ts';

test.beforeEach(({ say }) => say({ holds: true }));

async function chooseSlowly(tab: Page, page: string): Promise<void> {
  await tab.goto(page);
  await tab.locator('input').first().click();
  await choose(tab);
}

test('the field says that it is being filled, and an impatient Enter submits nothing', async ({
  tab,
  site,
  say,
}) => {
  await chooseSlowly(tab, site.url('spying.html'));
  await expect.poll(async () => (await menuIn(tab)).text).toContain('Filling');
  await tab.keyboard.press('Enter');
  await say({ holds: false });
  await expect(tab.locator('input').last()).toHaveValue(login.values.password);
  expect(await shownMenu(tab)).toBeNull();
  expect(await tab.evaluate<string[]>('heard')).not.toContain('submit');
  await expect(async () => {
    // As long as the fill reads its values back.
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate<string[]>('heard')).toContain('submit');
  }).toPass({ intervals: [100] });
});

test('a field hidden in the meantime stays empty', async ({ tab, site, say }) => {
  await chooseSlowly(tab, site.url('plain.html'));
  await tab.getByLabel('Password').evaluate((input) => {
    input.style.opacity = '0';
  });
  await say({ holds: false });
  await expect(tab.getByLabel('User name')).toHaveValue(login.values.username);
  await expect.poll(async () => (await menuIn(tab)).text).toContain('removed a field');
  await expect(tab.getByLabel('Password')).toHaveValue('');
});

test('F15: a login that became a sign-up in the meantime stays empty', async ({
  tab,
  site,
  say,
  log,
}) => {
  await chooseSlowly(tab, site.url('plain.html'));
  await expect.poll(async () => (await log()).at(-1)?.call).toBe('redeem');
  await tab.evaluate(() => {
    document.querySelector('h1')?.replaceChildren('Create your account');
    document.querySelector('button')?.replaceChildren('Create account');
    document.querySelector('[type=password]')?.setAttribute('autocomplete', 'new-password');
  });
  await say({ holds: false });
  await expect.poll(async () => (await shownMenu(tab))?.text ?? '').not.toContain('Filling');
  await expect(tab.getByLabel('Password')).toHaveValue('');
});

test('a form taken away in the meantime gets nothing, also when it comes back', async ({
  tab,
  site,
  say,
  log,
}) => {
  await chooseSlowly(tab, site.url('plain.html'));
  await tab.evaluate(() => {
    const form = document.querySelector('form');
    form?.remove();
    Object.assign(window, { form });
  });
  await expect.poll(async () => (await log()).at(-1)?.call).toBe('redeem');
  await say({ holds: false });
  // A later answer of the worker comes after the one that was held back.
  await tab.getByPlaceholder('Search').click();
  await tab.evaluate(() => document.body.append(Reflect.get(window, 'form')));
  await expect(tab.getByLabel('Password')).toHaveValue('');
  await expect(tab.getByLabel('User name')).toHaveValue('');
  expect(await shownMenu(tab)).toBeNull();
});

test('F20 M9: a page left in the meantime gets nothing', async ({ tab, site, say, log }) => {
  await chooseSlowly(tab, site.url('plain.html'));
  await expect.poll(async () => (await log()).at(-1)?.call).toBe('redeem');
  await tab.goto(site.url('two-forms.html'));
  await say({ holds: false });
  await tab.locator('input').first().click();
  await menuIn(tab);
  for (const input of await tab.locator('input').all()) await expect(input).toHaveValue('');
});
