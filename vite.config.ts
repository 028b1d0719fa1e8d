import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { engine } from './scripts/build/engine.ts';
import { licences } from './scripts/build/licences.ts';
import { manifestFor, type Target, targets } from './scripts/build/manifest.ts';
import { moduleList } from './scripts/build/module-list.ts';
import { polyfill } from './scripts/build/polyfill.ts';

/** `vite build --mode chrome` or `--mode firefox`; the mode names the browser. */
export default defineConfig(({ mode }) => {
  const target = targetOf(mode);
  // Whoever builds gets the same bytes, whatever their shell says; a test runner says "test".
  process.env.NODE_ENV = 'production';
  return {
    plugins: [
      crx({ manifest: manifestFor(target), browser: target }),
      engine(),
      polyfill(),
      licences(),
      moduleList(target),
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: ['chrome127', 'firefox140'],
      // Both browsers know <link rel="modulepreload">; the polyfill would only be fetched and run.
      modulePreload: { polyfill: false },
      // The stores' reviewers read the sources; maps in the package would carry local paths.
      sourcemap: false,
      rollupOptions: {
        // The suffix list is one text of 68 kB, and would stand in the worker's script once for each use.
        optimization: { inlineConst: false },
        // Each file costs a request before the first paint: what worker and pages share is one, and what pages share.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /src\/(model|protocol|platform)\/|webextension-polyfill/,
                minShareCount: 2,
              },
              { name: 'screens', test: /src\/popup\/|node_modules\/@?preact\//, minShareCount: 2 },
            ],
          },
        },
        // No key of the manifest names this page: the worker opens it for the clipboard.
        input: target === 'chrome' ? { offscreen: 'src/offscreen/index.html' } : {},
      },
    },
  };
});

function targetOf(mode: string): Target {
  const target = targets.find((name) => name === mode);
  if (target === undefined)
    throw new Error(`name a browser: --mode ${targets.join(' or --mode ')}`);
  return target;
}
