import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import manifest from '../../../manifest.json' with { type: 'json' };
import { requireBrowser } from '../../../scripts/browser.ts';
import { bundle } from './bundle.ts';

export type Browser = {
  readonly context: BrowserContext;
  readonly worker: Worker;
  close(): Promise<void>;
};

/**
 * Chromium with an extension of our content scripts and a scripted worker. It is a real extension,
 * since isolated worlds, closed shadow roots and trusted events cannot be had otherwise.
 */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), 'latchkey-content-'));
  const extension = join(home, 'extension');
  mkdirSync(extension);
  const scripts = {
    'watcher.js': 'src/content/watcher.iife.ts',
    'engine.js': 'src/content/engine.iife.ts',
    'worker.js': 'test/support/content/scripted-worker.ts',
  };
  await Promise.all(
    Object.entries(scripts).map(async ([name, entry]) =>
      writeFileSync(join(extension, name), await bundle(entry)),
    ),
  );
  cpSync('public/_locales', join(extension, '_locales'), { recursive: true });
  const [contentScript] = manifest.content_scripts;
  writeFileSync(
    join(extension, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Latchkey content script',
      version: '1',
      default_locale: manifest.default_locale,
      background: { service_worker: 'worker.js' },
      content_scripts: [{ ...contentScript, js: ['watcher.js'] }],
      permissions: ['scripting'],
      host_permissions: manifest.host_permissions,
    }),
  );
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: requireBrowser('chromium'),
    headless: true,
    viewport: { width: 900, height: 700 },
    args: [
      '--headless=new',
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    worker,
    async close() {
      await context.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
