/** Renders the app icon's sizes from its one drawing: `npx tsx scripts/icons.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { requireBrowser } from './browser.ts';

const sizes = [16, 32, 48, 128];
const folder = new URL('../public/icons/', import.meta.url);
const drawing = await readFile(new URL('latchkey.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: requireBrowser('chromium'),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
  );
  const image = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`${size}.png`, folder), image);
}
await browser.close();
