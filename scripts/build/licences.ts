/** Writes `licences.txt` into the package: the licence of every npm package whose code is in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Package = { readonly name: string; readonly version: string; readonly licence: string };

/** Throws where a package comes without a text of its licence: it may not be shipped then. */
export function licences(): Plugin {
  return {
    name: 'latchkey:licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of Object.keys(file.modules)) {
          const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(
            id.replaceAll('\\', '/'),
          )?.[0];
          // Tools of the build put a line of their own into bundles under names that are no files.
          if (folder !== undefined && !id.startsWith('\0')) folders.add(folder);
        }
      }
      const all = [...folders].map((folder) => ({ ...read(folder), text: textOf(folder) }));
      all.sort((one, other) => one.name.localeCompare(other.name, 'en'));
      const list = all.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
      const texts = all.map(({ name, text }) => `${'-'.repeat(72)}\n${name}\n\n${text}`);
      const source = `Latchkey contains these packages:\n\n${[...list, ''].join('\n')}\n${texts.join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

function read(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, licence: license };
}

function textOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined || !existsSync(join(folder, file))) {
    throw new Error(`${folder} has no licence text`);
  }
  return `${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
