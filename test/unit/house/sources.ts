import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from './import-rules.ts';

/** Paths of all files below a folder, relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Text of every TypeScript file of the product, by its path below `src`. */
export function readSources(): Sources {
  const paths = filesBelow('src').filter((path) => /\.tsx?$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join('src', path), 'utf8')]));
}
