/** The connector as a package: what is in it, and that scripts can use it with nothing but Node. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { buildConnector, connectorFolder } from '../../../../scripts/build/connector.ts';
import { startBoth } from '../../../server/start.ts';
import { filesBelow } from '../sources.ts';
import { runNode } from './support/run-node.ts';

const script = readFileSync(join(connectorFolder, 'index.js'), 'utf8');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-connector-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project somewhere else that has the package installed, and nothing of ours. */
function project(files: Record<string, string>): string {
  const folder = temporaryFolder();
  const installed = join(folder, 'node_modules/@latchkey/passwork-connector');
  mkdirSync(installed, { recursive: true });
  cpSync(connectorFolder, installed, { recursive: true });
  cpSync('node_modules/@types/node', join(folder, 'node_modules/@types/node'), { recursive: true });
  cpSync('node_modules/undici-types', join(folder, 'node_modules/undici-types'), {
    recursive: true,
  });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const strict = {
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
};

const tsc = resolve('node_modules/typescript/bin/tsc');

test('is one script without imports, and small', () => {
  expect(script).not.toMatch(/^\s*(?:import\b|export\b.*\bfrom\b)|\bimport\(|\brequire\(/m);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(40_000);
  const other = filesBelow(connectorFolder).filter((file) => !file.startsWith('types/'));
  expect(other).toEqual(['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json']);
});

test('tells nothing of the machine that built it', () => {
  const telling = filesBelow(connectorFolder).filter((file) =>
    readFileSync(join(connectorFolder, file), 'utf8').includes(process.cwd()),
  );
  expect(telling).toEqual([]);
});

test('the same sources give the same bytes', async () => {
  const again = temporaryFolder();
  await buildConnector(again);
  const files = filesBelow(connectorFolder);
  expect(filesBelow(again)).toEqual(files);
  const differing = files.filter(
    (file) => !readFileSync(join(again, file)).equals(readFileSync(join(connectorFolder, file))),
  );
  expect(differing).toEqual([]);
});

test('plain Node talks to both generations with it', async () => {
  const server = await startBoth({ iterations: 100_000 });
  onTestFinished(() => server.close());
  const folder = project({
    'package.json': '{ "type": "module" }',
    'main.js': `
      import { connect, AppError } from '@latchkey/passwork-connector';
      for (const { host, masterPassword, ...credential } of JSON.parse(process.env.SERVERS)) {
        const passwork = await connect({ host, credential, masterPassword });
        const [vault] = await passwork.vaults();
        const items = await passwork.items({ vaultId: vault.id });
        const id = items.find(({ shortcutId }) => shortcutId === null).id;
        const { password } = await passwork.openItem(id);
        const thrown = await passwork.openItem('f'.repeat(24)).catch((error) => error);
        const isKnown = thrown instanceof AppError && thrown.code;
        console.log(passwork.generation, password.length > 0, isKnown);
      }`,
  });
  const env = { SERVERS: JSON.stringify([server.v4, server.v7]) };
  const { out, err } = await runNode(['main.js'], { env, cwd: folder });
  expect(err).toBe('');
  expect(out).toBe('v4 true not-found\nv7 true not-found\n');
});

test('its types hold for a strict consumer, and refuse what is wrong', async () => {
  const folder = project({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions: strict, include: ['main.ts'] }),
    'main.ts': `
      import { AppError, connect, resume, sealText, type OpenedItem, type Passwork } from '@latchkey/passwork-connector';
      export async function main(): Promise<string> {
        const passwork: Passwork = await connect({ host: 'x', credential: { apiKey: 'y' } });
        const item: OpenedItem = await passwork.openItem('1');
        const results = await passwork.openItems([item.id], { signal: AbortSignal.timeout(1) });
        const [first] = results;
        if (first !== undefined && 'error' in first && first.error.code === 'denied') return '';
        await passwork.vaultContent('1', { onProgress: (items: number) => void items });
        const { bytes } = await passwork.downloadAttachment(item, '2');
        const resumed = await resume(passwork.save());
        // @ts-expect-error a key or a token is needed
        await connect({ host: 'x', credential: {} });
        // @ts-expect-error there is no such call
        await resumed.getPassword('1');
        // @ts-expect-error an opened item is not to be written to
        item.password = '';
        // @ts-expect-error no such code
        new AppError('whatever', '');
        return sealText(item.password + bytes.length, 'passphrase');
      }`,
  });
  expect(await runNode([tsc, '-p', '.'], { cwd: folder })).toMatchObject({ exitCode: 0, out: '' });
});

test('the examples use it as its types say', async () => {
  const options = { ...strict, lib: ['ES2023'], allowJs: true, checkJs: true };
  const folder = temporaryFolder();
  const config = {
    compilerOptions: { ...options, typeRoots: [resolve('node_modules/@types')] },
    include: [resolve('examples')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const ran = await runNode([tsc, '-p', folder]);
  expect(ran).toMatchObject({ exitCode: 0, out: '' });
});
