import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Where the engine lies in the package; the worker injects it under this name. */
const engineFile = 'engine.js';

/**
 * Builds the engine as one classic script. The manifest does not name it, because only frames with a
 * login field get it, so the extension plugin would never build it; its own way for scripts that are
 * injected later also leaves a second copy of them in the package.
 */
export function engine(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'latchkey:engine',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle() {
      const result = await build({
        configFile: false,
        root: config.root,
        mode: config.mode,
        logLevel: 'warn',
        build: {
          write: false,
          copyPublicDir: false,
          target: config.build.target,
          minify: config.build.minify,
          lib: {
            entry: 'src/content/engine.iife.ts',
            formats: ['iife'],
            name: 'latchkeyEngine',
            fileName: () => engineFile,
          },
        },
      });
      for (const { output } of [result].flat().filter((one) => 'output' in one)) {
        for (const file of output) {
          const source = file.type === 'chunk' ? file.code : file.source;
          this.emitFile({ type: 'asset', fileName: file.fileName, source });
        }
      }
    },
  };
}
