/** The list of the home screen. */
import { expect, test } from './fixtures.ts';
import { focused } from './focused.ts';

test.describe('the list', () => {
  test('is worked by keys alone, and the search keeps the focus', async ({ page, scene }) => {
    await scene('home');
    const search = page.getByRole('combobox');
    const chosen = page.getByRole('option', { selected: true });
    await expect(chosen).toHaveText(/organisation owner/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(chosen).toHaveText(/AWS root/);
    await expect(search).toBeFocused();
    await expect(search).toHaveAttribute(
      'aria-activedescendant',
      (await chosen.getAttribute('id')) ?? '-',
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search).toBeFocused();
    await expect(chosen).toHaveText(/AWS root/);
    await page.keyboard.type('sentry');
    await expect(chosen).toHaveText(/Sentry/);
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await expect(chosen).toHaveText(/organisation owner/);
  });

  test('is as high as the first rows are drawn for', async ({ page, scene }) => {
    await scene('home');
    const height = await page.getByRole('listbox').evaluate((list) => {
      for (let box: Element | null = list; box; box = box.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box.clientHeight;
      }
      return 0;
    });
    // `usualHeight` of `use-window.ts`: with another one each popup draws its list twice.
    expect(height).toBe(452);
  });

  test('offers the acts of the chosen row to the tab key', async ({ page, scene }) => {
    await scene('home');
    const stops: string[] = [];
    for (let stop = 0; stop < 13; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
    }
    expect(stops).toEqual([
      'New item',
      'Lock',
      'Vault',
      'Tag',
      'Colour',
      'Browse',
      'Fill GitHub – organisation owner',
      'Copy login of GitHub – organisation owner',
      'Copy password of GitHub – organisation owner',
      'Keyboard shortcuts',
      'Inbox',
      'Password generator',
      'Settings',
    ]);
  });

  test('draws a screenful of ten thousand, wherever it is scrolled to', async ({ page, scene }) => {
    await scene('home-10000');
    const options = page.getByRole('option');
    expect(await options.count()).toBeLessThan(30);
    await expect(options.first()).toHaveAttribute('aria-setsize', '10000');
    await page.locator('main').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(page.getByText(/10000$/)).toBeInViewport();
    expect(await options.count()).toBeLessThan(30);
    await page.locator('main').evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await expect(page.getByText(/ 5000$/)).toBeVisible();
  });

  test('follows the keys through many rows', async ({ page, scene }) => {
    await scene('home-10000');
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageDown');
    const chosen = page.getByRole('option', { selected: true });
    await expect(chosen).toBeInViewport({ ratio: 1 });
    expect(Number(await chosen.getAttribute('aria-posinset'))).toBeGreaterThan(60);
    await expect(chosen).toHaveText(/\d/);
  });

  test('says what was copied, in a region that was there before', async ({ page, scene }) => {
    await scene('home');
    const region = page.locator('.notice[role=status]');
    await expect(region).toHaveText('');
    await page.keyboard.press('Control+c');
    await expect(region).toHaveText('Password copied, cleared in 30 seconds.');
    await page.keyboard.press('Control+b');
    await expect(region).toHaveText('Login copied, cleared in 30 seconds.');
    await page.keyboard.press('Control+o');
    await expect(region).toHaveText('One-time code copied, cleared in 30 seconds.');
  });

  test('leaves Ctrl and C to selected text', async ({ page, scene }) => {
    await scene('home-search');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+b');
    await expect(page.locator('.notice[role=status]')).toHaveText(/^Login copied/);
  });

  test('lists its keys and gives the focus back', async ({ page, scene }) => {
    await scene('home');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(dialog).toBeVisible();
    await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('combobox')).toBeFocused();
    await expect(page.getByRole('combobox')).toHaveValue('');
  });

  test('fills with Enter what belongs to the site, and opens it with the arrow', async ({
    page,
    scene,
  }) => {
    const asked = () =>
      page.evaluate(() =>
        (Reflect.get(globalThis, 'galleryCalls') as { name: string }[]).map(({ name }) => name),
      );
    await scene('home');
    await page.keyboard.press('Enter');
    await expect.poll(asked).toContain('fill');
    expect(await asked()).not.toContain('open');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/organisation owner/);
  });

  test('leaves the arrow to the text while the caret is inside', async ({ page, scene }) => {
    await scene('home');
    await page.keyboard.type('git');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  test('says by sections why rows stand where they stand', async ({ page, scene }) => {
    await scene('home');
    const names = await page
      .getByRole('group')
      .evaluateAll((groups) =>
        groups
          .map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? ''))
          .map((heading) => heading?.textContent),
      );
    expect(names.filter(Boolean)).toEqual([
      'For github.com',
      'Favourites2',
      'Recently used3',
      'All items25',
    ]);
  });

  test('is narrowed by a vault, a tag and a colour, chosen and removed by keys', async ({
    page,
    scene,
  }) => {
    await scene('home');
    const search = page.locator('#search');
    await page.getByRole('button', { name: 'Vault' }).press('Enter');
    await expect(page.getByRole('combobox', { name: 'Choose a vault' })).toBeFocused();
    await page.keyboard.type('infra');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('vault:"Infrastructure" ');
    await expect(search).toBeFocused();
    await page.getByRole('button', { name: 'Tag' }).press('Enter');
    await expect(page.getByRole('option', { name: /two people/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('tag:"two people" vault:"Infrastructure" ');
    await page.getByRole('button', { name: 'Colour' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Choose a colour' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('tag:"two people" vault:"Infrastructure" ');
    await page.getByRole('button', { name: 'Remove the filter two people' }).press('Enter');
    await expect(search).toHaveValue('vault:"Infrastructure" ');
    await page.keyboard.type('git');
    await expect(search).toHaveValue('vault:"Infrastructure" git');
  });

  test('marks shortcuts and favourites, also for who does not see them', async ({ scene }) => {
    const page = await scene('home');
    const row = (name: RegExp) => page.getByRole('option', { name });
    await expect(row(/^Cloudflare .*Shortcut/)).toHaveCount(1);
    await expect(row(/^GitHub – release bot .*(Shortcut|Favourite)/)).toHaveCount(0);
    await scene('home-search');
    await expect(row(/^Grafana .*Favourite/)).toHaveCount(1);
  });

  test('forgets what it showed when it is locked', async ({ page, scene }) => {
    await scene('home');
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('Master password', { exact: true })).toBeFocused();
    await expect(page.getByText('GitHub')).toHaveCount(0);
  });
});
