/** Builds the popup and the settings page over a worker that plays scenes. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export async function buildGallery(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: {
      alias: [
        { find: /^.*\/platform\/runtime\.ts$/, replacement: here('fake-runtime.ts') },
        {
          find: /^.*\/platform\/(tabs|own-page|permissions|commands|storage|windows|side-panel|notifications|challenges)\.ts$/,
          replacement: here('fake-pages.ts'),
        },
        { find: /^.*\/protocol\/client\.ts$/, replacement: here('fake-client.ts') },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          popup: `${root}/src/popup/index.html`,
          options: `${root}/src/options/index.html`,
          overview: here('overview.html'),
        },
      },
    },
  });
}
