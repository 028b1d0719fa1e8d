/** How the popup behaves in a browser, over a worker that plays a scene. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sceneAddress } from './scene-address.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? element?.tagName ?? '';
  });

/** Holds back every script until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test.describe('opening', () => {
  test('paints the frame before any script, and moves nothing afterwards', async ({
    page,
    gallery,
  }) => {
    const release = await holdScripts(page);
    await page.goto(gallery + sceneAddress('popup', 'home', 'en'), { waitUntil: 'commit' });
    const search = page.locator('#search');
    const places = async (row: string) => [
      await search.boundingBox(),
      await page.locator(row).first().boundingBox(),
      await page.locator('.frame-foot').boundingBox(),
    ];
    const before = await places('.skeleton .row');
    expect(before).not.toContain(null);
    release();
    await page.getByRole('option').first().waitFor();
    expect(await places('[role=option]')).toEqual(before);
  });

  test('keeps the field and what was typed into it before the script ran', async ({
    page,
    gallery,
  }) => {
    const release = await holdScripts(page);
    await page.goto(gallery + sceneAddress('popup', 'home', 'en'), { waitUntil: 'commit' });
    const search = page.locator('#search');
    await expect(search).toBeFocused();
    const painted = await search.elementHandle();
    await page.keyboard.type('graf');
    release();
    await expect(page.getByRole('option')).toHaveText([/Grafana/]);
    await expect(search).toHaveValue('graf');
    expect(await search.evaluate((field, first) => field === first, painted)).toBe(true);
    await expect(search).toBeFocused();
    await page.keyboard.type('x');
    await expect(search).toHaveValue('grafx');
  });

  test('hands what was typed too early to the field of a locked door', async ({
    page,
    gallery,
  }) => {
    const release = await holdScripts(page);
    await page.goto(gallery + sceneAddress('popup', 'unlock', 'en'), { waitUntil: 'commit' });
    await expect(page.locator('#search')).toBeFocused();
    await page.keyboard.type('corr');
    release();
    const secret = page.getByLabel('Master password', { exact: true });
    await expect(secret).toHaveValue('corr');
    await expect(secret).toBeFocused();
    await page.keyboard.type('ect');
    await expect(secret).toHaveValue('correct');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toHaveValue('');
  });

  for (const name of ['home', 'item', 'inbox'] as const) {
    test(`${name}: layout shift is 0`, async ({ page, scene }) => {
      await page.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(globalThis, { shifts });
        type Shift = PerformanceEntry & { sources: readonly { node: Element | null }[] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) {
            shifts.push(
              entry.sources.map(({ node }) => node?.className ?? node?.nodeName).join(', '),
            );
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await scene(name);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await page.evaluate('shifts')).toEqual([]);
    });
  }
});

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

  test('forgets what it showed when it is locked', async ({ page, scene }) => {
    await scene('home');
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('Master password', { exact: true })).toBeFocused();
    await expect(page.getByText('GitHub')).toHaveCount(0);
  });
});

test.describe('browsing', () => {
  test('leads from the vaults down and up again, by keys alone', async ({ page, scene }) => {
    await scene('browse');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: /^Back/ })).not.toBeFocused();
    await page.getByRole('button', { name: /Engineering/ }).press('Enter');
    const list = page.getByRole('listbox');
    await expect(list).toBeFocused();
    const chosen = list.getByRole('option', { selected: true });
    await expect(chosen).toHaveText(/Graz/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(chosen).toHaveText(/organisation owner/);
    await page.keyboard.press('Control+c');
    await expect(page.locator('.notice')).toHaveText(/^Password copied/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/organisation owner/);
    await page.keyboard.press('Escape');
    await expect(chosen).toHaveText(/organisation owner/);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('navigation').getByRole('button', { name: 'Vaults' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Vaults' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toBeFocused();
  });

  test('turns a letter into a search of the vault', async ({ page, scene }) => {
    await scene('browse-folder');
    await page.getByRole('listbox').press('g');
    await expect(page.locator('#search')).toHaveValue('vault:"Infrastructure" g');
    await expect(page.locator('#search')).toBeFocused();
  });

  test('says how many inbox items are new, and sorts', async ({ page, scene }) => {
    await scene('browse');
    await expect(page.getByRole('button', { name: 'Inbox 2 new' })).toBeVisible();
    await scene('browse-folder');
    await page.getByLabel('Sort by').selectOption('changed');
    const sorts = () =>
      page.evaluate(() =>
        (Reflect.get(globalThis, 'galleryCalls') as { name: string; request: { sort?: string } }[])
          .filter(({ name }) => name === 'browse')
          .map(({ request }) => request.sort),
      );
    await expect.poll(sorts).toContain('changed');
    await expect(page.getByRole('listbox')).toBeFocused();
  });
});

test.describe('an item', () => {
  test('shows a secret on request only, and hides it again', async ({ page, scene }) => {
    await scene('item');
    const secret = page.getByText('vR7#kq-Tundra-lamp-0O1lI');
    await expect(secret).toHaveCount(0);
    await page.getByRole('button', { name: 'Show Password', exact: true }).click();
    await expect(secret).toBeVisible();
    await page.getByRole('button', { name: 'Hide Password' }).click();
    await expect(secret).toHaveCount(0);
  });

  test('shows what the server sent as text', async ({ page, scene }) => {
    await scene('item');
    await expect(page.getByText('<b>Not bold</b>')).toBeAttached();
    await scene('item-unreadable');
    await expect(page.getByText('javascript:alert(1)')).toBeAttached();
    await expect(page.getByRole('button', { name: /^Open (?!Passwork)/ })).toHaveCount(0);
  });

  test('is worked by keys alone', async ({ page, scene }) => {
    await scene('item');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: /favourites/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Fill', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Copy Login' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.notice')).toHaveText(/^Login copied/);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'Open and fill' })).toBeFocused();
  });

  test('saves an attachment under a safe name', async ({ page, scene }) => {
    await scene('item');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download recovery-codes.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('recovery-codes.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe('codes');
    await expect(page.locator('.notice')).toHaveText(/recovery-codes\.txt/);
  });

  test('keeps the rest usable where one value cannot be decrypted', async ({ page, scene }) => {
    await scene('item-unreadable');
    await expect(page.getByText('Cannot be decrypted', { exact: true })).toHaveCount(3);
    await page.getByRole('button', { name: /^Copy .ملاحظة/ }).click();
    await expect(page.locator('.notice')).toHaveText(/copied/);
  });
});

test.describe('the door', () => {
  test('keeps everything typed when the server refuses, and points at the field', async ({
    page,
    scene,
  }) => {
    await scene('setup-wrong-key');
    const key = page.getByLabel('API key', { exact: true });
    await expect(key).toHaveValue('jS9dk3mNcV0pQ');
    await expect(key).toBeFocused();
    await expect(key).toHaveAttribute('aria-invalid', 'true');
    await expect(key).toHaveAccessibleDescription(/does not accept this key/);
    await page.keyboard.type('2');
    await expect(key).toHaveAttribute('aria-invalid', 'false');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByLabel('Server address')).toHaveValue('passwork.northwind.example');
  });

  test('asks for a passphrase only where the server needs one, and returns with the inputs', async ({
    page,
    scene,
  }) => {
    await scene('setup-passphrase-short');
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    await expect(passphrase).toBeFocused();
    await expect(passphrase).toHaveAccessibleDescription('Use at least 8 characters.');
    await page.getByRole('button', { name: 'Back' }).click();
    const key = page.getByLabel('API key', { exact: true });
    await expect(key).toHaveValue('jS9dk3mNcV0pQ');
    await expect(key).toBeFocused();
  });

  test('saves the draft of a setup, without the master password', async ({ page, scene }) => {
    await scene('setup');
    await page.keyboard.type('passwork.example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('API key', { exact: true })).toBeFocused();
    await page.keyboard.type('key-1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('master secret');
    const drafts = () =>
      page.evaluate(() =>
        (Reflect.get(globalThis, 'galleryCalls') as { name: string; request: unknown }[])
          .filter(({ name }) => name === 'saveSetupDraft')
          .map(({ request }) => request),
      );
    await expect
      .poll(async () => (await drafts()).at(-1))
      .toEqual({ host: 'passwork.example.org', apiKey: 'key-1', refreshToken: '' });
    expect(JSON.stringify(await drafts())).not.toContain('master');
  });

  test('comes back with the reason when the server ends the session, and leads on', async ({
    page,
    scene,
  }) => {
    await scene('ended-by-server');
    await expect(page.getByText('Passwork ended your session. Unlock to go on.')).toBeVisible();
    await expect(page.getByText('GitHub')).toHaveCount(0);
    await page.keyboard.type('secret');
    await page.keyboard.press('Enter');
    // The item that was asked for when the session ended.
    await expect(page.getByRole('heading', { name: 'GitHub – organisation owner' })).toBeVisible();
  });

  test('closes over an open popup when the vault locks by itself', async ({ page, scene }) => {
    await page.clock.install();
    await scene('locked-by-itself');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.clock.runFor(11_000);
    await expect(page.getByLabel('Master password', { exact: true })).toBeFocused();
    await expect(page.getByText('GitHub')).toHaveCount(0);
  });

  test('says why it is closed', async ({ page, scene }) => {
    await scene('unlock-expired');
    await expect(page.getByText('Passwork ended your session. Unlock to go on.')).toBeVisible();
  });
});

test.describe('when something fails', () => {
  test('a list that failed keeps the focus on a way on', async ({ page, scene }) => {
    await scene('home-failed');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    expect(await focused(page)).not.toBe('BODY');
  });

  test('a cached list stays usable offline', async ({ page, scene }) => {
    await scene('home-offline');
    await expect(
      page.getByText(/server cannot be reached. This list is from 5 minutes ago/),
    ).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(page.locator('.notice')).toHaveText(/copied/);
  });
});
