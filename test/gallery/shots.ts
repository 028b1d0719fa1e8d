import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { accessibilityProblems } from './accessibility.ts';
import { type Look, looks } from './looks.ts';
import { sceneAddress } from './scene-address.ts';
import { sceneNamed, scenes } from './scenes.ts';

type ShotOptions = { url: string; axe: boolean; only: string; look: string; folder: string };

/** Takes the pictures; returns a line for everything that the console, the policy or axe objects to. */
export async function takeShots({ url, axe, only, look, folder }: ShotOptions): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: requireBrowser('chromium'),
    args: ['--no-sandbox'],
  });
  const wanted = Object.entries(looks).flatMap(([name, how]) =>
    Object.keys(scenes)
      .filter((scene) => scene.includes(only) && (look === '' || look === name))
      .map((scene) => ({ url, axe, scene, how, name, file: `${folder}/${scene}.${name}.png` })),
  );
  const problems: string[] = [];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      for (let shot = wanted.shift(); shot !== undefined; shot = wanted.shift()) {
        const { scene, name } = shot;
        // One scene that hangs must not cost the pictures of all others.
        const found = await shoot(browser, shot).catch((error) => [String(error)]);
        problems.push(...found.map((line) => `${scene} ${name}: ${line}`));
      }
    }),
  );
  await browser.close();
  return problems;
}

type Shot = { url: string; axe: boolean; scene: string; how: Look; file: string };

async function shoot(browser: Browser, { url, axe, scene, how, file }: Shot): Promise<string[]> {
  const context = await browser.newContext({ ...how.context, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  if (how.text !== 1) await enlarge(page, how.text);
  const kind = sceneNamed(scene).page ?? 'popup';
  await page.goto(url + sceneAddress(kind, scene, how.lang));
  await page.locator('html[data-scene=ready]').waitFor({ state: 'attached' });
  await page.screenshot({ path: file, fullPage: kind === 'options' });
  if (axe) problems.push(...(await accessibilityProblems(page)));
  await context.close();
  return problems;
}

/** As the browser's own setting for the size of letters does it. */
async function enlarge(page: Page, factor: number): Promise<void> {
  await page.addInitScript((size) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { font-size: ${size}px }`);
    document.adoptedStyleSheets.push(sheet);
  }, 16 * factor);
}
