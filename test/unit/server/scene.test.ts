import { afterEach, describe, expect, test } from 'vitest';
import { readV4Scenes, type V4Scene } from '../../server/scene/scene.ts';
import { serveScene } from '../../server/scene/serve-scene.ts';
import type { ServedApi } from '../../server/serve-api.ts';
import { signIn } from './support/http-client.ts';

let server: ServedApi | undefined;
afterEach(async () => server?.close());

async function open(scene: V4Scene) {
  server = await serveScene(scene);
  const { clientSideEncryption: useMasterPassword, credentials, expected } = scene;
  const { apiKey } = credentials;
  const { masterHash } = expected;
  return signIn({ url: server.url, apiKey, useMasterPassword, masterHash });
}

/** The protocol leaves open whether an empty value is null or absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutNulls(each)]));
}

const files = [
  'v4-domain-vault.json',
  'v4-inbox.json',
  'v4-legacy-vault.json',
  'v4-no-cse.json',
  'v4-private-vault.json',
  'v4-requests.json',
  'v4-shortcut.json',
];

describe.each(files)('%s', (file) => {
  test.each(readV4Scenes(file).map((scene) => [scene.name, scene] as const))(
    'a server loaded from %s answers its readings as recorded',
    async (_, scene) => {
      const { client } = await open(scene);
      const reads = scene.routes.filter(
        ({ method, path }) => method === 'GET' && !path.includes('*'),
      );
      for (const { path, status, response } of reads) {
        const answer = await client.get(path);
        expect({ path, status: answer.status }).toEqual({ path, status });
        if (status === 200) {
          expect({ path, data: withoutNulls(answer.data) }).toEqual({
            path,
            data: withoutNulls((response as { data: unknown }).data),
          });
        }
      }
    },
  );
});
