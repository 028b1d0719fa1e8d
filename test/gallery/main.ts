/**
 * `npm run gallery`: builds the gallery and serves it; with `--shots` takes a picture of every scene
 * into `out/gallery` instead, and with `--axe` looks for what axe objects to in each look.
 * `--only TEXT` picks scenes by name, `--look NAME` one look. `--keep` takes the small pictures anew that
 * every test run compares with.
 */
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildGallery } from './build.ts';
import { serveGallery } from './serve.ts';
import { takeShots } from './shots.ts';

const { values } = parseArgs({
  options: {
    shots: { type: 'boolean', default: false },
    axe: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    look: { type: 'string', default: '' },
    port: { type: 'string', default: '8600' },
  },
});
if (values.keep) {
  const runner = 'node_modules/@playwright/test/cli.js';
  const wanted = [
    '--project=gallery',
    'every-scene',
    '--update-snapshots',
    '-g',
    values.only || '.',
  ];
  process.exit(spawnSync('node', [runner, 'test', ...wanted], { stdio: 'inherit' }).status ?? 1);
}
const built = 'out/gallery-build';
await mkdir('out', { recursive: true });
await buildGallery(built);
const { server, url } = await serveGallery(built, values.shots ? 0 : Number(values.port));
if (values.shots) {
  const problems = await takeShots({
    url,
    axe: values.axe,
    only: values.only,
    look: values.look,
    folder: 'out/gallery',
  });
  for (const problem of problems) console.error(problem);
  server.close();
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  console.log(`${url}/`);
}
