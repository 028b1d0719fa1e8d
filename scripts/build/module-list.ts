import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** What one built file is made of: source files, the built files it loads with it, and those it loads when wanted. */
export type BuiltFile = { modules: string[]; imports: string[]; later: string[] };

/** File, relative to the project, that says what the bundles of a target are made of. */
export function moduleListFile(target: string): string {
  return `out/build/${target}.json`;
}

/**
 * Notes which source files went into which bundle, outside the package, so that a check can say
 * "no crypto in the popup" from facts and not from words that a minifier may have renamed.
 */
export function moduleList(target: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'latchkey:module-list',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle(_options, bundle) {
      const files: Record<string, BuiltFile> = {};
      for (const file of Object.values(bundle)) {
        // The extension plugin drops the chunk that carried the manifest, but only after this hook.
        if (file.type !== 'chunk' || file.facadeModuleId?.startsWith('/@crx/')) continue;
        files[file.fileName] = {
          modules: Object.keys(file.modules).map((id) => relative(config.root, id)),
          imports: file.imports,
          later: file.dynamicImports,
        };
      }
      const path = resolve(config.root, moduleListFile(target));
      mkdirSync(resolve(path, '..'), { recursive: true });
      writeFileSync(path, `${JSON.stringify(files, null, 2)}\n`);
    },
  };
}
