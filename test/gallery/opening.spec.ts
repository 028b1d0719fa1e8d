/** How the popup opens: what is painted before the worker, and before any script. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sceneAddress } from './scene-address.ts';

/** Opens the popup on a scene, and holds back every script until the returned function is called. */
async function openHeld(
  page: Page,
  gallery: string,
  scene: 'home' | 'unlock',
): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(gallery + sceneAddress('popup', scene, 'en'), { waitUntil: 'commit' });
  return release;
}

test.describe('opening', () => {
  test('paints the frame before any script, and moves nothing afterwards', async ({
    page,
    gallery,
  }) => {
    const release = await openHeld(page, gallery, 'home');
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
    const release = await openHeld(page, gallery, 'home');
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
    const release = await openHeld(page, gallery, 'unlock');
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
