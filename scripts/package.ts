/** Packs what `npm run build` made into one zip for each store, lists its parts, and prints the hashes. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { targets } from './build/manifest.ts';
import { makeSbom } from './build/sbom.ts';
import { zip } from './build/zip.ts';

mkdirSync('out', { recursive: true });
for (const target of targets) {
  const folder = join('dist', target);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const bytes = zip(names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })));
  const file = join('out', `latchkey-${packageFile.version}-${target}.zip`);
  writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${file}  ${names.length} files, ${bytes.length} bytes, sha256 ${hash}`);
}

const parts = join('out', `latchkey-${packageFile.version}.cdx.json`);
const sbom = makeSbom(packageFile, JSON.parse(readFileSync('package-lock.json', 'utf8')));
writeFileSync(parts, sbom);
console.log(`${parts}  sha256 ${createHash('sha256').update(sbom).digest('hex')}`);
