/** What the browser itself knows of our languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

const languages = readdirSync('public/_locales');

test('has a text for every plural form that the browser asks for', async ({ page }) => {
  for (const language of languages) {
    const texts: Record<string, unknown> = JSON.parse(
      readFileSync(`public/_locales/${language}/messages.json`, 'utf8'),
    );
    const tag = language.replace('_', '-');
    const [forms, spoken] = await page.evaluate(
      (locale) => [
        new Intl.PluralRules(locale).resolvedOptions().pluralCategories,
        Intl.RelativeTimeFormat.supportedLocalesOf(locale).length > 0,
      ],
      tag,
    );
    expect(spoken, language).toBe(true);
    const present = Object.keys(texts)
      .filter((key) => key.startsWith('foundCount_'))
      .map((key) => key.replace('foundCount_', ''));
    expect(present.sort(), language).toEqual([...(forms as string[])].sort());
  }
});

test('mirrors the screen in Arabic, and sets names apart', async ({ scene }) => {
  const page = await scene('item', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  const back = await page.locator('.frame-head .icon-button').first().boundingBox();
  // The way back stands where the line begins.
  expect(back?.x).toBeGreaterThan(300);
  const icon = page.locator('.frame-head .icon-button svg').first();
  const mirrored = await icon.evaluate((svg) => getComputedStyle(svg).scale);
  expect(mirrored).toBe('-1 1');
  const folder = await scene('browse-folder', 'ar');
  const crumb = folder.locator('.crumbs button').last();
  expect(await crumb.evaluate((button) => getComputedStyle(button).direction)).toBe('ltr');
});
