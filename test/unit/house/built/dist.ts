/** What `npm run build` left behind, read for the checks of this folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Target } from '../../../../scripts/build/manifest.ts';
import { type BuiltFile, moduleListFile } from '../../../../scripts/build/module-list.ts';
import { filesBelow } from '../sources.ts';

export type Dist = {
  readonly files: readonly string[];
  text(file: string): string;
  readonly manifest: Record<string, unknown>;
  /** Scripts and styles that a page loads before it can do anything, relative to the package. */
  loadedBy(page: string): string[];
  /** Source files in a script and in everything that it imports, at once or when it is wanted. */
  modulesOf(scripts: readonly string[]): Set<string>;
};

export function readDist(target: Target): Dist {
  const folder = join('dist', target);
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build" first`);
  const list: Record<string, BuiltFile> = JSON.parse(readFileSync(moduleListFile(target), 'utf8'));
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');

  type Follow = (file: BuiltFile) => readonly string[];
  const atOnce: Follow = ({ imports }) => imports;
  const everything: Follow = ({ imports, later }) => [...imports, ...later];

  function withImports(
    scripts: readonly string[],
    follow: Follow,
    found = new Set<string>(),
  ): Set<string> {
    for (const script of scripts) {
      if (found.has(script)) continue;
      found.add(script);
      const file = list[script];
      if (file !== undefined) withImports(follow(file), follow, found);
    }
    return found;
  }

  return {
    files: filesBelow(folder),
    text,
    manifest: JSON.parse(text('manifest.json')),
    loadedBy(page) {
      const links = [...text(page).matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)];
      const direct = links.map(([, link = '']) =>
        link.startsWith('/') ? link.slice(1) : posix.join(posix.dirname(page), link),
      );
      return [...withImports(direct, atOnce)];
    },
    modulesOf(scripts) {
      const all = [...withImports(scripts, everything)].map((script) => list[script]);
      return new Set(all.flatMap((file) => file?.modules ?? []));
    },
  };
}

/** Bytes as a store or a browser counts them on the way. */
export function packedSize(...texts: readonly string[]): number {
  return texts.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0);
}
