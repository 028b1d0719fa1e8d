import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../manifest.json' with { type: 'json' };
import { type Extension, launchExtension } from '../../e2e/support/chromium.ts';
import { bundle } from './bundle.ts';

/**
 * Chromium with an extension of our content scripts and a scripted worker. It is a real extension,
 * since isolated worlds, closed shadow roots and trusted events cannot be had otherwise.
 */
export async function launchContent(): Promise<Extension> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-content-'));
  mkdirSync(folder, { recursive: true });
  const scripts = {
    'watcher.js': 'src/content/watcher.iife.ts',
    'engine.js': 'src/content/engine.iife.ts',
    'worker.js': 'test/support/content/scripted-worker.ts',
  };
  await Promise.all(
    Object.entries(scripts).map(async ([name, entry]) =>
      writeFileSync(join(folder, name), await bundle(entry)),
    ),
  );
  cpSync('public/_locales', join(folder, '_locales'), { recursive: true });
  const [contentScript] = manifest.content_scripts;
  writeFileSync(
    join(folder, 'manifest.json'),
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
  const extension = await launchExtension({ folder });
  return {
    ...extension,
    async close() {
      await extension.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
