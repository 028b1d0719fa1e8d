/** `tsx scripts/build/connector.ts [FOLDER]`: the connector as a package of its own, for scripts on Node. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import packageFile from '../../package.json' with { type: 'json' };

export const connectorFolder = 'dist/connector';

/** The entry, below `src`; its types lie under the same path. */
const entry = 'passwork/index';

/** Makes the package in a folder that is emptied before. The same sources give the same bytes. */
export async function buildConnector(folder = connectorFolder): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle(folder);
  writeTypes(folder);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(connectorPackage, null, 2)}\n`);
  copyFileSync('docs/connector.md', join(folder, 'README.md'));
  copyFileSync('LICENSE', join(folder, 'LICENSE'));
}

const connectorPackage = {
  name: '@latchkey/passwork-connector',
  version: packageFile.version,
  description: 'A client of the HTTP API of Passwork 4 to 7',
  license: packageFile.license,
  type: 'module',
  engines: packageFile.engines,
  sideEffects: false,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
};

/**
 * One file, dependencies included. Names and lines are kept, because who trusts it with passwords may want to
 * read it, and because a stack trace should say something; comments are in the sources.
 */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20.19',
      minify: false,
      rolldownOptions: {
        output: { comments: { legal: true, annotation: true, jsdoc: false } },
      },
      lib: { entry: `src/${entry}.ts`, formats: ['es'], fileName: () => 'index.js' },
    },
  });
}

/** The types of what the entry exports, and of nothing else; tsc declares every file that it meets. */
function writeTypes(folder: string): void {
  const declared = mkdtempSync(join(tmpdir(), 'latchkey-types-'));
  try {
    declare(declared);
    const missing: string[] = [`${entry}.d.ts`];
    const written = new Set<string>();
    for (let path = missing.pop(); path !== undefined; path = missing.pop()) {
      if (written.has(path)) continue;
      written.add(path);
      const imported = rewriteImports(readFileSync(join(declared, path), 'utf8'));
      const target = join(folder, 'types', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, imported.text);
      for (const name of imported.names) missing.push(posix.join(posix.dirname(path), name));
    }
    // Beside the script, so that an import by path finds them too.
    writeFileSync(join(folder, 'index.d.ts'), `export * from './types/${entry}.js';\n`);
  } finally {
    rmSync(declared, { recursive: true, force: true });
  }
}

function declare(folder: string): void {
  const options = ['--rootDir', 'src', '--outDir', folder, '--noEmit', 'false'];
  const kind = ['--declaration', '--emitDeclarationOnly'];
  const tsc = 'node_modules/typescript/bin/tsc';
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', 'src/passwork', ...options, ...kind],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the types of the connector cannot be made:\n${stdout}`);
}

/** In a package a file is named as it is loaded: the declarations of `x.d.ts` under `x.js`. */
function rewriteImports(text: string): { text: string; names: string[] } {
  const names: string[] = [];
  const rewritten = text.replace(/(['"])(\.[^'"\n]*)\.ts\1/g, (_, quote: string, name: string) => {
    names.push(`${name}.d.ts`);
    return `${quote}${name}.js${quote}`;
  });
  return { text: rewritten, names };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildConnector(process.argv[2]);
}
