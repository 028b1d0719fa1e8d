/** Which code is in which script: the fence between the rooms, seen from the other side. */
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { targets } from '../../../../scripts/build/manifest.ts';
import { findCodeOf } from '../import-rules.ts';
import { readSources } from '../sources.ts';
import { packedSize, readDist } from './dist.ts';

const watcher = 'src/content/watcher.iife.js';
const engine = 'engine.js';
const worker = 'service-worker-loader.js';

/** What only the worker may hold. */
const secretRooms = /^src\/(background|crypto|passwork)\/|@noble|micro-rsa-dsa-dh|tldts/;
/** Words that stay in a minified bundle wherever that code is, for scripts built on their own. */
const secretWords = [
  'PBKDF2',
  'AES-CBC',
  'importKey',
  'deriveBits',
  'storage.session',
  'masterKey',
];
/** A sentence of webextension-polyfill. */
const polyfill = 'The message port closed before a response was received.';

describe.each(targets)('in the package for %s', (target) => {
  const dist = readDist(target);
  const workerScripts = [...dist.text(worker).matchAll(/import '\.\/([^']+)'/g)].map(
    ([, file = '']) => file,
  );
  const workerCode = dist.files
    .filter((file) => file.endsWith('.js') && file !== watcher && file !== engine)
    .map(dist.text)
    .join('\n');

  it('the worker holds session and cryptography, or these checks look at nothing', () => {
    const modules = [...dist.modulesOf(workerScripts)];
    expect(modules).toContain('src/background/index.ts');
    expect(modules.filter((name) => name.startsWith('src/crypto/'))).not.toEqual([]);
    expect(workerCode).toContain(polyfill);
    for (const word of ['PBKDF2', 'AES-CBC', 'importKey']) expect(workerCode).toContain(word);
  });

  it('nothing looks at every property of the browser, see scripts/build/polyfill.ts', () => {
    expect(workerCode).not.toContain('getOwnPropertyNames');
  });

  it.each(['popup', 'options'])('the page %s holds none of it', (room) => {
    const scripts = dist.loadedBy(`src/${room}/index.html`);
    const modules = [...dist.modulesOf(scripts)];
    expect(modules).toContain(`src/${room}/index.tsx`);
    expect(modules.filter((name) => secretRooms.test(name))).toEqual([]);
    expect(modules.filter((name) => name.startsWith('src/content/'))).toEqual([]);
  });

  it.each([watcher, engine])('the content script %s holds none of it, nor the polyfill', (file) => {
    const code = dist.text(file);
    expect([...secretWords, polyfill].filter((word) => code.includes(word))).toEqual([]);
  });

  it.each([watcher, engine])('the content script %s is one classic script', (file) => {
    expect(() => new Script(dist.text(file))).not.toThrow();
  });

  // Words of other scripts stand there as escapes: one other character makes the browser keep two bytes for each.
  it.each([watcher, engine])('the content script %s is plain ASCII', (file) => {
    expect([...dist.text(file)].filter((each) => each > '~')).toEqual([]);
  });

  it('the scripts are no larger than pages and people should have to wait for', () => {
    const [small, large] = [packedSize(dist.text(watcher)), packedSize(dist.text(engine))];
    const popup = dist.loadedBy('src/popup/index.html').map(dist.text);
    const sizes = { watcher: small, engine: large, popup: packedSize(...popup) };
    console.log(target, sizes);
    // Every frame of the web pays for the watcher; the engine comes only where a login field is used.
    expect(sizes.watcher).toBeLessThanOrEqual(3_000);
    expect(sizes.engine).toBeLessThanOrEqual(26_500);
    expect(sizes.popup).toBeLessThanOrEqual(60_000);
  });
});

describe('the sources of the content scripts', () => {
  it.each(['watcher', 'engine'])('take code for the %s from these rooms only', (name) => {
    const rooms = [...findCodeOf(`content/${name}.iife.ts`, readSources())].map((path) =>
      path.replace(/^(content|protocol|model)\/.*/, '$1'),
    );
    expect(new Set(rooms)).toEqual(
      new Set(['content', 'protocol', 'model', 'platform/runtime.ts']),
    );
  });
});
